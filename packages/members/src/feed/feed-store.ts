import { membersLimits as l } from '@teahouse/contract/members';
import type { Asking } from '../asking.ts';
import { type PageRow, pageFrom, pageOf } from './page-sql.ts';
import { isConnected, isFollowing } from './sight.ts';

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

/** Candidates that one page of the newest looks at, so that what it may cost is bounded. */
const looked = 5 * l.feedPage;

export interface NewestRow extends PageRow {
  looked: number;
  /** The oldest of the candidates that were looked at. */
  low: string | null;
}

const newestSql = `WITH candidates AS MATERIALIZED (${candidates("why <> 'reaction'", looked)}),
  ${pageOf('SELECT seq, by_id, 0 AS score FROM candidates ORDER BY seq DESC', 'newest')}, ends.looked, ends.low
  FROM ${pageFrom}, (SELECT count(*)::int AS looked, min(seq)::text AS low FROM candidates) ends`;

/** A page of the feed by order of posting, of what is older than `before`. */
export const askNewest =
  (before: string): Asking =>
  ({ account, today }) => ({ name: 'feed-newest', text: newestSql, values: [account, before, today] });

/** Where candidates end that were looked at though no page was full; null where there are no more. */
export const lowOf = (row: NewestRow): string | null => (row.looked >= looked ? row.low : null);

/**
 * What puts a post above another: a connection's is worth three days, one's own or that of somebody one follows two, that
 * a connection reacted one and a half. Nothing else counts, so that the reason that is shown is the reason.
 */
const score = `-10 * ($3::date - day)
  + CASE why WHEN 'connection' THEN 30 WHEN 'reaction' THEN 0 ELSE 20 END
  + CASE WHEN by_id IS NULL THEN 0 ELSE 15 END`;

export interface RankedRow extends PageRow {
  /** Just above the newest post that was looked at. */
  ceiling: string | null;
}

const rankedSql = `WITH candidates AS MATERIALIZED (${candidates('true', l.rankedPosts)}),
  scored AS (SELECT seq, max(by_id::text)::uuid AS by_id, max(${score}) AS score FROM candidates GROUP BY seq),
  ${pageOf('SELECT * FROM scored WHERE (score, seq) < ($4::int, $5::bigint) ORDER BY score DESC, seq DESC', 'ranked')},
  (SELECT (max(seq) + 1)::text FROM candidates) AS ceiling FROM ${pageFrom}`;

/** A page of the newest posts below `top`, the best first; `after` is the last one of the page before. */
export const askRanked =
  (i: { top: string; after: { score: string; seq: string } }): Asking =>
  ({ account, today }) => ({
    name: 'feed-ranked',
    text: rankedSql,
    values: [account, i.top, today, i.after.score, i.after.seq],
  });
