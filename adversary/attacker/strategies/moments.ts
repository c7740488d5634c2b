import type { Dice } from '@teahouse/testbed/dice';
import { groupBy } from '../../lib/group.ts';
import type { Case } from '../case.ts';
import { axes, deedsByTable, postsOn } from '../deeds.ts';
import { findTimeColumns, type TimeColumn } from '../times.ts';
import type { Deed } from './nearest.ts';
import { candidateSets, nearestGuesses } from './order.ts';
import type { Reading } from './reading.ts';

const floored =
  (step: number, read: TimeColumn['read']): TimeColumn['read'] =>
  (row) => {
    const time = read(row);
    return time === undefined ? undefined : Math.floor(time / step) * step;
  };

/** What accounts did by a column that tells time. */
export function deedsBy({ members }: Case, read: TimeColumn['read']): Deed[] {
  return members.rows.flatMap((row, place): Deed[] => {
    const who = members.owners[place] as number;
    const at = who < 0 ? undefined : read(row);
    return at === undefined ? [] : [{ at, who }];
  });
}

/** Timestamps: every column of members that can be read as time against every one of talk, at the coarser of the two. */
export function timestamps(found: Case, dice: Dice): Reading[] {
  const ours = findTimeColumns(found.members);
  return findTimeColumns(found.talk).flatMap((theirs) =>
    ours.flatMap((mine): Reading[] => {
      const step = Math.max(mine.step, theirs.step);
      const deeds = deedsBy(found, floored(step, mine.read));
      if (new Set(deeds.map(({ at }) => at)).size < 2) return [];
      const at = postsOn(found, floored(step, theirs.read), theirs.table);
      if (new Set(at).size < 3) return [];
      const name = `${mine.table}.${mine.column} ~ ${theirs.table}.${theirs.column}`;
      return (['before', 'around'] as const).map((side) => ({
        ...{ strategy: 'timestamps', name: `${name} ${side}` },
        guesses: nearestGuesses(found, deeds, at, side, dice),
      }));
    }),
  );
}

/** Batches: tables of members in which several rows share a transaction; the newest batch is the best guess. */
export function batch(found: Case, dice: Dice): Reading[] {
  const at = postsOn(found, axes.time);
  const written = found.members.rows.filter(({ xid }) => !Number.isNaN(xid));
  const sizes = groupBy(written, ({ table, xid }) => `${table} ${xid}`);
  const inBatch = (table: string) =>
    [...sizes].some(([key, rows]) => key.startsWith(`${table} `) && rows.length > 1);
  return [...deedsByTable(found, axes.time)]
    .filter(([table]) => inBatch(table))
    .flatMap(([table, deeds]) => [
      {
        strategy: 'batch',
        name: `${table} newest`,
        guesses: nearestGuesses(found, deeds, at, 'before', dice),
      },
      { strategy: 'batch', name: `${table} first of its alias`, guesses: newcomers(found, deeds, at, dice) },
    ]);
}

/** Whoever came with the newest batch speaks first: each such name is given to the first alias after the batch. */
function newcomers(found: Case, deeds: readonly Deed[], at: Float64Array, dice: Dice): Int32Array {
  const setOf = candidateSets(found);
  const guesses = new Int32Array(found.posts.length).fill(-1);
  const coming = [
    ...new Map([...deeds].sort((a, b) => b.at - a.at).map((deed) => [deed.who, deed])).values(),
  ];
  const waiting = coming.sort((a, b) => a.at - b.at);
  const named = new Map<number, number>();
  const here: Deed[] = [];
  for (const [post] of [...at.entries()].sort(([, a], [, b]) => a - b)) {
    while (waiting[0] && waiting[0].at <= (at[post] as number)) here.push(waiting.shift() as Deed);
    const alias = found.posts[post]?.alias ?? -1;
    if (!named.has(alias)) {
      const newest = here.findLastIndex(({ who }) => setOf(post).has(who));
      const taken = newest < 0 ? undefined : here.splice(newest, 1)[0];
      named.set(alias, taken?.who ?? -1);
    }
    guesses[post] = named.get(alias) ?? -1;
    if (guesses[post] === -1 && setOf(post).size > 0) guesses[post] = dice.pick([...setOf(post)]);
  }
  return guesses;
}
