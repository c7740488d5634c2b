import { createDice } from '@teahouse/testbed/dice';
import { expect, it } from 'vitest';
import type { Case } from '../attacker/case.ts';
import { setBallotQuestions } from './ballots.ts';
import type { Asked } from './questions.ts';

/** Eighty people speak in many threads and vote in some, whenever they happen to. */
function unlinked(seed: number) {
  const dice = createDice(seed);
  const places = Array.from({ length: 600 }, (_, n) => n);
  const label = { kind: 'alias', epoch: '2026-11' } as const;
  const where = () => ({ room: 'square', thread: `t${dice.below(150)}`, label });
  const aliases = places.map((n) => ({ pseudonym: `p${n}`, ...where() }));
  const posts = places.map((n) => ({ id: `post${n}`, alias: n, time: dice.below(1_000_000) }));
  const ballots = places.map((n) => ({
    ...{ pseudonym: `b${n}`, act: `act${n}`, row: { time: dice.below(1_000_000) } },
    ...where(),
  }));
  const somebody = () => `author${dice.below(80)}`;
  const truth = {
    posts: Object.fromEntries(places.map((n) => [`post${n}`, somebody()])),
    ballots: Object.fromEntries(places.map((n) => [`act${n}`, somebody()])),
    ...{ members: {}, refused: {} },
  };
  const times = new Map<string, number>([
    ...posts.map(({ time }, n): [string, number] => [`p${n}`, time]),
    ...ballots.map(({ row }, n): [string, number] => [`b${n}`, row.time]),
  ]);
  return { found: { aliases, posts, ballots } as unknown as Case, truth, times, dice };
}

it('asks about ballots nothing that closeness in time answers where nothing links them', () => {
  const tally = { 'ballot-to-alias': [0, 0, 0], 'ballot-to-ballot': [0, 0, 0] };
  for (let seed = 1; seed <= 4; seed += 1) {
    const { found, truth, times, dice } = unlinked(seed);
    const questions = setBallotQuestions(found, truth, dice);
    const count = (counts: number[], asked: readonly Asked[]) => {
      for (const { alias, candidates, right } of asked) {
        const far = candidates.map((one) => Math.abs((times.get(one) ?? 0) - (times.get(alias) ?? 0)));
        const hit = far.indexOf(Math.min(...far)) === right ? 1 : 0;
        for (const [place, more] of [1, hit, 1 / candidates.length].entries())
          counts[place] = (counts[place] ?? 0) + more;
      }
    };
    count(tally['ballot-to-alias'], questions['ballot-to-alias']);
    count(tally['ballot-to-ballot'], questions['ballot-to-ballot']);
  }
  // Some 2,400 questions each at 2.5 %: 60 hits are expected, with a spread of some 8.
  for (const [asked = 0, hits = 0, chance = 0] of Object.values(tally)) {
    expect(asked).toBeGreaterThan(2000);
    expect(hits / chance).toBeGreaterThan(0.5);
    expect(hits / chance).toBeLessThan(1.5);
  }
});

it('asks of a thread which of its own aliases voted, and of others in other threads only', () => {
  const { found, truth, dice } = unlinked(9);
  const questions = setBallotQuestions(found, truth, dice);
  const thread = new Map<string, string>(
    [...found.aliases, ...found.ballots].map((one): [string, string] => [one.pseudonym, one.thread]),
  );
  expect(questions['ballot-in-thread'].length).toBeGreaterThan(5);
  for (const { alias, candidates } of questions['ballot-in-thread'])
    expect(new Set(candidates.map((one) => thread.get(one)))).toEqual(new Set([thread.get(alias)]));
  for (const { alias, candidates } of questions['ballot-to-ballot'])
    expect(candidates.map((one) => thread.get(one))).not.toContain(thread.get(alias));
  for (const { alias, candidates, right, author } of Object.values(questions).flat()) {
    expect(candidates).not.toContain(alias);
    const name = candidates[right] ?? '';
    const said = name.startsWith('p')
      ? truth.posts[`post${name.slice(1)}`]
      : truth.ballots[`act${name.slice(1)}`];
    expect(said).toBe(author);
  }
});
