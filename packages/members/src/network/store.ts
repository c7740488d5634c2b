import type { Queryable } from '@teahouse/kit/pool';
import type { Pair } from './pair.ts';

export async function declineRequest(tx: Queryable, { me, other }: Pair, today: string): Promise<void> {
  await tx.query(
    `UPDATE connection_requests SET declined = $3, note = ''
     WHERE from_id = $2 AND to_id = $1 AND declined IS NULL`,
    [me, other, today],
  );
}

/** The row stays until the sweep: the day's share counts it, and one that was declined must not be asked again. */
export async function withdrawRequest(tx: Queryable, { me, other }: Pair): Promise<void> {
  await tx.query(
    `UPDATE connection_requests SET withdrawn = true, note = '' WHERE from_id = $1 AND to_id = $2 AND NOT withdrawn`,
    [me, other],
  );
}

export async function deleteConnection(tx: Queryable, { me, other }: Pair): Promise<void> {
  await tx.query(
    `DELETE FROM connections WHERE (account_id = $1 AND other_id = $2) OR (account_id = $2 AND other_id = $1)`,
    [me, other],
  );
}

/** `fits`: who acts does not follow as many as one can; `fresh`: did not follow the other one before. */
export async function insertFollow(
  tx: Queryable,
  { me, other }: Pair,
  most: number,
): Promise<{ fits: boolean; fresh: boolean }> {
  const { rows } = await tx.query<{ fits: boolean; fresh: boolean }>(
    `WITH now AS (SELECT EXISTS (SELECT FROM follows WHERE follower_id = $1 AND followed_id = $2)
         OR (SELECT count(*) < $3 FROM follows WHERE follower_id = $1) AS fits),
     made AS (INSERT INTO follows (follower_id, followed_id) SELECT $1, $2 FROM now WHERE fits ON CONFLICT DO NOTHING RETURNING 1)
     SELECT fits, EXISTS (SELECT FROM made) AS fresh FROM now`,
    [me, other, most],
  );
  return rows[0] ?? { fits: false, fresh: false };
}

export async function deleteFollow(db: Queryable, { me, other }: Pair): Promise<void> {
  await db.query('DELETE FROM follows WHERE follower_id = $1 AND followed_id = $2', [me, other]);
}

/** Whether the other account exists, and how many who acts has blocked besides. */
export async function readBlocks(
  tx: Queryable,
  { me, other }: Pair,
): Promise<{ exists: boolean; blocked: number }> {
  const { rows } = await tx.query<{ exists: boolean; blocked: number }>(
    `SELECT EXISTS (SELECT FROM accounts WHERE id = $2) AS exists,
       (SELECT count(*)::int FROM blocks WHERE blocker_id = $1 AND blocked_id <> $2) AS blocked`,
    [me, other],
  );
  return rows[0] ?? { exists: false, blocked: 0 };
}

const between = (table: string, one: string, two: string) =>
  `DELETE FROM ${table} WHERE (${one} = $1 AND ${two} = $2) OR (${one} = $2 AND ${two} = $1)`;

/** The block, and the end of everything else between the two, with what one was told of the other. */
export async function insertBlock(tx: Queryable, { me, other }: Pair): Promise<void> {
  await tx.query(
    `WITH apart AS (${between('connections', 'account_id', 'other_id')}),
       unasked AS (${between('connection_requests', 'from_id', 'to_id')}),
       unfollowed AS (${between('follows', 'follower_id', 'followed_id')}),
       unsuggested AS (${between('dismissed_suggestions', 'account_id', 'other_id')}),
       unmuted AS (${between('mutes', 'account_id', 'muted_id')}),
       untold AS (${between('notice_people', 'reader_id', 'by_id')})
     INSERT INTO blocks (blocker_id, blocked_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [me, other],
  );
}

export async function deleteBlock(db: Queryable, { me, other }: Pair): Promise<void> {
  await db.query('DELETE FROM blocks WHERE blocker_id = $1 AND blocked_id = $2', [me, other]);
}

export async function insertDismissed(tx: Queryable, { me, other }: Pair): Promise<void> {
  await tx.query('INSERT INTO dismissed_suggestions VALUES ($1, $2) ON CONFLICT DO NOTHING', [me, other]);
}

/** Removes requests that were taken back: those of earlier days, and of the declined ones what counts no longer. */
export async function sweepRequests(db: Queryable, today: string, declinedBefore: string): Promise<void> {
  await db.query(
    `DELETE FROM connection_requests
     WHERE withdrawn AND day < $1 AND (declined IS NULL OR declined < $2)`,
    [today, declinedBefore],
  );
}
