import { createDice } from '@teahouse/testbed/dice';
import { accuse } from '../attacker/attack.ts';
import { askBallots } from '../attacker/ballots.ts';
import type { Case } from '../attacker/case.ts';
import { crossContext } from '../attacker/cross.ts';
import { postTimes } from '../attacker/strategies/activity.ts';
import type { Truth } from '../town/stage.ts';
import { type BallotTarget, setBallotQuestions } from './ballots.ts';
import { evaluateCross } from './cross.ts';
import { evaluate, type Judgement } from './evaluate.ts';
import { type Asked, setQuestions } from './questions.ts';

const slot = 300_000;
const nothing: Judgement = { scores: [], familyP: 1, posts: 0 };

/** Sends the thief after the authors, by these strategies, and judges. */
export const judgeAuthors = (found: Case, truth: Truth, only: readonly string[]): Judgement =>
  only.length === 0 ? nothing : evaluate(accuse(found, only), truth);

/** Sends the thief after the same author in two contexts, by these strategies, and judges. */
export function judgeCross(found: Case, truth: Truth, only: readonly string[]): Judgement {
  if (only.length === 0) return nothing;
  const at = postTimes(found);
  const questions = setQuestions(found, truth, (post) => (at[post] as number) / slot, createDice(3));
  const readings = crossContext(found, questions, createDice(4)).filter(({ strategy }) =>
    only.includes(strategy),
  );
  return evaluateCross(readings, questions, createDice(5));
}

/** Sends the thief after who cast which ballot, by these strategies, and judges. */
export function judgeBallots(
  found: Case,
  truth: Truth,
  target: BallotTarget,
  only: readonly string[],
): Judgement {
  if (only.length === 0) return nothing;
  const asked = setBallotQuestions(found, truth, createDice(8))[target];
  const { [target]: said } = askBallots(
    found,
    { [target]: asked } as Record<BallotTarget, Asked[]>,
    createDice(6),
  );
  const readings = said.filter(({ strategy }) => only.includes(strategy));
  return evaluateCross(readings, asked, createDice(7));
}
