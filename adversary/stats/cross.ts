import type { Dice } from '@teahouse/testbed/dice';
import type { CrossReading } from '../attacker/cross.ts';
import { groupBy } from '../lib/group.ts';
import { upperBound } from './bounds.ts';
import type { Judgement, Score } from './evaluate.ts';
import type { Asked } from './questions.ts';

interface Judged {
  readonly reading: CrossReading;
  readonly hits: number;
  readonly z: number;
  readonly draws: Float64Array;
}

/**
 * Holds answers against the right ones. If the loot says nothing, the right one could as well be any candidate of its
 * question; p is how often such a draw does as well, at the best of a strategy's readings.
 */
export function evaluateCross(
  readings: readonly CrossReading[],
  questions: readonly Asked[],
  dice: Dice,
  rounds = 2999,
): Judgement {
  const chance = questions.reduce((sum, { candidates }) => sum + 1 / candidates.length, 0);
  const spread = Math.sqrt(
    questions.reduce((sum, { candidates: { length: n } }) => sum + (1 / n) * (1 - 1 / n), 0),
  );
  const rights = Array.from({ length: rounds }, () =>
    questions.map(({ candidates }) => dice.below(candidates.length)),
  );
  const judged = readings.map((reading): Judged => {
    const count = (right: readonly number[]) =>
      reading.answers.reduce((sum, one, q) => sum + (one === right[q] ? 1 : 0), 0);
    const hits = count(questions.map(({ right }) => right));
    return { reading, hits, z: (hits - chance) / spread, draws: Float64Array.from(rights, count) };
  });
  const best = [...groupBy(judged, ({ reading }) => reading.strategy).values()].map((list) =>
    scoreOf(list, questions, chance),
  );
  return { scores: best, familyP: judged.length === 0 ? 1 : pOf(judged), posts: questions.length };
}

const topOf = (list: readonly Judged[]): Judged => list.reduce((best, one) => (one.z > best.z ? one : best));

function pOf(list: readonly Judged[]): number {
  const { hits, draws } = topOf(list);
  let asGood = 0;
  for (let round = 0; round < draws.length; round += 1)
    if (list.some((one) => (one.draws[round] as number) >= hits)) asGood += 1;
  return (asGood + 1) / (draws.length + 1);
}

function scoreOf(list: readonly Judged[], questions: readonly Asked[], chance: number): Score {
  const { reading, hits } = topOf(list);
  const total = Math.max(1, questions.length);
  // Answers about one author hang together: independent ones that would spread as much.
  const off = questions.map(({ right, candidates, author }, q) => ({
    author,
    by: (reading.answers[q] === right ? 1 : 0) - 1 / candidates.length,
  }));
  const alone = off.reduce((sum, { by }) => sum + by * by, 0);
  const together = [...groupBy(off, ({ author }) => author).values()].reduce(
    (sum, own) => sum + own.reduce((part, { by }) => part + by, 0) ** 2,
    0,
  );
  const effective = total / Math.max(1, together / Math.max(alone, Number.MIN_VALUE));
  const rate = hits / total;
  return {
    ...{ strategy: reading.strategy, reading: reading.name, hits, rate, chance: chance / total },
    upper99: upperBound(rate * effective, effective),
    p: pOf(list),
  };
}
