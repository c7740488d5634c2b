import { groupBy } from '../lib/group.ts';
import type { Side } from './case.ts';
import type { Row } from './rows.ts';

const minute = 60_000;
export const day = 24 * 60 * minute;
/** Units in which a whole number may count time: milliseconds, seconds, minutes, slots of five, hours, days. */
const units = [1, 1000, minute, 5 * minute, 60 * minute, day];
const [earliest, latest] = [Date.parse('2025-01-01'), Date.parse('2028-12-31')];

/** A column that tells time. */
export interface TimeColumn {
  readonly table: string;
  readonly column: string;
  /** What it is rounded to, in milliseconds, as far as its values show. */
  readonly step: number;
  read(row: Row): number | undefined;
}

const plausible = (time: number) => time >= earliest && time <= latest;

function parseText(value: string): number | undefined {
  if (!/^\d{4}-\d\d/.test(value)) return undefined;
  const time = Date.parse(
    /^\d{4}-\d\d(-\d\d)?$/.test(value) ? value : value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'),
  );
  return Number.isNaN(time) ? undefined : time;
}

/** A way to read all of these values as moments; undefined where there is none. */
function parserOf(values: readonly string[]): ((value: string) => number | undefined) | undefined {
  const all = (parse: (value: string) => number | undefined) =>
    values.every((value) => plausible(parse(value) ?? Number.NaN));
  if (all(parseText)) return parseText;
  if (!values.every((value) => /^\d{3,16}(\.\d+)?$/.test(value))) return undefined;
  const unit = units.find((one) => all((value) => Number(value) * one));
  return unit === undefined ? undefined : (value) => Number(value) * unit;
}

const stepOf = (times: readonly number[]): number =>
  [day, 60 * minute, 5 * minute, minute].find((step) => times.every((time) => time % step === 0)) ?? 1;

/** Every column of a plane whose values can be read as time, whatever its type and name. */
export function findTimeColumns({ columns, rows }: Side): TimeColumn[] {
  const live = groupBy(
    rows.filter(({ raw }) => raw === ''),
    ({ table }) => table,
  );
  return [...columns].flatMap(([table, list]) =>
    list.flatMap(({ name }, place): TimeColumn[] => {
      const values = (live.get(table) ?? []).flatMap((row) => row.values[place] ?? []);
      const parse = values.length === 0 ? undefined : parserOf(values);
      if (!parse) return [];
      const read = (row: Row) => {
        const value = row.table === table ? row.values[place] : undefined;
        return typeof value === 'string' ? parse(value) : undefined;
      };
      return [{ table, column: name, step: stepOf(values.map((value) => parse(value) ?? 0)), read }];
    }),
  );
}
