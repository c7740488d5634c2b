import type { Dice } from '@teahouse/testbed/dice';
import { groupBy } from '../../lib/group.ts';
import type { Case } from '../case.ts';
import { type Axis, axes, deedsByTable, postsOn, tablesOf } from '../deeds.ts';
import { anchored } from './anchors.ts';
import { createNearest, type Deed, type Side } from './nearest.ts';
import type { Reading } from './reading.ts';

/** Sets of candidates by the list that stands for them: asking anew for each post would take most of the time. */
export function candidateSets({ candidates }: Case) {
  const sets = new WeakMap<readonly number[], ReadonlySet<number>>();
  return (post: number): ReadonlySet<number> => {
    const list = candidates(post);
    const set = sets.get(list) ?? new Set(list);
    sets.set(list, set);
    return set;
  };
}

/** For each post the candidate who did something nearest to it. */
export function nearestGuesses(
  found: Case,
  deeds: readonly Deed[],
  at: Float64Array,
  side: Side,
  dice: Dice,
): Int32Array {
  const nearest = createNearest(deeds, dice);
  const setOf = candidateSets(found);
  return Int32Array.from(at, (where, post) => (Number.isNaN(where) ? -1 : nearest(where, setOf(post), side)));
}

/**
 * Two orders laid over each other: the first alias of its label is the first candidate, the last the last. `order` is
 * where each account stands in members; posts of one alias are one.
 */
export function rankGuesses(found: Case, order: ReadonlyMap<number, number>, at: Float64Array): Int32Array {
  const setOf = candidateSets(found);
  const guesses = new Int32Array(found.posts.length).fill(-1);
  const classes = groupBy(found.posts.keys(), (post) => setOf(post));
  for (const [set, posts] of classes) {
    const people = [...set]
      .filter((who) => order.has(who))
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const sorted = posts
      .filter((post) => !Number.isNaN(at[post]))
      .sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
    const aliases = [...new Set(sorted.map((post) => found.posts[post]?.alias ?? -1))];
    const rank = new Map(
      aliases.map((alias, place) => [alias, Math.floor((place / aliases.length) * people.length)]),
    );
    for (const post of sorted) guesses[post] = people[rank.get(found.posts[post]?.alias ?? -1) ?? 0] ?? -1;
  }
  return guesses;
}

const firstOf = (deeds: readonly Deed[]): Map<number, number> => {
  const first = new Map<number, number>();
  for (const { at, who } of deeds) first.set(who, Math.min(first.get(who) ?? at, at));
  return first;
};

/** Row order: the order in which rows lie in a table of members is that of rows in a table of talk. */
export function rowOrder(found: Case): Reading[] {
  const deeds = deedsByTable(found, axes.place);
  return tablesOf(found.talk).flatMap((table) => {
    const at = postsOn(found, axes.place, table);
    return [...deeds]
      .filter(([from]) => from !== '*')
      .flatMap(([from, list]): Reading[] => {
        const name = `${from} ~ ${table}`;
        const turn = [...at.entries()].sort(([, a], [, b]) => a - b);
        const cycle = cycleGuesses(
          found,
          firstOf(list),
          turn.map(([post]) => post),
        );
        return [
          { strategy: 'row-order', name: `${name} by rank`, guesses: rankGuesses(found, firstOf(list), at) },
          { strategy: 'row-order', name: `${name} in turn`, guesses: cycle },
        ];
      });
  });
}

/** The k-th post is the k-th row's, around and around: an order that repeats itself. */
function cycleGuesses(found: Case, order: ReadonlyMap<number, number>, turn: readonly number[]): Int32Array {
  const people = [...order.keys()].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const setOf = candidateSets(found);
  const guesses = new Int32Array(found.posts.length).fill(-1);
  for (const [place, post] of turn.entries()) {
    const who = people[place % people.length] ?? -1;
    guesses[post] = setOf(post).has(who) ? who : -1;
  }
  return guesses;
}

const sides: readonly Side[] = ['before', 'around'];

function alongAxis(found: Case, strategy: string, axis: Axis, how: string, dice: Dice): Reading[] {
  const at = postsOn(found, axis);
  return [...deedsByTable(found, axis)].flatMap(([from, deeds]) =>
    sides.map((side) => ({
      strategy,
      name: `${from} ${side} ${how}`,
      guesses: nearestGuesses(found, deeds, at, side, dice),
    })),
  );
}

/** Transaction ids: as they are (one cluster), and turned into moments by the rows that tell both. */
export function xid(found: Case, dice: Dice): Reading[] {
  const raw = alongAxis(found, 'xid', axes.xid, 'as it is', dice);
  const [of, post] = [anchored(found.members), anchored(found.talk)];
  const at = postsOn(found, ({ xid: id }) => post(id));
  const timed = [...deedsByTable(found, ({ xid: id }) => of(id))].flatMap(([from, deeds]) =>
    sides.map((side) => ({
      ...{ strategy: 'xid', name: `${from} ${side} by anchors` },
      guesses: nearestGuesses(found, deeds, at, side, dice),
    })),
  );
  return [...raw, ...timed];
}

/** The write-ahead log: who wrote in members right before, or about, the moment at which a post was committed. */
export const wal = (found: Case, dice: Dice): Reading[] =>
  alongAxis(found, 'wal', axes.time, 'by commit time', dice);
