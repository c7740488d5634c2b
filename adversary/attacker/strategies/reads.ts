import type { Dice } from '@teahouse/testbed/dice';
import { groupBy } from '../../lib/group.ts';
import type { Case } from '../case.ts';
import { type Axis, axes, deedsByTable } from '../deeds.ts';
import type { Row } from '../rows.ts';
import { findTimeColumns } from '../times.ts';
import { deedsBy } from './moments.ts';
import { createNearest, type Deed } from './nearest.ts';
import { candidateSets } from './order.ts';
import type { Reading } from './reading.ts';

/** What may be a post's id in an address or any other text: 32 bytes in base64url. */
const idInText = /(?<![\w-])[\w-]{43}(?![\w-])/g;

/**
 * Posts that a row or a line names, wherever in it. Who has a post fetched may be the one whom it answers, as that one's
 * inbox does; a post itself names whom it answers, and is no trace of a reader.
 */
function named({ talk, postOf }: Case, place: number, known: ReadonlyMap<string, number>): readonly number[] {
  const post = postOf[place] as number;
  if (post >= 0) return [post];
  const { values, raw } = talk.rows[place] as Row;
  const text = [...values, raw === '' ? '' : Buffer.from(raw, 'hex').toString('latin1')].join(' ');
  return [...text.matchAll(idInText)].flatMap(([id]) => known.get(id) ?? []);
}

/** Somebody who may be behind an alias read something then. */
interface Trace {
  readonly alias: number;
  readonly table: string;
  readonly row: Row;
}

function tracesOf(found: Case): Trace[] {
  const known = new Map(found.posts.map(({ id }, n) => [id, n]));
  return found.talk.rows.flatMap((row, place) =>
    named(found, place, known).flatMap((post): Trace[] => {
      const parent = found.posts[found.posts[post]?.parent ?? -1];
      return parent ? [{ alias: parent.alias, table: row.table, row }] : [];
    }),
  );
}

/** Traces by what keeps them, and each way to read their moments. */
function sourcesOf(found: Case): { name: string; traces: Trace[]; at: Axis }[] {
  const columns = findTimeColumns(found.talk);
  return [...groupBy(tracesOf(found), ({ table }) => table)].flatMap(([table, traces]) => [
    { name: `${table} by commit time`, traces, at: axes.time },
    ...columns
      .filter((column) => column.table === table)
      .map(({ column, read }) => ({ name: `${table}.${column}`, traces, at: read })),
  ]);
}

/** When each alias may have been reading, by each source that tells it of some. */
export function readTimes(found: Case): { readonly name: string; readonly of: Map<number, number[]> }[] {
  return sourcesOf(found).flatMap(({ name, traces, at }) => {
    const of = new Map<number, number[]>();
    for (const { alias, row } of traces) {
      const time = at(row);
      if (time !== undefined) of.set(alias, [...(of.get(alias) ?? []), time]);
    }
    return of.size < 3 ? [] : [{ name, of }];
  });
}

/** Reads: an alias is whoever did something in members most often right before what it may have read. */
export function reads(found: Case, dice: Dice): Reading[] {
  const setOf = candidateSets(found);
  const byAlias = groupBy(found.posts.keys(), (post) => found.posts[post]?.alias ?? -1);
  const columns = findTimeColumns(found.members).map(({ table, column, read }) => ({
    ...{ name: `${table}.${column}`, deeds: deedsBy(found, read) },
  }));
  const written = deedsByTable(found, axes.time).get('*') ?? [];
  const ours: { name: string; deeds: Deed[] }[] = [{ name: 'what was written', deeds: written }, ...columns];
  return readTimes(found).flatMap(({ name, of }) =>
    ours.map((mine): Reading => {
      const nearest = createNearest(mine.deeds, dice);
      const guesses = new Int32Array(found.posts.length).fill(-1);
      for (const [alias, times] of of) {
        const posts = byAlias.get(alias) ?? [];
        const candidates = setOf(posts[0] as number);
        const votes = groupBy(
          times.map((time) => nearest(time, candidates, 'before')).filter((who) => who >= 0),
          (who) => who,
        );
        const [first] = dice.shuffled([...votes]).sort(([, a], [, b]) => b.length - a.length);
        for (const post of first ? posts : []) guesses[post] = first?.[0] ?? -1;
      }
      return { strategy: 'reads', name: `${mine.name} ~ ${name}`, guesses };
    }),
  );
}
