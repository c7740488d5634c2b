/** Where a service gets the time: passed in, so that tests own it. */
export interface Clock {
  now(): Date;
}

export interface FakeClock extends Clock {
  /** Moves by milliseconds; may be negative, as real clocks are set back too. */
  advance(milliseconds: number): void;
  set(moment: Date | string): void;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that moves only when told. */
export function fakeClock(start: Date | string): FakeClock {
  let moment = new Date(start).getTime();
  return {
    now: () => new Date(moment),
    advance: (milliseconds) => {
      moment += milliseconds;
    },
    set: (to) => {
      moment = new Date(to).getTime();
    },
  };
}
