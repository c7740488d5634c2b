import { groupBy } from '../lib/group.ts';
import type { Case, Side } from './case.ts';
import type { Row } from './rows.ts';
import type { Deed } from './strategies/nearest.ts';

/** Reads a coordinate off a row; undefined where the row has none. */
export type Axis = (row: Row) => number | undefined;

export const axes = {
  place: ({ place, raw }: Row) => (raw === '' ? place : undefined),
  xid: ({ xid }: Row) => (Number.isNaN(xid) ? undefined : xid),
  time: ({ time }: Row) => time ?? undefined,
} as const satisfies Record<string, Axis>;

/** What accounts did, by table of members, on an axis; and of all tables together under `*`. */
export function deedsByTable({ members }: Case, axis: Axis): Map<string, Deed[]> {
  const found = new Map<string, Deed[]>([['*', []]]);
  for (const [place, row] of members.rows.entries()) {
    const who = members.owners[place] as number;
    const at = who < 0 ? undefined : axis(row);
    if (at === undefined) continue;
    for (const table of ['*', row.table]) {
      const deeds = found.get(table) ?? [];
      found.set(table, deeds);
      deeds.push({ at, who });
    }
  }
  return found;
}

/** Where each post stands on an axis: the first of all rows about it, or of those in one table. NaN where nowhere. */
export function postsOn({ talk, postOf, posts }: Case, axis: Axis, table?: string): Float64Array {
  const first = new Float64Array(posts.length).fill(Number.NaN);
  const byAlias = new Map<number, number>();
  for (const [place, row] of talk.rows.entries()) {
    if (table !== undefined && row.table !== table) continue;
    const at = axis(row);
    if (at === undefined) continue;
    const post = postOf[place] as number;
    if (post >= 0) first[post] = Number.isNaN(first[post]) ? at : Math.min(first[post] as number, at);
    const alias = talk.owners[place] as number;
    if (alias >= 0) byAlias.set(alias, Math.min(byAlias.get(alias) ?? at, at));
  }
  // A table about aliases alone stands for each post of theirs.
  return first.map((at, post) =>
    Number.isNaN(at) ? (byAlias.get(posts[post]?.alias ?? -1) ?? Number.NaN) : at,
  );
}

/** Tables of a side in which at least so many rows have an owner. */
export const tablesOf = ({ rows, owners }: Side, least = 5): string[] =>
  [
    ...groupBy(
      rows.filter((_, place) => (owners[place] as number) >= 0),
      ({ table }) => table,
    ),
  ]
    .filter(([, list]) => list.length >= least)
    .map(([table]) => table);
