import type { Queryable } from '@teahouse/kit/pool';
import type { SignedIn, SignUpRow } from './types.ts';

/** The account behind an address, and whether the browser has a sign-up for it waiting. */
export async function findForSignIn(
  db: Queryable,
  email: string,
  signUpToken: Buffer | undefined,
  now: Date,
): Promise<{ account: string | null; password: string | null; waiting: string | null }> {
  const { rows } = await db.query(
    `SELECT a.id AS account, a.password,
       (SELECT s.password FROM sign_ups s WHERE s.token = $2 AND s.email = $1 AND s.expires > $3) AS waiting
     FROM (SELECT 1) AS one LEFT JOIN accounts a ON a.email = $1`,
    [email, signUpToken ?? null, now],
  );
  return rows[0];
}

export async function hasAccount(db: Queryable, email: string): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM accounts WHERE email = $1) AS found',
    [email],
  );
  return rows[0]?.found === true;
}

export async function insertSignUp(
  db: Queryable,
  row: SignUpRow & { token: Buffer; code: Buffer; expires: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO sign_ups (token, email, password, name, locale, code, expires)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [row.token, row.email, row.password, row.name, row.locale, row.code, row.expires],
  );
}

/** Counts a try before anyone looks at the code, and locks the row: two tries at once are one after the other. */
export async function countSignUpTry(
  db: Queryable,
  i: { token: Buffer; email: string; now: Date; most: number },
): Promise<(SignUpRow & { code: Buffer; tries: number }) | undefined> {
  const { rows } = await db.query(
    `UPDATE sign_ups SET tries = least(tries + 1, $4 + 1)
     WHERE token = $1 AND email = $2 AND expires > $3
     RETURNING email, password, name, locale, code, tries`,
    [i.token, i.email, i.now, i.most],
  );
  return rows[0];
}

export async function deleteSignUp(db: Queryable, token: Buffer): Promise<void> {
  await db.query('DELETE FROM sign_ups WHERE token = $1', [token]);
}

/** The new account's id; nothing when the address got an account meanwhile. */
export async function insertAccount(db: Queryable, row: SignUpRow): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO accounts (email, password, name, locale) VALUES ($1, $2, $3, $4)
     ON CONFLICT (email) DO NOTHING RETURNING id`,
    [row.email, row.password, row.name, row.locale],
  );
  return rows[0]?.id;
}

export async function updatePassword(db: Queryable, account: string, password: string): Promise<void> {
  await db.query('UPDATE accounts SET password = $2 WHERE id = $1', [account, password]);
}

export async function findPassword(db: Queryable, account: string): Promise<string | undefined> {
  const { rows } = await db.query<{ password: string }>('SELECT password FROM accounts WHERE id = $1', [
    account,
  ]);
  return rows[0]?.password;
}

/** The account goes with all that hangs on it; what its mailboxes are pinned to stays (protocol.md 1.1). */
export async function deleteAccount(db: Queryable, account: string, today: string): Promise<void> {
  await db.query('UPDATE evidence_holders SET until = least(until, $2::date) WHERE account_id = $1', [
    account,
    today,
  ]);
  await db.query('DELETE FROM accounts WHERE id = $1', [account]);
}

export async function insertSession(
  db: Queryable,
  row: { account: string; token: Buffer; device: string; since: string; expires: string },
): Promise<void> {
  await db.query(
    'INSERT INTO sessions (account_id, token, device, since, expires) VALUES ($1, $2, $3, $4, $5)',
    [row.account, row.token, row.device, row.since, row.expires],
  );
}

/** Reads only: that a member was here is not written down. */
export async function findSession(
  db: Queryable,
  token: Buffer,
  today: string,
): Promise<SignedIn | undefined> {
  const { rows } = await (db.query as NamedQuery)({
    name: 'find-session',
    text: `SELECT s.account_id AS account, s.id AS session, a.locale FROM sessions s JOIN accounts a ON a.id = s.account_id
      WHERE s.token = $1 AND s.expires >= $2`,
    values: [token, today],
  });
  return rows[0];
}
type NamedQuery = (query: { name: string; text: string; values: unknown[] }) => Promise<{ rows: SignedIn[] }>;

export async function listSessions(
  db: Queryable,
  account: string,
  today: string,
): Promise<{ id: string; device: string; since: string }[]> {
  const { rows } = await db.query(
    `SELECT id, device, since::text FROM sessions WHERE account_id = $1 AND expires >= $2 ORDER BY since DESC, id`,
    [account, today],
  );
  return rows;
}

/** Whether there was such a session of this account. */
export async function deleteSession(db: Queryable, account: string, session: string): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM sessions WHERE account_id = $1 AND id = $2', [
    account,
    session,
  ]);
  return (rowCount ?? 0) > 0;
}

export async function deleteOtherSessions(
  db: Queryable,
  { account, session }: Pick<SignedIn, 'account' | 'session'>,
): Promise<void> {
  await db.query('DELETE FROM sessions WHERE account_id = $1 AND id <> $2', [account, session]);
}

/** Removes what has expired. */
export async function sweep(db: Queryable, now: Date, today: string): Promise<void> {
  await db.query('DELETE FROM sign_ups WHERE expires <= $1', [now]);
  await db.query('DELETE FROM work_codes WHERE expires <= $1', [now]);
  await db.query('DELETE FROM sessions WHERE expires < $1', [today]);
}
