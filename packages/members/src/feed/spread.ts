import { membersLimits } from '@teahouse/contract/members';
import type { Jobs } from '@teahouse/kit/jobs';
import { type Pool, type Queryable, withTransaction } from '@teahouse/kit/pool';
import { cronOf, daily } from '../daily.ts';
import { isConnected } from './sight.ts';

export interface SpreadOptions {
  /** Readers of one transaction. */
  chunk?: number;
  /** An author with more readers than this is looked for when a feed is read. */
  readers?: number;
}

/** Rows of one transaction: some 50 ms of work, and never near the 20 thousand that would hold others up. */
const chunkSize = 2_000;

interface Spread {
  seq: string;
  by_id: string;
  after: string | null;
  author_id: string;
  day: string;
  audience: 'everyone' | 'connections';
}

/**
 * Writes one chunk of one post, or of one reaction, into the feeds of those it is for; false where nothing waits. The row
 * in `feed_spreads` and the chunk are one transaction: after a crash the next call goes on where the last chunk ended,
 * and no feed has a post twice. Several processes may call it at once: each takes another row.
 */
export function spreadOnce(pool: Pool, options: SpreadOptions = {}): Promise<boolean> {
  const { chunk = chunkSize, readers = membersLimits.spreadReaders } = options;
  return withTransaction(pool, async (tx) => {
    const spread = await takeSpread(tx);
    if (!spread) return false;
    const isPost = spread.by_id === spread.author_id;
    if (isPost && spread.after === null && (await hasMoreReaders(tx, spread, readers))) {
      await makeWide(tx, spread);
      return true;
    }
    const written = await (isPost ? writePost(tx, spread, chunk) : writeReaction(tx, spread, chunk));
    if (written.last === null || written.count < chunk) await endSpread(tx, spread);
    else await noteProgress(tx, spread, written.last);
    return true;
  });
}

async function takeSpread(tx: Queryable): Promise<Spread | undefined> {
  const { rows } = await tx.query<Spread>({
    name: 'take-spread',
    text: `SELECT s.seq, s.by_id, s.after, p.author_id, p.day::text, p.audience
      FROM feed_spreads s JOIN posts p ON p.seq = s.seq
      ORDER BY s.seq, s.by_id LIMIT 1 FOR UPDATE OF s SKIP LOCKED`,
  });
  return rows[0];
}

/** Counts no further than it must. */
async function hasMoreReaders(
  tx: Queryable,
  { author_id, audience }: Spread,
  most: number,
): Promise<boolean> {
  const connections = 'SELECT FROM connections WHERE account_id = $1';
  const follows = audience === 'everyone' ? 'UNION ALL SELECT FROM follows WHERE followed_id = $1' : '';
  const { rows } = await tx.query<{ more: boolean }>(
    `SELECT count(*) > $2 AS more FROM (${connections} ${follows} LIMIT $2 + 1) AS readers`,
    [author_id, most],
  );
  return rows[0]?.more === true;
}

/** From now on found in feeds by its author's name alone. */
async function makeWide(tx: Queryable, { seq, author_id }: Spread): Promise<void> {
  await tx.query(
    `WITH marked AS (UPDATE posts SET wide = true WHERE seq = $1),
       ended AS (DELETE FROM feed_spreads WHERE seq = $1 AND by_id = $2)
     INSERT INTO wide_authors (account_id) VALUES ($2) ON CONFLICT DO NOTHING`,
    [seq, author_id],
  );
}

interface Written {
  count: number;
  last: string | null;
}

/** Readers are taken in the order of their ids, which are random; who is both is a connection. */
async function writePost(tx: Queryable, { seq, author_id, after, day, audience }: Spread, chunk: number) {
  const next = (table: string, reader: string, author: string, why: string) =>
    `(SELECT ${reader} AS reader_id, '${why}' AS why FROM ${table}
      WHERE ${author} = $1 AND ${reader} > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
      ORDER BY ${reader} LIMIT $4)`;
  const readers = [
    next('connections', 'other_id', 'account_id', 'connection'),
    ...(audience === 'everyone' ? [next('follows', 'follower_id', 'followed_id', 'follow')] : []),
  ];
  const { rows } = await tx.query<Written>(
    `WITH readers AS (SELECT reader_id, min(why) AS why FROM (${readers.join(' UNION ALL ')}) AS all_readers
         GROUP BY reader_id ORDER BY reader_id LIMIT $4),
       written AS (INSERT INTO feed_items (reader_id, seq, day, why)
         SELECT reader_id, $2, $5, why FROM readers
         ON CONFLICT (reader_id, seq) DO UPDATE SET why = excluded.why WHERE feed_items.why = 'reaction')
     SELECT count(*)::int AS count, max(reader_id::text) AS last FROM readers`,
    [author_id, seq, after, chunk, day],
  );
  return rows[0] ?? { count: 0, last: null };
}

/** To the connections of who reacted: a post they would not have had, or one more reason for one they have. */
async function writeReaction(
  tx: Queryable,
  { seq, author_id, by_id, after, day, audience }: Spread,
  chunk: number,
) {
  const { rows } = await tx.query<Written>(
    `WITH readers AS (SELECT other_id AS reader_id FROM connections
         WHERE account_id = $1 AND other_id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
         ORDER BY other_id LIMIT $4),
       written AS (INSERT INTO feed_items (reader_id, seq, day, why, by_id)
         SELECT reader_id, $2, $5, 'reaction', $1 FROM readers
         WHERE reader_id <> $6 AND ($7 OR ${isConnected('$6', 'readers.reader_id')})
           AND EXISTS (SELECT FROM reactions r JOIN posts p ON p.id = r.post_id WHERE p.seq = $2 AND r.account_id = $1)
         ON CONFLICT (reader_id, seq) DO UPDATE SET by_id = excluded.by_id WHERE feed_items.by_id IS NULL)
     SELECT count(*)::int AS count, max(reader_id::text) AS last FROM readers`,
    [by_id, seq, after, chunk, day, author_id, audience === 'everyone'],
  );
  return rows[0] ?? { count: 0, last: null };
}

async function endSpread(tx: Queryable, { seq, by_id }: Spread): Promise<void> {
  await tx.query('DELETE FROM feed_spreads WHERE seq = $1 AND by_id = $2', [seq, by_id]);
}

async function noteProgress(tx: Queryable, { seq, by_id }: Spread, after: string): Promise<void> {
  await tx.query('UPDATE feed_spreads SET after = $3 WHERE seq = $1 AND by_id = $2', [seq, by_id, after]);
}

/** Writes all that waits, chunk by chunk. */
export async function spreadAll(pool: Pool, options?: SpreadOptions): Promise<void> {
  while (await spreadOnce(pool, options)) {} // each in a transaction of its own
}

/** Rows that one sweep takes in one transaction. */
const sweepSize = 10_000;

/** What is older than feeds reach goes out of them, some rows at a time. */
export async function sweepFeeds(db: Queryable, before: string): Promise<void> {
  for (;;) {
    const { rowCount } = await db.query(
      `DELETE FROM feed_items WHERE ctid = ANY (ARRAY(SELECT ctid FROM feed_items WHERE day < $1 LIMIT $2))`,
      [before, sweepSize],
    );
    if ((rowCount ?? 0) < sweepSize) return;
  }
}

/** The sweep runs once a day, however many processes there are. */
export async function scheduleSweep(jobs: Jobs, run: () => Promise<void>): Promise<void> {
  await jobs.define('feed-sweep', run, { retries: 2, timeoutSeconds: 3600 });
  await jobs.schedule('feed-sweep', cronOf(daily['feed-sweep']));
}
