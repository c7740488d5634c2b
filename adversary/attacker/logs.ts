import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lootPaths, type PlaneName, type TableDump } from '../loot/format.ts';
import type { Row } from './rows.ts';

/** A file of lines as the thief reads it: like a table, whose rows stand in the order in which they were written. */
export interface LogFile {
  readonly table: string;
  readonly columns: TableDump['columns'];
  readonly rows: readonly Row[];
}

const isLog = (name: string) => /(^|[/.])log$/.test(name);

const textOf = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value);

/** A line's fields: those of its JSON, or the whole line where it is none. */
function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // A line of Postgres.
  }
  return { line };
}

/** Every log of a plane, those of Postgres too. Rows of theirs have no transaction. */
export function readLogs(loot: string, plane: PlaneName): LogFile[] {
  const folder = path.join(loot, plane, lootPaths.files);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isLog(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  return names.flatMap((name) => {
    const lines = readFileSync(name, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const records = lines.map(fieldsOf);
    const fields = [...new Set(records.flatMap((one) => Object.keys(one)))];
    const table = `log ${path.relative(folder, name)}`;
    const about = { table, xid: Number.NaN, lsn: undefined, time: undefined, raw: '' };
    return records.length === 0
      ? []
      : {
          table,
          columns: fields.map((field) => ({ name: field, type: 'text' })),
          rows: records.map((one, place) => ({
            ...about,
            ...{ place, values: fields.map((field) => textOf(one[field])) },
          })),
        };
  });
}
