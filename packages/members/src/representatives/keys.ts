import { membersLimits } from '@teahouse/contract/members';
import type { LogBook } from '@teahouse/kit/log-book';
import { lockPlans } from '@teahouse/kit/log-book';
import { type Pool, type Queryable, withTransaction } from '@teahouse/kit/pool';
import { isActPublicKey } from '@teahouse/protocol';
import { encodeEntry } from '@teahouse/protocol/record';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { actsFor } from './store.ts';

type Planner = Pick<LogBook, 'plan'>;

/**
 * Lists a key of a representative's, and logs it. The same one again is no error. Throws `not-representative`,
 * `company-key-invalid`, `company-key-taken`, `company-keys-full`; and as `LogBook.flush`.
 */
export async function addKey(
  ctx: Context,
  i: { company: string; account: string; key: Buffer },
): Promise<void> {
  const { company, account, key } = i;
  if (!isActPublicKey(key)) throw fail('company-key-invalid');
  await withTransaction(ctx.pool, async (tx) => {
    await lockPlans(tx);
    const { rows } = await tx.query<{ may: boolean; own: boolean | null; open: number; all: number }>(
      `SELECT ${actsFor('$2::uuid', '$1', 'speaker')} AS may,
         (SELECT company_id = $1 AND account_id = $2 AND revoked IS NULL FROM company_keys WHERE key = $3) AS own,
         count(*) FILTER (WHERE revoked IS NULL)::int AS open, count(*)::int AS all
       FROM company_keys WHERE company_id = $1 AND account_id = $2`,
      [company, account, key],
    );
    const [row] = rows;
    if (!row?.may) throw fail('not-representative');
    if (row.own) return;
    if (row.own === false || (await isListed(tx, key))) throw fail('company-key-taken');
    const { companyKeysOpen, companyKeysMax } = membersLimits;
    if (row.open >= companyKeysOpen || row.all >= companyKeysMax) throw fail('company-keys-full');
    const logged = await ctx.book.plan(tx, [
      encodeEntry({ type: 'company-key', company, key, state: 'added' }),
    ]);
    await tx.query('INSERT INTO company_keys (key, company_id, account_id, logged) VALUES ($1, $2, $3, $4)', [
      key,
      company,
      account,
      logged,
    ]);
  });
  await ctx.book.flush();
}

/** Of a member who left, a key has nobody, and what was asked about it says nothing. */
async function isListed(tx: Queryable, key: Buffer): Promise<boolean> {
  const { rowCount } = await tx.query('SELECT FROM company_keys WHERE key = $1', [key]);
  return rowCount !== 0;
}

/**
 * Ends a key, one's own or as an owner anybody's, and logs that. Throws `company-key-unknown`; and as `LogBook.flush`.
 */
export async function revokeKey(
  ctx: Context,
  i: { company: string; account: string; key: Buffer },
): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    await lockPlans(tx);
    const { rows } = await tx.query<OpenKey>(
      `SELECT k.key, k.company_id AS company FROM company_keys k WHERE k.key = $3 AND k.company_id = $1 AND k.revoked IS NULL
         AND (k.account_id = $2 OR EXISTS (SELECT FROM representatives o
           WHERE o.company_id = $1 AND o.account_id = $2 AND o.role = 'owner'))`,
      [i.company, i.account, i.key],
    );
    if (rows.length === 0) throw fail('company-key-unknown');
    await end(tx, ctx.book, rows);
  });
  await ctx.book.flush();
}

interface OpenKey {
  key: Buffer;
  company: string;
}

const stray = `SELECT k.key, k.company_id AS company FROM company_keys k WHERE k.revoked IS NULL
  AND (k.account_id IS NULL OR NOT ${actsFor('k.account_id', 'k.company_id', 'speaker')}) ORDER BY k.key LIMIT 100`;

/**
 * In a transaction that took a role from somebody: their keys end with it. Returns how many.
 */
export async function revokeStray(tx: Queryable, book: Planner): Promise<number> {
  await lockPlans(tx);
  const { rows } = await tx.query<OpenKey>(stray);
  await end(tx, book, rows);
  return rows.length;
}

/** Ends the keys of those who left. For the sweep. */
export async function sweepKeys({ pool, book }: { pool: Pool; book: LogBook }): Promise<void> {
  if ((await pool.query<OpenKey>(stray)).rows.length === 0) return;
  await withTransaction(pool, (tx) => revokeStray(tx, book));
  await book.flush();
}

async function end(tx: Queryable, book: Planner, keys: readonly OpenKey[]): Promise<void> {
  if (keys.length === 0) return;
  const first = await book.plan(
    tx,
    keys.map(({ key, company }) => encodeEntry({ type: 'company-key', company, key, state: 'revoked' })),
  );
  await tx.query(
    `UPDATE company_keys k SET revoked = $1::bigint + e.place - 1 FROM unnest($2::bytea[]) WITH ORDINALITY AS e (key, place)
     WHERE k.key = e.key`,
    [first, keys.map(({ key }) => key)],
  );
}

/** Every key that ever counted, with the entries that say so, of a log of this size. One statement. */
export async function listKeys(
  db: Queryable,
  size: number,
): Promise<{ company: string; key: Buffer; logged: number; revoked: number | null }[]> {
  const { rows } = await db.query<{ company: string; key: Buffer; logged: string; revoked: string | null }>(
    `SELECT company_id AS company, key, logged, CASE WHEN revoked < $1 THEN revoked END AS revoked
     FROM company_keys WHERE logged < $1 ORDER BY company_id, logged`,
    [size],
  );
  return rows.map(({ logged, revoked, ...row }) => ({
    ...row,
    logged: Number(logged),
    revoked: revoked === null ? null : Number(revoked),
  }));
}

/**
 * What the log has of a key and an older database lost. Whose it was is lost with it, so that the next sweep ends it: its
 * member lists a new one.
 */
export async function adoptKey(
  tx: Queryable,
  i: { company: string; key: Uint8Array; state: 'added' | 'revoked'; index: number },
): Promise<void> {
  const key = Buffer.from(i.key);
  if (i.state === 'revoked') {
    await tx.query('UPDATE company_keys SET revoked = $2 WHERE key = $1', [key, i.index]);
    return;
  }
  await tx.query(
    'INSERT INTO company_keys (key, company_id, logged) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [key, i.company, i.index],
  );
}
