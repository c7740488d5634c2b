/** How large a simulated town is. */
export interface TownSize {
  readonly members: number;
  readonly companies: number;
  readonly days: number;
  readonly posts: number;
  readonly seed: number;
}

/** quality.md, "The thief": the run of every change, and the one for a release. */
export const small: TownSize = { members: 120, companies: 3, days: 20, posts: 1200, seed: 1 };
export const big: TownSize = { members: 400, companies: 12, days: 60, posts: 20_000, seed: 1 };

/** Below this many credentials a label widens by itself; no company of the town is smaller. */
export const floor = 5;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The town's time begins so that a month ends in the middle of it. */
export const beginningOf = ({ days }: TownSize): number =>
  Date.parse('2026-11-01T00:00:00Z') - Math.floor(days / 2) * day;

/** Company of each member, by place: sizes fall as 1/k, none below the floor. */
export function employersOf({ members, companies }: TownSize): number[] {
  const least = floor + 1;
  if (members < companies * least)
    throw new RangeError(`${companies} companies need ${companies * least} members`);
  const shares = Array.from({ length: companies }, (_, k) => 1 / (k + 1));
  const sum = shares.reduce((total, share) => total + share, 0);
  const spare = members - companies * least;
  const sizes = shares.map((share) => least + Math.floor((share / sum) * spare));
  sizes[0] = (sizes[0] ?? 0) + members - sizes.reduce((total, size) => total + size, 0);
  return sizes.flatMap((size, company) => Array.from({ length: size }, () => company));
}
