import type { OrderReason } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { dayOf, epochOf } from '@teahouse/protocol';
import { dayAfter } from '../days.ts';
import { fail } from '../errors.ts';
import { lockCase } from './case-store.ts';
import { carryOut, count, tellDecided, undo } from './decide.ts';

/** Name and handle, as the console's log names a member. */
const calledOf = (account: string) =>
  `(SELECT a.name || ' · ' || f.handle FROM accounts a JOIN profiles f ON f.account_id = a.id WHERE a.id = ${account})`;

/**
 * Suspends a member whom nobody had to report, as a decision on a case about the member: six statements. Tells the last
 * day, null until further notice. Throws `member-unknown`, `suspend-own`.
 */
export async function suspend(
  tx: Queryable,
  i: { member: string; staff: string; rule: OrderReason; days: number | undefined; words: string; now: Date },
): Promise<{ subject: string; until: string | null }> {
  const today = dayOf(i.now);
  const { rows } = await tx.query<{ id: string; subject: string }>(
    `INSERT INTO house_cases (kind, subject, part, owner_id, open, priority, day)
     SELECT 'member', account_id, '', account_id, false, 0, $2 FROM profiles WHERE account_id = $1
     ON CONFLICT (kind, subject, part) DO UPDATE SET copy = '' RETURNING id, ${calledOf('$1')} AS subject`,
    [i.member, today],
  );
  const [made] = rows;
  const found = made && (await lockCase(tx, made.id, i.staff));
  if (!made || !found) throw fail('member-unknown');
  if (found.own) throw fail('suspend-own');
  const until = i.days === undefined ? null : dayAfter(i.now, i.days);
  const decision = { action: 'suspend' as const, reason: i.rule, words: i.words };
  await carryOut(tx, found, { id: made.id, staff: i.staff, until, today }, decision);
  await count(tx, epochOf(i.now), 'suspend');
  return { subject: made.subject, until };
}

/** Takes a suspension back, and tells the member; who it was is told. Throws `member-unknown`, `not-suspended`. */
export async function liftSuspension(
  tx: Queryable,
  { member, today }: { member: string; today: string },
): Promise<string> {
  const { rows } = await tx.query<{ subject: string | null; decision: string | null }>(
    `SELECT ${calledOf('$1')} AS subject, (SELECT s.decision_id FROM suspensions s
       WHERE s.account_id = $1 AND (s.until IS NULL OR s.until >= $2::date)) AS decision`,
    [member, today],
  );
  const { subject = null, decision = null } = rows[0] ?? {};
  if (subject === null) throw fail('member-unknown');
  if (decision === null) throw fail('not-suspended');
  const thing = { kind: 'member' as const, subject: member, part: '' };
  await undo(tx, { ...thing, decision, action: 'suspend', today });
  await tellDecided(tx, { subject: decision, to: [member], day: today });
  return subject;
}
