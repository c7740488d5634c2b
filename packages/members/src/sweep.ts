import { membersLimits } from '@teahouse/contract/members';
import { isOverloaded, type Pool, type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayAfter } from './days.ts';
import { sweepReferrals } from './jobs/referral-store.ts';
import { deleteLeft } from './leaving/leave.ts';
import { sweepRequests } from './network/store.ts';
import { sweepNotices } from './notices/store.ts';
import { sweepInvitations } from './open/invitation-store.ts';
import { sweepDrafts } from './pictures/store.ts';

/** Of codes that people wait for; their rows have a time finer than a day. */
const codeTables = ['sign_ups', 'work_codes', 'resets', 'email_codes'] as const;
type CodeTable = (typeof codeTables)[number];

/** Removes what has expired, and accounts whose day has come. */
export async function sweep(pool: Pool, now: Date, today: string): Promise<void> {
  for (const table of codeTables) await pool.query(`DELETE FROM ${table} WHERE expires <= $1`, [now]);
  await pool.query('DELETE FROM letter_codes WHERE expires < $1', [today]);
  await pool.query('DELETE FROM ended_sessions WHERE expires < $1', [today]);
  await pool.query('DELETE FROM access_tokens WHERE expires < $1', [today]);
  await pool.query('DELETE FROM email_undos WHERE until < $1', [today]);
  await pool.query('DELETE FROM suspensions WHERE until < $1', [today]);
  await sweepRequests(pool, today, dayAfter(now, -membersLimits.network.declinedDays));
  await sweepDrafts(pool, dayAfter(now, -membersLimits.pictureDraftDays));
  await sweepNotices(pool, dayAfter(now, -membersLimits.noticeDays));
  await sweepReferrals(pool, dayAfter(now, -membersLimits.referralDays));
  await sweepInvitations(pool, dayAfter(now, -membersLimits.invitationDays));
  await deleteLeft(pool, today);
  for (const table of codeTables) await emptyPages(pool, table);
  await emptyPages(pool, 'letter_codes');
}

/**
 * Deleted rows stay readable in a table's pages until others take their place. Where no row is left, the pages go too;
 * not while the table is in use: the next sweep will do.
 */
async function emptyPages(pool: Pool, table: CodeTable | 'letter_codes'): Promise<void> {
  const remains = `SELECT pg_relation_size('${table}') > 0 AND NOT EXISTS (SELECT FROM ${table}) AS remains`;
  const isDue = async (db: Queryable) => (await db.query<{ remains: boolean }>(remains)).rows[0]?.remains;
  if (!(await isDue(pool))) return;
  await withTransaction(pool, async (tx) => {
    await tx.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE NOWAIT`);
    if (await isDue(tx)) await tx.query(`TRUNCATE ${table}`);
  }).catch((error: unknown) => {
    if (!isOverloaded(error)) throw error;
  });
}
