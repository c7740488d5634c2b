import type { Queryable } from '@teahouse/kit/pool';
import { equal } from '@teahouse/protocol';
import { tellBanned } from './banned.ts';
import { eraseDecision, holdDecision } from './decision-store.ts';
import { unfit } from './faults.ts';
import { readOrderGround } from './ground.ts';
import { isIdle, type Place, settle } from './settle.ts';
import { effectOf } from './standing.ts';

/** Which decision is taken back, and by whom. */
export interface UndoPlan extends Place {
  readonly decision: Uint8Array;
  /** Id of whoever takes it back. */
  readonly staff: string;
  /** Decisions of this slot and after it are not published yet: `settledSlot`. */
  readonly settled: number;
}

/**
 * Takes a decision back before it is published, as if it had not been; in a transaction of the caller's, at most eight
 * statements. Throws `decision-unknown`, `not-yours`, `decision-published`, and `decision-unfit` where somebody decided
 * about the same since.
 */
export async function undoDecision(tx: Queryable, plan: UndoPlan): Promise<void> {
  const row = await holdDecision(tx, plan.room, plan.decision);
  if (!row || !equal(row.post_id, plan.post)) throw unfit('decision-unknown');
  if (row.staff !== plan.staff) throw unfit('not-yours');
  if (row.log_index !== null || row.slot < plan.settled) throw unfit('decision-published');
  // Answers to appeals stand: the author may have read them.
  if (row.action === 'restore' || row.action === 'uphold') throw unfit('decision-unfit');
  const ground = await readOrderGround(tx, plan.room, plan.post);
  if (!ground) throw unfit('decision-unknown');
  // `open` may have changed since by somebody's report; all else only by another decision.
  const { open, ...made } = effectOf(row.action, row);
  if (!isIdle(ground.standing, made)) throw unfit('decision-unfit');
  await settle(tx, plan, ground, row.before);
  await eraseDecision(tx, row, { ...ground.standing, ...row.before });
  if (row.action === 'ban-picture') await tellBanned(tx);
}
