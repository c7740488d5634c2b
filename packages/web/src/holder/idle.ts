import type { LockAfter } from '@teahouse/client';

const minute = 60_000;

/** Whether a device was left alone for longer than its owner wished; times in milliseconds. */
export interface Idle {
  /** Somebody is there. */
  used(now: number): void;
  isOver(after: LockAfter, now: number): boolean;
}

/** A clock that was set back, or a device that slept, counts as what it shows. */
export function createIdle(start: number): Idle {
  let last = start;
  return {
    used: (now) => {
      last = now;
    },
    isOver: (after, now) => after !== 'closed' && Math.abs(now - last) >= after * minute,
  };
}
