import type { Dice } from '@teahouse/testbed/dice';
import { groupBy } from '../lib/group.ts';

/** Guesses of one reading, counted: how often which account was named for posts of which author. */
export interface Tally {
  readonly name: string;
  readonly strategy: string;
  /** Author, account named, posts; and again. */
  readonly cells: Int32Array;
}

/** What permuting the authors says about one reading. */
export interface Verdict {
  readonly name: string;
  readonly strategy: string;
  readonly hits: number;
  /** Hits that permuted authors give in the mean, and their spread. */
  readonly mean: number;
  readonly sd: number;
  readonly z: number;
}

/** A strategy at its best reading, with the p that counts how many readings it had to choose from. */
export interface StrategyVerdict extends Verdict {
  readonly p: number;
}

export interface Permuted {
  readonly strategies: readonly StrategyVerdict[];
  /** Of the best reading of all strategies together. */
  readonly familyP: number;
}

export function tally(
  guesses: readonly number[],
  authors: readonly number[],
  of: { readonly strategy: string; readonly name: string },
): Tally {
  const counts = new Map<string, number>();
  for (const [post, guess] of guesses.entries()) {
    if (guess < 0) continue;
    const key = `${authors[post]} ${guess}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    ...of,
    cells: Int32Array.from([...counts].flatMap(([key, posts]) => [...key.split(' ').map(Number), posts])),
  };
}

function hitsUnder({ cells }: Tally, standsFor: Int32Array): number {
  let hits = 0;
  for (let at = 0; at < cells.length; at += 3)
    if (standsFor[cells[at] as number] === cells[at + 1]) hits += cells[at + 2] as number;
  return hits;
}

/** Leaves out what no exchange can turn into a hit: accounts named outside of the author's stratum. */
function withinStrata(one: Tally, strata: readonly (readonly number[])[]): Tally {
  const stratumOf = new Map(
    strata.flatMap((members, place) => members.map((author) => [author, place] as const)),
  );
  const cells: number[] = [];
  for (let at = 0; at < one.cells.length; at += 3) {
    const [author, named] = [one.cells[at] as number, one.cells[at + 1] as number];
    if (stratumOf.get(author) === stratumOf.get(named))
      cells.push(author, named, one.cells[at + 2] as number);
  }
  return { ...one, cells: Int32Array.from(cells) };
}

/** A random exchange of authors within their strata. */
function exchange(strata: readonly (readonly number[])[], size: number, dice: Dice): Int32Array {
  const standsFor = Int32Array.from({ length: size }, (_, author) => author);
  for (const stratum of strata) {
    const order = dice.shuffled(stratum);
    for (const [place, author] of stratum.entries()) standsFor[author] = order[place] as number;
  }
  return standsFor;
}

/**
 * Permutes who is behind which author within strata, all posts of an author together: if the loot says nothing, no
 * exchange makes a difference. The best reading of each strategy is judged against the best under each exchange
 * (Westfall and Young, max-statistic), which pays for the choice.
 */
export function permute(
  all: readonly Tally[],
  strata: readonly (readonly number[])[],
  authors: number,
  dice: Dice,
  rounds = 2999,
): Permuted {
  const tallies = all.map((one) => withinStrata(one, strata));
  const identity = Int32Array.from({ length: authors }, (_, author) => author);
  const observed = tallies.map((one) => hitsUnder(one, identity));
  const draws = tallies.map(() => new Float64Array(rounds));
  for (let round = 0; round < rounds; round += 1) {
    const standsFor = exchange(strata, authors, dice);
    for (const [place, one] of tallies.entries())
      (draws[place] as Float64Array)[round] = hitsUnder(one, standsFor);
  }
  const verdicts = tallies.map((one, place): Verdict & { draws: Float64Array } => {
    const own = draws[place] as Float64Array;
    const mean = own.reduce((sum, hits) => sum + hits, 0) / rounds;
    // A reading that hardly ever speaks must not win by a spread of nearly nothing.
    const sd = Math.max(1, Math.sqrt(own.reduce((sum, hits) => sum + (hits - mean) ** 2, 0) / rounds));
    const hits = observed[place] as number;
    return { strategy: one.strategy, name: one.name, hits, mean, sd, z: (hits - mean) / sd, draws: own };
  });
  const best = [...groupBy(verdicts, ({ strategy }) => strategy).values()].map((readings) =>
    judge(readings, rounds),
  );
  return { strategies: best, familyP: judge(verdicts, rounds).p };
}

function judge(readings: readonly (Verdict & { draws: Float64Array })[], rounds: number): StrategyVerdict {
  const top = readings.reduce((best, one) => (one.z > best.z ? one : best));
  let asGood = 0;
  for (let round = 0; round < rounds; round += 1)
    if (readings.some(({ draws, mean, sd }) => ((draws[round] as number) - mean) / sd >= top.z)) asGood += 1;
  const { draws: _, ...verdict } = top;
  return { ...verdict, p: (asGood + 1) / (rounds + 1) };
}
