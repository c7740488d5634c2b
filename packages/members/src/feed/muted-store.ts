import { membersLimits as l } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isUnblocked } from '../people/cards.ts';

/** False where there is no such member, or one blocked the other. */
export async function insertMute(db: Queryable, account: string, muted: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `WITH asked AS (SELECT id FROM accounts WHERE id = $2 AND id <> $1 AND ${isUnblocked('$1::uuid', 'accounts.id')}),
       put AS (INSERT INTO mutes (account_id, muted_id) SELECT $1, id FROM asked ON CONFLICT DO NOTHING)
     SELECT FROM asked`,
    [account, muted],
  );
  return rowCount === 1;
}

export async function deleteMute(db: Queryable, account: string, muted: string): Promise<void> {
  await db.query('DELETE FROM mutes WHERE account_id = $1 AND muted_id = $2', [account, muted]);
}

export async function readMutes(
  db: Queryable,
  account: string,
  after: string | undefined,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT muted_id AS id FROM mutes WHERE account_id = $1
       AND muted_id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000') ORDER BY muted_id LIMIT $3`,
    [account, after ?? null, l.peoplePage + 1],
  );
  return rows.map(({ id }) => id);
}

export async function insertHidden(db: Queryable, account: string, post: string): Promise<void> {
  await db.query('INSERT INTO hidden_posts (account_id, post_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    account,
    post,
  ]);
}

export async function deleteHidden(db: Queryable, account: string, post: string): Promise<void> {
  await db.query('DELETE FROM hidden_posts WHERE account_id = $1 AND post_id = $2', [account, post]);
}
