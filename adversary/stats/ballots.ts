import type { Dice } from '@teahouse/testbed/dice';
import type { Case } from '../attacker/case.ts';
import { groupBy } from '../lib/group.ts';
import type { Truth } from '../town/stage.ts';
import { type Asked, around, type Came, entriesOf } from './questions.ts';

/**
 * What docs/decisions/0011-ballots.md promises, asked in three ways: which alias of the thread cast this ballot; which
 * alias of any thread did; which other ballot is by the same person.
 */
export const ballotTargets = ['ballot-in-thread', 'ballot-to-alias', 'ballot-to-ballot'] as const;
export type BallotTarget = (typeof ballotTargets)[number];
export type BallotQuestions = Readonly<Record<BallotTarget, readonly Asked[]>>;

/** Fewer aliases in a thread are no choice. */
const fewestInThread = 3;

interface Context extends Came {
  readonly pseudonym: string;
  readonly thread: string;
}

/** Sets the questions; only aliases of people who voted at all are candidates, as only they can be right. */
export function setBallotQuestions(found: Case, truth: Truth, dice: Dice): BallotQuestions {
  const ballots = ballotsOf(found, truth);
  const voters = new Set(ballots.map(({ author }) => author));
  const aliases = aliasesOf(found, truth).filter(({ author }) => voters.has(author));
  const byThread = groupBy(aliases, ({ thread }) => thread);
  const [own, ownBallots] = [groupBy(aliases, authorOf), groupBy(ballots, authorOf)];
  const ask = (from: Context, right: Context, candidates: readonly Context[] | undefined): Asked[] => {
    if (!candidates) return [];
    const names = candidates.map(({ pseudonym }) => pseudonym);
    const { author } = from;
    return [{ alias: from.pseudonym, candidates: names, right: candidates.indexOf(right), author }];
  };
  const elsewhere = (from: Context, own: readonly Context[], all: readonly Context[]): Asked[] => {
    if (own.length === 0) return [];
    const right = dice.pick(own);
    const others = all.filter(
      (one) => one === right || (one.label === right.label && one.author !== right.author),
    );
    return ask(from, right, around(right, others, dice));
  };
  return {
    'ballot-in-thread': ballots.flatMap((from) => {
      const here = byThread.get(from.thread) ?? [];
      const right = here.find(({ author }) => author === from.author);
      return right && here.length >= fewestInThread ? ask(from, right, dice.shuffled(here)) : [];
    }),
    'ballot-to-alias': ballots.flatMap((from) => elsewhere(from, own.get(from.author) ?? [], aliases)),
    'ballot-to-ballot': ballots.flatMap((from) => {
      const away = ({ thread }: Context) => thread !== from.thread;
      const others = ballots.filter((one) => away(one) && (ownBallots.get(one.author) ?? []).length > 1);
      return elsewhere(from, (ownBallots.get(from.author) ?? []).filter(away), others);
    }),
  };
}

const authorOf = ({ author }: Context) => author;

function aliasesOf(found: Case, truth: Truth): Context[] {
  return entriesOf(found, truth, () => 0).flatMap(({ alias, at, author, label }): Context[] => {
    const known = found.aliases[alias];
    return known ? [{ ...{ at, author, label }, pseudonym: known.pseudonym, thread: known.thread }] : [];
  });
}

/** In order of time, as far as the write-ahead log tells it. */
function ballotsOf({ ballots }: Case, truth: Truth): Context[] {
  const all = ballots.flatMap(({ act, row, pseudonym, thread, label: { epoch: _, ...shown } }): Context[] => {
    const author = truth.ballots[act];
    const label = JSON.stringify(shown);
    return author === undefined ? [] : [{ pseudonym, thread, author, label, at: row.time ?? 0 }];
  });
  return all.sort((a, b) => a.at - b.at);
}
