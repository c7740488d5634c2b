import type { Decision } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { slotNumber, slotText, textOf } from '../wire.ts';
import type { DecisionRow } from './decision-store.ts';
import { appealEnd, settleMs } from './policy.ts';
import { isAppealable } from './standing.ts';

/** The first slot whose decisions are still their makers' own: those before it are in the log, or about to be. */
export const settledSlot = (now: Date): number => slotNumber(new Date(now.getTime() - settleMs));

const dayOfSlot = (slot: number): string => slotText(slot).slice(0, 10);

/** A decision as everybody may read it: by a role, on a day. */
export function presentDecision(row: DecisionRow): Decision {
  return {
    id: textOf(row.id),
    room: row.room_id,
    thread: textOf(row.thread_id),
    post: textOf(row.post_id),
    action: row.action,
    rule: row.rule,
    words: row.words,
    by: row.by,
    caution: row.caution,
    minutes: row.slow === null ? null : row.slow * talkLimits.slotMinutes,
    day: dayOfSlot(row.slot),
    appealUntil: isAppealable(row.action) ? dayOfSlot(appealEnd(row.slot) - 1) : null,
    appeal: row.appeal,
    logged: row.log_index === null ? null : Number(row.log_index),
  };
}
