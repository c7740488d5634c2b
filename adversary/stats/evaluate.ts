import { createDice } from '@teahouse/testbed/dice';
import type { Accusations } from '../attacker/attack.ts';
import { groupBy } from '../lib/group.ts';
import type { Truth } from '../town/stage.ts';
import { upperBound } from './bounds.ts';
import { permute, tally } from './permute.ts';

/** A strategy's success beside blind chance. Rates are parts of all posts. */
export interface Score {
  readonly strategy: string;
  /** The reading that did best. */
  readonly reading: string;
  readonly hits: number;
  readonly rate: number;
  readonly chance: number;
  readonly upper99: number;
  readonly p: number;
}
export interface Judgement {
  readonly scores: readonly Score[];
  readonly familyP: number;
  readonly posts: number;
}

/** Holds the thief's accusations against the truth. Throws where a post's author is not known. */
export function evaluate(said: Accusations, truth: Truth, seed = 1): Judgement {
  const place = new Map(said.accounts.map((account, n) => [account, n]));
  const authors = said.posts.map((post) => {
    const author = place.get(truth.posts[post] ?? '');
    if (author === undefined) throw new RangeError(`nobody is known to have written ${post}`);
    return author;
  });
  const strata = groupBy(said.accounts.keys(), (n) => JSON.stringify(truth.members[said.accounts[n] ?? '']));
  const tallies = said.readings.map((one) => tally(one.guesses, authors, one));
  const { strategies, familyP } = permute(
    tallies,
    [...strata.values()],
    said.accounts.length,
    createDice(seed),
  );
  const posts = said.posts.length;
  const chance = said.chance.reduce((sum, part) => sum + part, 0) / posts;
  const scores = strategies.map(({ strategy, name, hits, p, sd, mean }): Score => {
    const rate = hits / posts;
    // Posts of one author hit or miss together: as many independent posts as would spread as much as permuting shows.
    const expected = Math.max(mean, 1) / posts;
    const effective = Math.min(posts, (posts * posts * expected * (1 - expected)) / (sd * sd));
    const upper99 = upperBound(rate * effective, effective);
    return { strategy, reading: name, hits, rate, chance, upper99, p };
  });
  return { scores, familyP, posts };
}
