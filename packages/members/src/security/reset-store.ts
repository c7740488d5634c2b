import type { Queryable } from '@teahouse/kit/pool';
import type { Locale } from '../accounts/types.ts';

export interface ResetRow {
  readonly email: string;
  readonly code: Buffer;
}

export async function insertReset(db: Queryable, row: ResetRow & { expires: Date }): Promise<void> {
  await db.query('INSERT INTO resets (code, email, expires) VALUES ($1, $2, $3)', [
    row.code,
    row.email,
    row.expires,
  ]);
}

export async function hasReset(db: Queryable, i: ResetRow & { now: Date }): Promise<boolean> {
  const { rowCount } = await db.query('SELECT FROM resets WHERE code = $1 AND email = $2 AND expires > $3', [
    i.code,
    i.email,
    i.now,
  ]);
  return rowCount === 1;
}

/** Uses a code up, and with it all others of the address. False where it is gone. */
export async function useReset(db: Queryable, i: ResetRow & { now: Date }): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM resets WHERE code = $1 AND email = $2 AND expires > $3', [
    i.code,
    i.email,
    i.now,
  ]);
  if (rowCount !== 1) return false;
  await db.query('DELETE FROM resets WHERE email = $1', [i.email]);
  return true;
}

/** Nothing where there is no such account any more. */
export async function resetPassword(
  db: Queryable,
  email: string,
  password: string,
): Promise<{ account: string; locale: Locale } | undefined> {
  const { rows } = await db.query<{ account: string; locale: Locale }>(
    `WITH done AS (UPDATE accounts SET password = $2, generation = generation + 1 WHERE email = $1
       RETURNING id, locale),
     ended AS (DELETE FROM access_tokens WHERE account_id IN (SELECT id FROM done))
     SELECT id AS account, locale FROM done`,
    [email, password],
  );
  return rows[0];
}
