import { membersLimits as l } from '@teahouse/contract/members';
import { employerOf, nearDegree } from '../people/cards.ts';

/*
 * A page of a feed as the JSON of its posts and of the cards of all who are named, made by Postgres in one statement: of 21 rows
 * in 34 columns each, taking them apart and writing them anew cost the server more than reading them (decision 20). `$1` is
 * the reader, `$3` the day. What is asked of each row by key is a scalar query: as joins Postgres reads whole tables for it.
 */

const json = (value: string) => `to_json(${value})::text`;
const orNull = (value: string) => `coalesce(${value}, 'null')`;
const quoted = (value: string) => `'"' || ${value} || '"'`;

/** Whoever the reader blocked, or who blocked the reader; whom the reader mutes. */
const sets = `barred AS MATERIALIZED (SELECT blocked_id AS id FROM blocks WHERE blocker_id = $1
    UNION ALL SELECT blocker_id FROM blocks WHERE blocked_id = $1),
  muted AS MATERIALIZED (SELECT muted_id AS id FROM mutes WHERE account_id = $1)`;

const isConnected = (other: string) =>
  `(SELECT true FROM connections WHERE account_id = $1 AND other_id = ${other})`;
/** Neither is barred from the other, and the account is not asleep (leaving/). */
const isMet = (other: string) =>
  `(${other} NOT IN (SELECT id FROM barred) AND (SELECT leaves IS NULL FROM accounts WHERE id = ${other}))`;

/** What a post says, but for its closing bracket: fields that are its own, in the order of the contract. */
const bodyOf = (
  post: string,
) => `'{"id":"' || ${post}.id || '","author":"' || ${post}.author_id || '","day":"' || ${post}.day
    || '","audience":"' || ${post}.audience || '","text":' || ${json(`${post}.text`)}
    || ',"edited":' || CASE WHEN ${post}.edited THEN 'true' ELSE 'false' END
    || ',"pictures":' || ${post}.pictures::text || ',"link":' || ${orNull(`${post}.link::text`)}`;

/** The post that is passed on, where it is for the reader: as `canSee`. */
const shared = `LEFT JOIN LATERAL (SELECT s.author_id, ${bodyOf('s')} || '}' AS body FROM posts s
    WHERE s.id = p.shared_id AND (s.author_id = $1 OR (NOT s.hidden AND ${isMet('s.author_id')}
      AND (s.audience = 'everyone' OR ${isConnected('s.author_id')})))) s ON true`;

/** How the reader is tied to the author of `p`, and which connection brought it in, both as of now. */
const tie = `CROSS JOIN LATERAL (SELECT
    CASE WHEN p.author_id = $1 THEN 'own' ELSE coalesce(
      (SELECT 'connection' FROM connections WHERE account_id = $1 AND other_id = p.author_id),
      (SELECT 'follow' FROM follows WHERE follower_id = $1 AND followed_id = p.author_id)) END AS kind,
    CASE WHEN c.by_id IS NOT NULL AND c.by_id NOT IN (SELECT id FROM muted) AND ${isConnected('c.by_id')}
      AND ${isMet('c.by_id')} AND (SELECT true FROM reactions WHERE post_id = p.id AND account_id = c.by_id)
      THEN c.by_id END AS by_id OFFSET 0) t`;

/** One more than are shown, which says that there are more. */
const page = l.feedPage + 1;

const cards = `SELECT '{"id":"' || a.id || '","handle":"' || p.handle || '","name":' || ${json('a.name')}
    || ',"headline":' || CASE WHEN 'headline' = ANY (p.hidden_parts) THEN '""' ELSE ${json('p.headline')} END
    || ',"photo":' || ${orNull(`CASE WHEN 'photo' = ANY (p.hidden_parts) THEN NULL ELSE
         ${quoted(`rtrim(translate(encode(p.photo, 'base64'), '+/', '-_'), '=')`)} END`)}
    || ',"employer":' || ${orNull(`'{"id":' || ${json('w.company_id')} || ',"name":{"zh":' || ${json('w.name_zh')} || ',"en":'
         || ${json('w.name_en')} || '},"standing":"' || CASE WHEN w.current THEN 'current' ELSE 'former' END || '"}'`)}
    || ',"degree":' || ${orNull(`(${nearDegree('$1::uuid', 'a.id')})::text`)} || '}' AS card
  FROM (SELECT author_id AS id FROM shown UNION SELECT shared_by FROM shown UNION SELECT by_id FROM shown) named
    JOIN accounts a ON a.id = named.id JOIN profiles p ON p.account_id = a.id ${employerOf('a.id', '$3::date')}`;

const posts = `body || ',"comments":' || comments || ',"shares":' || shares
    || ',"mine":' || ${orNull(quoted('(SELECT kind FROM reactions WHERE post_id = shown.id AND account_id = $1)'))}
    || ',"shared":' || CASE WHEN is_share THEN coalesce(shared, '"gone"') ELSE 'null' END
    || ',"reactions":{"like":' || likes || ',"celebrate":' || celebrates || ',"insightful":' || insights
    || ',"support":' || supports || '},"why":{"kind":"' || coalesce(kind, 'reaction')
    || '","by":' || ${orNull(quoted('by_id'))} || '}}'`;

/**
 * The rest of a statement that begins with the CTE `candidates`. `ordered`: a query for `seq`, `by_id` and `score`, the best
 * first, by `seq` alone where it is `newest`: Postgres then stops at the end of the page. One row: `posts` and `people` as lists in JSON, `count` of posts with the one that says that there are more, and
 * `seq` and `score` of the last that is shown where there are.
 */
export const pageOf = (ordered: string, order: 'ranked' | 'newest'): string => `${sets},
  page AS MATERIALIZED (
    SELECT c.score, c.seq, p.id, p.author_id, ${bodyOf('p')} AS body, p.is_share, s.author_id AS shared_by, s.body AS shared,
      p.likes, p.celebrates, p.insights, p.supports, p.comments, p.shares, t.kind, t.by_id
    FROM (${ordered}) c
      CROSS JOIN LATERAL (SELECT * FROM posts WHERE seq = c.seq LIMIT 1) p
      ${tie} ${shared}
    WHERE (t.kind IS NOT NULL OR t.by_id IS NOT NULL)
      AND p.author_id NOT IN (SELECT id FROM muted) AND p.id NOT IN (SELECT post_id FROM hidden_posts WHERE account_id = $1)
      AND (p.author_id = $1 OR (NOT p.hidden AND (p.audience = 'everyone' OR t.kind = 'connection')
        AND ${isMet('p.author_id')}))
    ORDER BY ${order === 'ranked' ? 'c.score DESC, ' : ''}c.seq DESC LIMIT ${page}),
  shown AS MATERIALIZED (SELECT * FROM page ORDER BY score DESC, seq DESC LIMIT ${l.feedPage}),
  size AS (SELECT count(*)::int AS count FROM page)
  SELECT (SELECT coalesce(string_agg(${posts}, ',' ORDER BY score DESC, seq DESC), '') FROM shown) AS posts,
    (SELECT coalesce(string_agg(card, ','), '') FROM (${cards}) cards) AS people,
    size.count, last.seq::text AS last_seq, last.score AS last_score`;

export const pageFrom = `size LEFT JOIN (SELECT seq, score FROM shown ORDER BY score, seq LIMIT 1) last ON size.count > ${l.feedPage}`;

export interface PageRow {
  /** JSON between the brackets of a list. */
  posts: string;
  people: string;
  count: number;
  /** Of the last one that is shown, where there are more. */
  last_seq: string | null;
  last_score: number | null;
}
