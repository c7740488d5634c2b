import { dayOf } from '@teahouse/protocol';

const dayLength = 86_400_000;
/** An act that was accepted in the last slot of a day may become visible a little later. */
const settling = 3_600_000;
/** How far back the first look goes, and any later one. */
export const daysBack = 60;

const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/**
 * The days (UTC) whose files are to be read now, newest first: those after the last that is done, today's always, and no
 * more than `daysBack`. The answer depends on nothing but when this device looked before: not on what its person said, or
 * the first look would tell when that began.
 */
export function daysToRead(done: string | undefined, now: Date): string[] {
  const today = startOf(dayOf(now));
  const after = done === undefined ? Number.NEGATIVE_INFINITY : startOf(done);
  return Array.from({ length: daysBack }, (_, i) => today - i * dayLength)
    .filter((start) => start > after || start === today)
    .map((start) => dayOf(new Date(start)));
}

/** The last day that has ended for good: what is read of it now is all there will be. */
export const lastSettled = (now: Date): string =>
  dayOf(new Date(startOf(dayOf(new Date(now.getTime() - settling))) - dayLength));
