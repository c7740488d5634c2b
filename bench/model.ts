/** What one does in a day, of those who come that day: guesses about a network of this kind, said so that others may guess better. */
export interface Habit {
  /** Case of the bench whose CPU time it takes. */
  readonly case: string;
  readonly words: string;
  /** Of one daily active member. */
  readonly perDay: number;
}

/** Members who come in a month, the part of them who come on a day, and the part of a day's requests in its busiest hour. */
export const town = { monthly: 8_000_000, daily: 0.3, peakHour: 0.1 } as const;
/** A core is planned to be busy so far at the peak. */
export const busy = 0.6;

export const habits: readonly Habit[] = [
  { case: 'room-list', words: 'lists of rooms', perDay: 8 },
  { case: 'thread-100', words: 'pages of threads', perDay: 12 },
  { case: 'hot', words: 'hot lists', perDay: 3 },
  { case: 'search-seldom', words: 'searches in talk', perDay: 0.5 },
  { case: 'reply', words: 'replies under an alias that has entered', perDay: 0.15 },
  { case: 'first-act', words: 'first acts in a thread, each with a proof', perDay: 0.05 },
  { case: 'feed', words: 'feeds', perDay: 6 },
  { case: 'profile', words: 'pages of members', perDay: 5 },
  { case: 'people-search', words: 'searches of people', perDay: 1 },
  { case: 'job-search', words: 'searches of jobs', perDay: 1 },
  { case: 'sign-in', words: 'sign-ins', perDay: 0.05 },
];

export interface Need extends Habit {
  /** Requests a second in the busiest hour. */
  readonly perSecond: number;
  readonly cpuMs: number;
  /** Cores that this keeps busy then. */
  readonly cores: number;
}

/** What a town needs at its peak, by CPU times (ms) of one request; a habit whose case was not measured is left out. */
export function needs(cpuMs: Readonly<Record<string, number>>, members: number = town.monthly): Need[] {
  return habits.flatMap((habit) => {
    const ms = cpuMs[habit.case];
    if (ms === undefined) return [];
    const perSecond = (members * town.daily * habit.perDay * town.peakHour) / 3600;
    return [{ ...habit, perSecond, cpuMs: ms, cores: (perSecond * ms) / 1000 }];
  });
}

/** Cores to have, for what they are busy with: whole ones. */
export const coresFor = (all: readonly Need[]): number =>
  Math.ceil(all.reduce((sum, { cores }) => sum + cores, 0) / busy);
