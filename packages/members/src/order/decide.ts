import type { DecideCase } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf, epochOf } from '@teahouse/protocol';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { dayAfter } from '../days.ts';
import { fail } from '../errors.ts';
import { tell } from '../notices/tell.ts';
import { indexMembers } from '../search/index.ts';
import { type LockedCase, lockCase } from './case-store.ts';
import { type StoredThing, setHidden } from './thing-store.ts';

type Decision = z.output<typeof DecideCase>;

/**
 * Decides a case and closes it; what the decision says happens in the same transaction. A case may be decided more than
 * once: hidden, and then its author warned. Throws `case-unknown`, `case-own`, `action-unfit`.
 */
export async function decide(ctx: Context, staff: string, id: string, decision: Decision): Promise<void> {
  const now = ctx.clock.now();
  await withTransaction(ctx.pool, async (tx) => {
    const found = await lockCase(tx, id, staff);
    if (!found) throw fail('case-unknown');
    if (found.own) throw fail('case-own');
    if (decision.action === 'hide' && found.kind === 'member') throw fail('action-unfit');
    const until =
      decision.action === 'suspend' && decision.days !== undefined ? dayAfter(now, decision.days) : null;
    await carryOut(tx, found, { id, staff, until, today: dayOf(now) }, decision);
    await count(tx, epochOf(now), decision.action);
  });
}

/** Writes the decision on a locked case and does what it says; for whoever has looked whether they may. */
export async function carryOut(
  tx: Queryable,
  found: LockedCase,
  i: { id: string; staff: string; until: string | null; today: string },
  { action, reason, words }: Pick<Decision, 'action' | 'reason' | 'words'>,
): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `WITH closed AS (UPDATE house_cases SET open = false, assignee = NULL, priority = 0, day = $8 WHERE id = $1)
     INSERT INTO house_decisions (case_id, owner_id, action, reason, words, until, staff_id, day)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [i.id, found.owner, action, reason, words, i.until, i.staff, i.today],
  );
  if (action === 'hide') await showOrHide(tx, found, true, i.today);
  const owner = action === 'dismiss' ? [] : [found.owner];
  await tellDecided(tx, { subject: i.id, to: [...owner, ...found.reporters], day: i.today });
  if (action === 'suspend')
    await tx.query(
      `INSERT INTO suspensions (account_id, until, decision_id) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET until = excluded.until, decision_id = excluded.decision_id`,
      [found.owner, i.until, rows[0]?.id],
    );
}

/** Says to those concerned that something was decided: what, they read where they stand; by whom, nowhere. */
export const tellDecided = (
  tx: Queryable,
  i: { subject: string; to: readonly string[]; day: string },
): Promise<void> => tell(tx, { kind: 'decision', by: null, ...i });

/** A hidden part of a page is not found either. */
async function showOrHide(tx: Queryable, thing: StoredThing, hidden: boolean, today: string): Promise<void> {
  await setHidden(tx, thing, hidden);
  if (thing.kind === 'part') await indexMembers(tx, [thing.subject], today);
}

/** Takes back what a decision did. */
export async function undo(
  tx: Queryable,
  i: StoredThing & { decision: string; action: string; today: string },
): Promise<void> {
  await tx.query('UPDATE house_decisions SET undone = true WHERE id = $1', [i.decision]);
  if (i.action === 'hide') await showOrHide(tx, i, false, i.today);
  if (i.action === 'suspend') await tx.query('DELETE FROM suspensions WHERE decision_id = $1', [i.decision]);
}

/** Counts what was decided, for everybody to read. */
export async function count(tx: Queryable, month: string, action: string): Promise<void> {
  await tx.query(
    `INSERT INTO house_counts (month, action, n) VALUES ($1, $2, 1)
     ON CONFLICT (month, action) DO UPDATE SET n = house_counts.n + 1`,
    [month, action],
  );
}
