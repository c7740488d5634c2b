import type { PlaneRows, Row } from './rows.ts';

/** Shorter values are shared by chance. */
const leastBytes = 8;
const leastHex = 2 * leastBytes;

/** A value as bytes, in hex: the forms in which Postgres writes uuid and bytea, any other text as UTF-8. */
export function bytesOf(value: string): string {
  if (value.startsWith('\\x')) return value.slice(2);
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return value.replaceAll('-', '');
  return Buffer.from(value, 'utf8').toString('hex');
}

/** Values that are no names: days, moments, numbers, and whole documents. */
const dull = /^(\d{4}-\d\d|[-+.\d]*$|[[{])/;

const telling = (row: Row): string[] =>
  row.values.flatMap((value) => {
    const bytes = value === null || dull.test(value) ? '' : bytesOf(value);
    return bytes.length >= leastHex ? [bytes] : [];
  });

/** Finds known values anywhere in a string of bytes. */
export function createFinder(known: ReadonlyMap<string, number>) {
  const heads = new Map<string, string[]>();
  for (const value of known.keys()) {
    const head = value.slice(0, leastHex);
    heads.set(head, [...(heads.get(head) ?? []), value]);
  }
  return (bytes: string): number[] => {
    const found: number[] = [];
    for (let at = 0; at + leastHex <= bytes.length; at += 2) {
      for (const value of heads.get(bytes.slice(at, at + leastHex)) ?? [])
        if (bytes.startsWith(value, at)) found.push(known.get(value) as number);
    }
    return found;
  };
}

/** The one owner among several mentions; -1 where there are none or two. */
export const single = (owners: Iterable<number>): number => {
  const [first = -1, ...others] = new Set(owners);
  return others.length > 0 ? -1 : first;
};

/** Who each row is about, and every value that stands for one owner alone. */
export interface Owned {
  readonly known: ReadonlyMap<string, number>;
  /** Owner of each row of the plane, in their order; -1 where it is nobody's or several's. */
  readonly owners: Int32Array;
}

const rounds = 3;

/**
 * Follows values from row to row: a row that mentions one owner is about it, and what stands in rows about one owner
 * only is a name of that owner. Knows no table and no column; `certain` are rows of which the owner is known anyway.
 */
export function findOwners(
  { rows }: PlaneRows,
  seeds: ReadonlyMap<string, number>,
  certain: ReadonlyMap<Row, number> = new Map(),
): Owned {
  const known = new Map(seeds);
  const owners = new Int32Array(rows.length).fill(-1);
  const values = rows.map(telling);
  for (let round = 0; round < rounds; round += 1) {
    const seenWith = new Map<string, number>();
    for (const [place, list] of values.entries()) {
      const owner =
        certain.get(rows[place] as Row) ?? single(list.flatMap((value) => known.get(value) ?? []));
      owners[place] = owner;
      for (const value of owner < 0 ? [] : list) {
        const before = seenWith.get(value);
        seenWith.set(value, before === undefined || before === owner ? owner : -2);
      }
    }
    for (const [value, owner] of seenWith) if (owner >= 0 && !known.has(value)) known.set(value, owner);
  }
  const find = createFinder(known);
  for (const [place, { raw }] of rows.entries()) if (raw !== '') owners[place] = single(find(raw));
  return { known, owners };
}
