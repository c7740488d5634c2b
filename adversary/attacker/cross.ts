import type { Dice } from '@teahouse/testbed/dice';
import { groupBy } from '../lib/group.ts';
import type { Case } from './case.ts';
import { type Axis, axes, tablesOf } from './deeds.ts';
import { bytesOf } from './owners.ts';
import { readTimes } from './strategies/reads.ts';
import { findTimeColumns } from './times.ts';

/** Which of these aliases is the same person as `alias`? By pseudonym; one of them is. */
export interface Question {
  readonly alias: string;
  readonly candidates: readonly string[];
}
/** Answers of one reading: a place among the candidates, or -1. */
export interface CrossReading {
  readonly strategy: string;
  readonly name: string;
  readonly answers: readonly number[];
}
interface Asked {
  readonly alias: number;
  readonly candidates: readonly number[];
}
/** How alike two aliases are; higher is likelier the same person. NaN where nothing is known. */
type Likeness = (a: number, b: number) => number;

const sorted = (list: Iterable<number>) => Float64Array.from(list).sort();

/** Where each alias stands on an axis: all its rows, or those of one table. */
function standing({ talk }: Case, axis: Axis, table?: string): Map<number, Float64Array> {
  const of = new Map<number, Set<number>>();
  for (const [place, row] of talk.rows.entries()) {
    const alias = talk.owners[place] as number;
    const at = alias < 0 || (table !== undefined && row.table !== table) ? undefined : axis(row);
    if (at !== undefined) of.set(alias, (of.get(alias) ?? new Set()).add(at));
  }
  return new Map([...of].map(([alias, list]) => [alias, sorted(list)]));
}

/** The least distance between anything of one and anything of the other. */
const near = (of: ReadonlyMap<number, Float64Array>): Likeness => {
  return (a, b) => {
    const [mine, theirs] = [of.get(a), of.get(b)];
    if (!mine || !theirs) return Number.NaN;
    let least = Number.POSITIVE_INFINITY;
    for (const x of mine) for (const y of theirs) least = Math.min(least, Math.abs(x - y));
    return -least;
  };
};

/** How soon after one's first the other's first comes. */
const next = (of: ReadonlyMap<number, Float64Array>): Likeness => {
  return (a, b) => {
    const after = (of.get(b)?.[0] ?? Number.NaN) - (of.get(a)?.[0] ?? Number.NaN);
    return after >= 0 ? -after : Number.NaN;
  };
};

/** How many things both have in common. */
const common = (of: ReadonlyMap<number, ReadonlySet<string>>): Likeness => {
  return (a, b) => {
    const theirs = of.get(b) ?? new Set();
    const count = [...(of.get(a) ?? [])].filter((one) => theirs.has(one)).length;
    return count === 0 ? Number.NaN : count;
  };
};

/** The candidate most like the alias, ties drawn; -1 where nothing is known of any. */
function answer({ alias, candidates }: Asked, likeness: Likeness, dice: Dice): number {
  const scores = candidates.map((candidate) => likeness(alias, candidate));
  const most = Math.max(...scores.filter((score) => !Number.isNaN(score)));
  const top = [...scores.keys()].filter((place) => scores[place] === most);
  return top.length === 0 ? -1 : dice.pick(top);
}

export type Named = readonly [strategy: string, name: string, likeness: Likeness];

/** Two ways to compare two contexts on an axis. */
export function along(found: Case, strategy: string, name: string, axis: Axis, table?: string): Named[] {
  const of = standing(found, axis, table);
  return [
    [strategy, `${name}, nearest`, near(of)],
    [strategy, `${name}, next`, next(of)],
  ];
}

const lengthIn =
  (table: string, place: number): Axis =>
  (row) =>
    row.table === table ? row.values[place]?.length : undefined;

/** Values, or transactions, that few aliases share. */
function rare(
  { talk }: Case,
  read: (row: Case['talk']['rows'][number]) => string[],
): Map<number, Set<string>> {
  const holders = new Map<string, Set<number>>();
  for (const [place, row] of talk.rows.entries()) {
    const alias = talk.owners[place] as number;
    if (alias < 0) continue;
    for (const value of read(row)) holders.set(value, (holders.get(value) ?? new Set()).add(alias));
  }
  const of = new Map<number, Set<string>>();
  for (const [value, aliases] of holders) {
    if (aliases.size < 2 || aliases.size > 8) continue;
    for (const alias of aliases) of.set(alias, (of.get(alias) ?? new Set()).add(value));
  }
  return of;
}

/** More contexts in one transaction are a round of the house's, as that which fills the log, and nobody's doing. */
const few = 8;

/** An axis without the rows of transactions in which the house wrote about many. */
function ofFew({ talk }: Case, axis: Axis): Axis {
  const sharers = new Map<number, Set<number>>();
  for (const [place, { xid }] of talk.rows.entries()) {
    const who = talk.owners[place] as number;
    if (who >= 0) sharers.set(xid, (sharers.get(xid) ?? new Set()).add(who));
  }
  return (row) => ((sharers.get(row.xid)?.size ?? 0) > few ? undefined : axis(row));
}

/** How many days, or other units of time, both have in common. */
export const inUnits = (found: Case, unit: number, read: Axis): Likeness =>
  common(
    new Map(
      [...standing(found, read)].map(([who, at]) => [
        who,
        new Set([...at].map((x) => `${Math.floor(x / unit)}`)),
      ]),
    ),
  );

/** Every way in which this thief compares two contexts. */
export function likenesses(found: Case): Named[] {
  const tables = tablesOf(found.talk);
  const columns = findTimeColumns(found.talk);
  const timed = columns.filter(({ table }) => tables.includes(table));
  const values = rare(found, (row) =>
    row.values.flatMap((one) => (one && one.length >= 8 ? [bytesOf(one)] : [])),
  );
  const lengths = tables.flatMap((table) =>
    (found.talk.columns.get(table) ?? []).flatMap(({ name }, place) =>
      along(found, 'sizes', `${table}.${name}`, lengthIn(table, place), table),
    ),
  );
  const day = 86_400_000;
  return [
    ...tables.flatMap((table) => along(found, 'row-order', table, axes.place, table)),
    ...along(found, 'xid', 'transaction', axes.xid),
    ...along(found, 'wal', 'commit time', axes.time),
    ...along(found, 'xid', 'transaction of few', ofFew(found, axes.xid)),
    ...along(found, 'wal', 'commit time of few', ofFew(found, axes.time)),
    ...timed.flatMap(({ table, column, read }) =>
      along(found, 'timestamps', `${table}.${column}`, read, table),
    ),
    ...lengths,
    ['shared-values', 'values that few share', common(values)],
    [
      'batch',
      'transactions that few share',
      common(rare(found, ({ table, xid }) => (Number.isNaN(xid) ? [] : [`${table} ${xid}`]))),
    ],
    ...readTimes(found).flatMap(({ name, of }): Named[] => [
      ['reads', name, near(new Map([...of].map(([alias, times]) => [alias, sorted(times)])))],
    ]),
    ...timed.flatMap(({ table, column, read }): Named[] => [
      ['activity', `${table}.${column}, days in common`, inUnits(found, day, read)],
      ['activity-all', `${table}.${column}, half hours in common`, inUnits(found, 1_800_000, read)],
    ]),
  ];
}

/** Answers questions by these readings; of several that say the same the first. */
export function answerAll(
  { aliases }: Pick<Case, 'aliases'>,
  questions: readonly Question[],
  named: readonly Named[],
  dice: Dice,
): CrossReading[] {
  const place = new Map(aliases.map(({ pseudonym }, n) => [pseudonym, n]));
  const asked = questions.map(({ alias, candidates }) => ({
    alias: place.get(alias) ?? -1,
    candidates: candidates.map((one) => place.get(one) ?? -1),
  }));
  const all = named.map(([strategy, name, likeness]) => ({
    ...{ strategy, name },
    answers: asked.map((question) => answer(question, likeness, dice)),
  }));
  return [...groupBy(all, ({ answers, strategy }) => `${strategy} ${answers.join()}`).values()].map(
    ([first]) => first as CrossReading,
  );
}

/** Answers the questions about aliases by every reading. */
export const crossContext = (found: Case, questions: readonly Question[], dice: Dice): CrossReading[] =>
  answerAll(found, questions, likenesses(found), dice);
