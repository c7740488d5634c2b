import type { Queryable } from '@teahouse/kit/pool';
import type { Session } from './seal.ts';
import type { Locale, SignUpRow } from './types.ts';

/** An account to open a session of. */
export type Account = Pick<Session, 'account' | 'generation'>;

/** An account that somebody could sign in to. */
export interface Door extends Account {
  /** The day on which it is deleted, where its owner asked for that. */
  readonly leaves: string | null;
}

/** The account behind an address, and whether the browser has a sign-up for it waiting. */
export async function findForSignIn(
  db: Queryable,
  email: string,
  signUpToken: Buffer | undefined,
  now: Date,
): Promise<{
  account: string | null;
  generation: number | null;
  leaves: string | null;
  password: string | null;
  waiting: string | null;
}> {
  const { rows } = await db.query(
    `SELECT a.id AS account, a.generation, a.leaves::text, a.password,
       (SELECT s.password FROM sign_ups s WHERE s.token = $2 AND s.email = $1 AND s.expires > $3) AS waiting
     FROM (SELECT 1) AS one LEFT JOIN accounts a ON a.email = $1`,
    [email, signUpToken ?? null, now],
  );
  return rows[0];
}

/**
 * Whether an address belongs to an account, or to one that could still take it back: only `except` may have it then.
 */
export async function isTaken(db: Queryable, email: string, except?: string): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT FROM accounts WHERE email = $1) OR EXISTS (SELECT FROM email_undos
       WHERE email = $1 AND account_id IS DISTINCT FROM $2) AS found`,
    [email, except ?? null],
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

/** The new account; nothing when the address was taken meanwhile. */
export async function insertAccount(
  db: Queryable,
  row: SignUpRow & { id: string },
): Promise<Account | undefined> {
  const { rows } = await db.query<Account>(
    `WITH made AS (INSERT INTO accounts (id, email, password, name, locale) SELECT $5, $1, $2, $3, $4
         WHERE NOT EXISTS (SELECT FROM email_undos WHERE email = $1)
       ON CONFLICT (email) DO NOTHING RETURNING id AS account, generation),
     profile AS (INSERT INTO profiles (account_id) SELECT account FROM made)
     SELECT account, generation FROM made`,
    [row.email, row.password, row.name, row.locale, row.id],
  );
  return rows[0];
}

export async function findPassword(db: Queryable, account: string): Promise<string | undefined> {
  const { rows } = await db.query<{ password: string | null }>(
    'SELECT password FROM accounts WHERE id = $1',
    [account],
  );
  return rows[0]?.password ?? undefined;
}

/** Whether a session counts: SQL over expressions of its account, generation and id. */
const sessionCounts = (account: string, generation: string, session: string): string =>
  `id = ${account} AND generation = ${generation} AND leaves IS NULL
   AND NOT EXISTS (SELECT FROM ended_sessions WHERE ended_sessions.id = ${session})`;
export const signedIn = (account: string, generation: string, session: string): string =>
  `EXISTS (SELECT FROM accounts WHERE ${sessionCounts(account, generation, session)})`;

/** The account of a session, unless it is of another generation or was ended. Reads only. */
export async function findMember(
  db: Queryable,
  { session, account, generation }: Session,
): Promise<Found | undefined> {
  const { rows } = await (db.query as NamedQuery)({
    name: 'find-member',
    text: `SELECT locale, (SELECT coalesce(until::text, 'notice') FROM suspensions WHERE account_id = id) AS suspended
      FROM accounts WHERE ${sessionCounts('$1', '$2', '$3')}`,
    values: [account, generation, session],
  });
  return rows[0];
}
type NamedQuery = (query: { name: string; text: string; values: unknown[] }) => Promise<{ rows: Found[] }>;
/** `suspended`: the last day of it, or `notice` where it has no end; a day that is over counts for nothing. */
interface Found {
  locale: Locale;
  suspended: string | null;
}

/** Ends one session. */
export async function insertEnded(
  db: Queryable,
  { session, expires }: Pick<Session, 'session' | 'expires'>,
): Promise<void> {
  await db.query('INSERT INTO ended_sessions (id, expires) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
    session,
    expires,
  ]);
}

/** Ends all sessions of the generation and returns the next one; nothing when that was done already. */
export async function raiseGeneration(
  db: Queryable,
  { account, generation }: Pick<Session, 'account' | 'generation'>,
): Promise<number | undefined> {
  const { rows } = await db.query<{ generation: number }>(
    'UPDATE accounts SET generation = generation + 1 WHERE id = $1 AND generation = $2 RETURNING generation',
    [account, generation],
  );
  return rows[0]?.generation;
}
