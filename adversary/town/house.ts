import { day, hour, minute } from './size.ts';
import type { Stage } from './stage.ts';

const slot = 5 * minute;
/** members/issuer/schedule.ts: every day at three, and in the first minutes of a month. */
const batchHour = 3;
/** Milliseconds into an hour, or a slot, until a round that production makes every minute has come. */
const soon = minute / 2;

export interface House {
  /** Something was accepted just now: its refund is signed as soon as that is due. */
  accepted(): void;
}

/**
 * What the house does by itself, from `start` to `end`, as production's timers do: batches, and talk's upkeep. That runs
 * once a minute in life, and finds something to write at a full hour (the root of acts) and in the slot a day after a
 * post (its refund): only those rounds are played. `upkeepEvery` instead: just so often, in milliseconds.
 */
export function keepHouse(stage: Stage, start: number, end: number, upkeepEvery?: number): House {
  const { agenda, town } = stage;
  const upkeep = (at: number) => agenda.put({ at, who: -1, run: () => town.talk.upkeep() });
  for (let at = start; at < end; at += upkeepEvery ?? hour) upkeep(at + soon);
  for (let at = start; at < end; at += day) {
    agenda.put({ at: at + batchHour * hour, who: -1, run: () => town.batch() });
    if (new Date(at).getUTCDate() === 1) agenda.put({ at: at + minute, who: -1, run: () => town.batch() });
  }
  const due = new Set<number>();
  return {
    accepted() {
      const slotOfRefund = Math.floor((town.clock.now().getTime() + day) / slot);
      // A post is dated by its slot: it is due in the same slot a day later.
      if (upkeepEvery !== undefined || due.has(slotOfRefund) || (slotOfRefund * slot) % hour === 0) return;
      due.add(slotOfRefund);
      upkeep(slotOfRefund * slot + soon);
    },
  };
}
