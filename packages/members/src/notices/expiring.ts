import { membersLimits } from '@teahouse/contract/members';
import type { Pool } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { dayAfter } from '../days.ts';
import { tell } from './tell.ts';

/** Employments told of in one run: the rest follow with the next. */
const most = 5_000;

/** Tells members whose proof of employment ends within days, once for each proof. Run daily. */
export async function tellExpiring(pool: Pool, now: Date): Promise<void> {
  const day = dayOf(now);
  const { rows } = await pool.query<{ id: string; account: string }>(
    `SELECT e.id, e.account_id AS account FROM employments e
     WHERE e.expires BETWEEN $1::date AND $2::date AND NOT EXISTS (
       SELECT FROM notices n WHERE n.subject = e.id AND n.reader_id = e.account_id AND n.kind = 'expiring'
         AND n.day > e.expires - ($3::int + 1))
     ORDER BY e.expires, e.id LIMIT $4`,
    [day, dayAfter(now, membersLimits.noticeExpiringDays), membersLimits.noticeExpiringDays, most],
  );
  for (const { id, account } of rows)
    await tell(pool, { kind: 'expiring', subject: id, by: null, to: [account], day });
}
