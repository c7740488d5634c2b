import type { LogBook } from '@teahouse/kit/log-book';
import { type Pool, type Queryable, withTransaction } from '@teahouse/kit/pool';
import { revokeStray } from './keys.ts';
import { isVerified } from './store.ts';

const lapsed = `NOT ${isVerified('r.account_id', 'r.company_id', '$1::date')} AND coalesce(r.until < $1::date, true)`;

/**
 * Ends the roles of who is verified at the company no longer, where nothing else holds them, with their keys; and claims
 * of who could not claim now. For the sweep: two statements where nothing has ended.
 */
export async function sweepRoles(i: { pool: Pool; book: LogBook }, today: string): Promise<void> {
  await i.pool.query(
    `DELETE FROM representative_claims r WHERE NOT ${isVerified('r.account_id', 'r.company_id', '$1::date')}`,
    [today],
  );
  const { rows } = await i.pool.query<{ ended: boolean }>(
    `SELECT EXISTS (SELECT FROM representatives r WHERE ${lapsed}) AS ended`,
    [today],
  );
  if (!rows[0]?.ended) return;
  const keys = await withTransaction(i.pool, async (tx) => {
    await lockLapsed(tx, today);
    await tx.query(`DELETE FROM representatives r WHERE ${lapsed}`, [today]);
    return revokeStray(tx, i.book);
  });
  if (keys > 0) await i.book.flush();
}

/** Nobody changes who acts for these companies meanwhile; in the order of ids, so that two sweeps never wait for each other. */
async function lockLapsed(tx: Queryable, today: string): Promise<void> {
  await tx.query(
    `SELECT FROM companies WHERE id IN (SELECT r.company_id FROM representatives r WHERE ${lapsed})
     ORDER BY id FOR UPDATE`,
    [today],
  );
}
