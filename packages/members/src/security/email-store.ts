import type { Queryable } from '@teahouse/kit/pool';
import type { Locale } from '../accounts/types.ts';

interface EmailCode {
  readonly email: string;
  readonly code: Buffer;
  readonly tries: number;
}

/** Keeps the code of a new address in place of an earlier one. */
export async function upsertEmailCode(
  db: Queryable,
  row: { account: string; email: string; code: Buffer; expires: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO email_codes (account_id, email, code, expires) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account_id) DO UPDATE SET email = excluded.email, code = excluded.code,
       expires = excluded.expires, tries = 0`,
    [row.account, row.email, row.code, row.expires],
  );
}

/** Counts a try before anyone looks at the code, and locks the row: two tries at once are one after the other. */
export async function countEmailTry(
  db: Queryable,
  i: { account: string; now: Date; most: number },
): Promise<EmailCode | undefined> {
  const { rows } = await db.query<EmailCode>(
    `UPDATE email_codes SET tries = least(tries + 1, $3 + 1) WHERE account_id = $1 AND expires > $2
     RETURNING email, code, tries`,
    [i.account, i.now, i.most],
  );
  return rows[0];
}

export async function deleteEmailCode(db: Queryable, account: string): Promise<void> {
  await db.query('DELETE FROM email_codes WHERE account_id = $1', [account]);
}

/**
 * Changes the address and keeps the one before, which it returns. Nothing where the new one was taken meanwhile, or is
 * the old one.
 */
export async function changeEmail(
  db: Queryable,
  i: { account: string; email: string; undo: Buffer; until: string },
): Promise<string | undefined> {
  const { rows } = await db.query<{ email: string }>(
    'SELECT email FROM accounts WHERE id = $1 FOR NO KEY UPDATE',
    [i.account],
  );
  const before = rows[0]?.email;
  // Two at once for one address: the second waits for the first, and is then refused by the unique key.
  const { rowCount } = await db.query(
    `UPDATE accounts SET email = $2 WHERE id = $1 AND email <> $2
       AND NOT EXISTS (SELECT FROM accounts WHERE email = $2)
       AND NOT EXISTS (SELECT FROM email_undos WHERE email = $2 AND account_id <> $1)`,
    [i.account, i.email],
  );
  if (before === undefined || rowCount !== 1) return undefined;
  await db.query('DELETE FROM email_undos WHERE account_id = $1 AND email = $2', [i.account, i.email]);
  await db.query('INSERT INTO email_undos (token, account_id, email, until) VALUES ($1, $2, $3, $4)', [
    i.undo,
    i.account,
    before,
    i.until,
  ]);
  return before;
}

/** Puts the address of before in its place, ends every way in, and uses up this link and those of later changes. */
export async function undoEmail(
  db: Queryable,
  token: Buffer,
  today: string,
): Promise<{ account: string; email: string; locale: Locale } | undefined> {
  const { rows } = await db.query<{ account: string; email: string; locale: Locale }>(
    `WITH undo AS (DELETE FROM email_undos WHERE token = $1 AND until >= $2 RETURNING account_id, email),
     done AS (UPDATE accounts a SET email = undo.email, password = NULL, generation = generation + 1
       FROM undo WHERE a.id = undo.account_id RETURNING a.id, a.email, a.locale),
     keys AS (DELETE FROM passkeys WHERE account_id IN (SELECT id FROM done)),
     tokens AS (DELETE FROM access_tokens WHERE account_id IN (SELECT id FROM done)),
     codes AS (DELETE FROM email_codes WHERE account_id IN (SELECT id FROM done))
     SELECT id AS account, email, locale FROM done`,
    [token, today],
  );
  return rows[0];
}
