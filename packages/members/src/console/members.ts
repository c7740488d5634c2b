import type { ConsoleMember, ConsoleRole, ConsoleStaff, OrderReason } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { liftSuspension, suspend } from '../order/suspend.ts';
import type { Change } from './companies.ts';
import { record } from './log.ts';

const roles = `ARRAY(SELECT role FROM staff_roles s WHERE s.account_id = a.id ORDER BY role)`;

/** The member with this whole address or handle, and never one of whom only a part fits. One statement. */
export async function findMember(
  db: Queryable,
  { who, today }: { who: string; today: string },
): Promise<ConsoleMember | null> {
  const { rows } = await db.query<ConsoleMember>(
    `SELECT a.id, f.handle, a.name, ${roles} AS roles,
       (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', json_build_object('zh', c.name_zh, 'en', c.name_en),
           'standing', CASE WHEN e.expires >= $2::date THEN 'current' ELSE 'former' END) ORDER BY e.expires DESC, c.id), '[]')
         FROM employments e JOIN companies c ON c.id = e.company_id WHERE e.account_id = a.id) AS employers,
       (SELECT json_build_object('until', s.until, 'day', d.day, 'reason', d.reason, 'words', d.words)
         FROM suspensions s JOIN house_decisions d ON d.id = s.decision_id
         WHERE s.account_id = a.id AND (s.until IS NULL OR s.until >= $2::date)) AS suspended
     FROM accounts a JOIN profiles f ON f.account_id = a.id WHERE a.email = $1 OR f.handle = $1`,
    [who.toLowerCase(), today],
  );
  return rows[0] ?? null;
}

/**
 * Suspends as a moderator's decision does: it closes the member's case, is told to them with its words, and another
 * moderator answers an appeal. Throws `member-unknown`, `suspend-own`.
 */
export async function suspendMember(
  ctx: Context,
  member: string,
  { rule, days, ...change }: Change & { rule: OrderReason; days?: number | undefined },
): Promise<void> {
  const now = ctx.clock.now();
  await withTransaction(ctx.pool, async (tx) => {
    const { subject, until } = await suspend(tx, {
      ...{ member, staff: change.by, rule, days, words: change.reason, now },
    });
    await record(tx, { ...change, act: 'member-suspend', member, subject, value: until ?? '' });
  });
}

/** Throws `member-unknown`, `not-suspended`. */
export async function liftMember(ctx: Context, member: string, change: Change): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    const subject = await liftSuspension(tx, { member, today: dayOf(ctx.clock.now()) });
    await record(tx, { ...change, act: 'member-lift', member, subject });
  });
}

/** Everybody with a role, by name. One statement. */
export async function listStaff(db: Queryable): Promise<ConsoleStaff['staff']> {
  const { rows } = await db.query<ConsoleStaff['staff'][number]>(
    `SELECT a.id, f.handle, a.name, ${roles} AS roles
     FROM accounts a JOIN profiles f ON f.account_id = a.id
     WHERE EXISTS (SELECT FROM staff_roles s WHERE s.account_id = a.id) ORDER BY a.name, a.id`,
  );
  return rows;
}

/** Throws `member-unknown`, `role-same`. */
export async function setRole(
  ctx: Context,
  member: string,
  { role, has, ...change }: Change & { role: ConsoleRole; has: boolean },
): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    const { rows } = await tx.query<{ subject: string }>(
      `SELECT a.name || ' · ' || f.handle AS subject FROM accounts a JOIN profiles f ON f.account_id = a.id WHERE a.id = $1`,
      [member],
    );
    const [found] = rows;
    if (!found) throw fail('member-unknown');
    const { rowCount } = await tx.query(
      has
        ? 'INSERT INTO staff_roles (account_id, role) VALUES ($1, $2) ON CONFLICT DO NOTHING'
        : 'DELETE FROM staff_roles WHERE account_id = $1 AND role = $2',
      [member, role],
    );
    if (rowCount === 0) throw fail('role-same');
    const act = has ? 'role-give' : 'role-take';
    await record(tx, { ...change, act, member, subject: found.subject, value: role });
  });
}
