import type { Dice } from '../dice.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The town is in China; it sleeps from one to seven there. */
const utcOffset = 8 * hour;

/** Moves a moment out of the small hours, into the morning after. */
function outOfTheNight(at: number, dice: Dice): number {
  const local = (at + utcOffset) % day;
  if (local < hour || local >= 7 * hour) return at;
  return at - local + 7 * hour + Math.floor(dice.next() * 2 * hour);
}

/**
 * When the replies of a thread come: most soon after its opening, some later, none after `end`; ascending, at least
 * a minute apart. Milliseconds since 1970.
 */
function replyTimes(opened: number, count: number, end: number, dice: Dice): number[] {
  const room = end - opened - 2 * minute;
  const reach = Math.min(room, count > 10 ? 2.5 * day : 1.5 * day);
  const times = Array.from({ length: count }, () => {
    // Cubed: half of them fall into the first eighth.
    const at = opened + 2 * minute + dice.next() ** 3 * (reach - 2 * minute);
    const awake = outOfTheNight(at, dice);
    return awake < end ? awake : at;
  }).sort((a, b) => a - b);
  const spaced: number[] = [];
  for (const at of times) spaced.push(Math.max(at, (spaced.at(-1) ?? opened) + minute));
  // The minutes between may have pushed the last ones over the end.
  let latest = end;
  for (let i = spaced.length - 1; i >= 0; i--) {
    spaced[i] = Math.min(spaced[i] as number, latest);
    latest = (spaced[i] as number) - 1000;
  }
  return spaced;
}

/** When a thread was opened, and when each of its replies came. Milliseconds since 1970. */
export interface ThreadTimes {
  readonly opened: number;
  readonly replies: readonly number[];
}

/** The times of a thread that was opened `daysAgo` days before `end` and has `count` replies. */
export function threadTimes(daysAgo: number, count: number, end: number, dice: Dice): ThreadTimes {
  const wished = end - daysAgo * day;
  const awake = outOfTheNight(wished, dice);
  const opened = awake < end - 30 * minute ? awake : wished;
  return { opened, replies: replyTimes(opened, count, end, dice) };
}

/** Some while after `at`, but before `end`: when a correction or a deletion follows. */
export const afterwards = (at: number, end: number, dice: Dice): number =>
  Math.min(at + (10 + dice.below(80)) * minute, Math.max(at + 1000, end));

export { day, minute };
