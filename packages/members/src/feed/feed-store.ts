import { membersLimits as l } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isAwake } from '../people/cards.ts';
import { type PostRow, postColumns, postJoins } from './rows.ts';
import { canSee, isConnected, isFollowing, isUnwanted } from './sight.ts';

/** Beyond any post. */
export const newest = '999999999999999999';

/** Posts of whom nobody writes into feeds (`wide`): the latest of each, before `$2`. Limits stand in the statement (decision 15). */
const wide = (most: number) => `SELECT w.seq, w.day, 'follow' AS why, NULL::uuid AS by_id
  FROM wide_authors a CROSS JOIN LATERAL (
    SELECT seq, day FROM posts WHERE author_id = a.account_id AND wide AND seq < $2 ORDER BY seq DESC LIMIT ${most}) w
  WHERE a.account_id <> $1 AND (${isConnected('$1', 'a.account_id')} OR ${isFollowing('$1', 'a.account_id')})`;

/** The newest of what may be in the feed of `$1`, before `$2`. */
const candidates = (condition: string, most: number) => `
  SELECT seq, day, why, by_id FROM (
    (SELECT seq, day, why, by_id FROM feed_items WHERE reader_id = $1 AND seq < $2 AND ${condition}
     ORDER BY seq DESC LIMIT ${most})
    UNION ALL (${wide(most)})) AS either
  ORDER BY seq DESC LIMIT ${most}`;

/**
 * Joins candidates `c` with what is shown of them. What was written into the feed is a guess of then: whether reader and
 * author are tied, by which reason, and whether the post is wanted, is asked now.
 */
const shown = `JOIN posts p ON p.seq = c.seq
  LEFT JOIN connections n ON n.account_id = $1 AND n.other_id = p.author_id
  LEFT JOIN follows o ON o.follower_id = $1 AND o.followed_id = p.author_id
  LEFT JOIN LATERAL (SELECT c.by_id WHERE c.by_id IS NOT NULL AND ${isConnected('$1', 'c.by_id')} AND ${isAwake('c.by_id')}
    AND EXISTS (SELECT FROM reactions WHERE post_id = p.id AND account_id = c.by_id)
    AND NOT EXISTS (SELECT FROM mutes WHERE account_id = $1 AND muted_id = c.by_id)) b ON true
  ${postJoins}
  WHERE ${canSee('$1', 'p')} AND NOT ${isUnwanted('$1', 'p')}
    AND (p.author_id = $1 OR n.other_id IS NOT NULL OR o.followed_id IS NOT NULL OR b.by_id IS NOT NULL)`;

const why = `b.by_id, CASE WHEN p.author_id = $1 THEN 'own' WHEN n.other_id IS NOT NULL THEN 'connection'
  WHEN o.followed_id IS NOT NULL THEN 'follow' ELSE 'reaction' END AS why`;

export interface RankedRow extends PostRow {
  score: number;
  /** Just above the newest post that was looked at. */
  ceiling: string;
}
interface FeedRows {
  rows: PostRow[];
  /** Where the candidates end that were looked at; undefined where there are no more. */
  low: string | undefined;
}
/** One row at least, so that the candidates' end is told also where none of them is shown. */
type Row = (PostRow | { id: null }) & { looked: string; low: string | null };

const split = (all: readonly Row[], most: number): FeedRows => ({
  rows: all.filter((row): row is PostRow & Row => row.id !== null),
  low: Number(all[0]?.looked) >= most ? (all[0]?.low ?? undefined) : undefined,
});

/** Candidates that one page of the newest looks at, so that what it may cost is bounded. */
const looked = 5 * l.feedPage;
/** One more than are shown, which says that there are more. */
const page = l.feedPage + 1;

const newestSql = `WITH candidates AS MATERIALIZED (${candidates("why <> 'reaction'", looked)})
  SELECT found.*, ends.* FROM (SELECT count(*) AS looked, min(seq)::text AS low FROM candidates) ends
  LEFT JOIN (SELECT ${postColumns}, ${why}
    FROM (SELECT * FROM candidates ORDER BY seq DESC) c ${shown} ORDER BY c.seq DESC LIMIT ${page}) found ON true
  ORDER BY found.seq DESC`;

/** A page of the feed by order of posting, one row more than a page where there are more. One statement. */
export async function readNewest(db: Queryable, reader: string, before: string): Promise<FeedRows> {
  const { rows } = await db.query<Row>({
    name: 'feed-newest',
    text: newestSql,
    values: [reader, before],
  });
  return split(rows, looked);
}

/**
 * What puts a post above another: a connection's is worth three days, one's own or that of somebody one follows two, that
 * a connection reacted one and a half. Nothing else counts, so that the reason that is shown is the reason.
 */
const score = `-10 * ($3::date - day)
  + CASE why WHEN 'connection' THEN 30 WHEN 'reaction' THEN 0 ELSE 20 END
  + CASE WHEN by_id IS NULL THEN 0 ELSE 15 END`;

const rankedSql = `WITH candidates AS (${candidates('true', l.rankedPosts)}),
  scored AS (SELECT seq, max(by_id::text)::uuid AS by_id, max(${score}) AS score FROM candidates GROUP BY seq)
  SELECT ${postColumns}, ${why}, c.score, ((SELECT max(seq) FROM candidates) + 1)::text AS ceiling
  FROM (SELECT * FROM scored WHERE (score, seq) < ($4::int, $5::bigint) ORDER BY score DESC, seq DESC) c
  ${shown} ORDER BY c.score DESC, c.seq DESC LIMIT ${page}`;

/** A page of the newest posts below `top`, the best first; `after` is the last one of the page before. One statement. */
export async function readRanked(
  db: Queryable,
  i: { reader: string; today: string; top: string; after: { score: string; seq: string } },
): Promise<RankedRow[]> {
  const { rows } = await db.query<RankedRow>({
    name: 'feed-ranked',
    text: rankedSql,
    values: [i.reader, i.top, i.today, i.after.score, i.after.seq],
  });
  return rows;
}
