import { createDice } from '@teahouse/testbed/dice';
import { expect, it } from 'vitest';
import type { Case } from '../attacker/case.ts';
import { setQuestions } from './questions.ts';

/** A town in which who enters when is drawn: nothing links two aliases of a person. */
function unlinked(seed: number) {
  const dice = createDice(seed);
  const places = Array.from({ length: 900 }, (_, n) => n);
  const times = places.map(() => dice.below(1_000_000)).sort((a, b) => a - b);
  const label = { kind: 'alias', epoch: '2026-11' } as const;
  const aliases = places.map((n) => ({
    pseudonym: `p${n}`,
    room: 'square',
    thread: `t${dice.below(200)}`,
    label,
  }));
  const posts = places.map((n) => ({ id: `post${n}`, alias: n, time: times[n] as number }));
  const authors = places.map((n) => [`post${n}`, `author${dice.below(90)}`]);
  const truth = { posts: Object.fromEntries(authors), ballots: {}, members: {}, refused: {} };
  return { found: { aliases, posts } as unknown as Case, truth, times, dice };
}

it('asks nothing that closeness in time answers where nothing links two aliases', () => {
  const tally = { asked: 0, hits: 0, chance: 0 };
  for (let seed = 1; seed <= 4; seed += 1) {
    const { found, truth, times, dice } = unlinked(seed);
    const timeOf = (pseudonym: string) => times[Number(pseudonym.slice(1))] as number;
    for (const { alias, candidates, right } of setQuestions(found, truth, () => 0, dice)) {
      const far = candidates.map((one) => Math.abs(timeOf(one) - timeOf(alias)));
      tally.asked += 1;
      tally.hits += far.indexOf(Math.min(...far)) === right ? 1 : 0;
      tally.chance += 1 / candidates.length;
    }
  }
  // 3,600 questions at 2.5 %: 90 hits are expected, with a spread of some 10.
  expect(tally.asked).toBeGreaterThan(3000);
  expect(tally.hits / tally.chance).toBeGreaterThan(0.6);
  expect(tally.hits / tally.chance).toBeLessThan(1.4);
});
