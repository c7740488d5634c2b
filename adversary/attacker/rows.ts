import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type HeapDump, lootPaths, type PlaneName, type TableDump, type WalDump } from '../loot/format.ts';
import { readLogs } from './logs.ts';

/** A row version that the thief has, wherever it was found. */
export interface Row {
  readonly table: string;
  /** Place in the heap: block × 4096 + item. */
  readonly place: number;
  /** NaN for a line of a log, which has none. */
  readonly xid: number;
  /** Position and time (ms) of its commit in the write-ahead log, where that is there. */
  readonly lsn: number | undefined;
  readonly time: number | undefined;
  /** Values as text, by column; empty for a version of which only bytes were found. */
  readonly values: readonly (string | null)[];
  /** Bytes of a dead version, or of one that only the log still has. */
  readonly raw: string;
}

/** A plane's database as the thief reads it. */
export interface PlaneRows {
  /** Columns of each table. */
  readonly columns: ReadonlyMap<string, TableDump['columns']>;
  readonly rows: readonly Row[];
}

async function* lines<T>(file: string): AsyncGenerator<T> {
  if (!existsSync(file)) return;
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    if (line !== '') yield JSON.parse(line) as T;
}

const placeOf = (ctid: string): number => {
  const [block = 0, item = 0] = ctid.slice(1, -1).split(',').map(Number);
  return block * 4096 + item;
};

/** Reads dumps, heap, write-ahead log and logs of one plane. */
export async function readPlane(loot: string, plane: PlaneName): Promise<PlaneRows> {
  const at = (name: string) => path.join(loot, plane, name);
  const commits = new Map<number, { lsn: number; time: number }>();
  const writes: WalDump['writes'][number][] = [];
  for await (const stretch of lines<WalDump>(at(lootPaths.wal))) {
    for (const [xid, lsn, time] of stretch.commits) commits.set(xid, { lsn, time });
    for (const write of stretch.writes) writes.push(write);
  }
  const rows: Row[] = [];
  const seen = new Set<string>();
  const add = (table: string, place: number, xid: number, values: Row['values'], raw: string) => {
    const key = `${table} ${place} ${xid}`;
    if (seen.has(key)) return;
    seen.add(key);
    const commit = commits.get(xid);
    rows.push({ table, place, xid, lsn: commit?.lsn, time: commit?.time, values, raw });
  };
  const columns = new Map<string, TableDump['columns']>();
  for await (const dump of lines<TableDump>(at(lootPaths.tables))) {
    columns.set(dump.table, dump.columns);
    for (const [ctid, xmin, , ...values] of dump.rows)
      add(dump.table, placeOf(ctid as string), Number(xmin), values, '');
  }
  for await (const dump of lines<HeapDump>(at(lootPaths.heap)))
    for (const [ctid, xmin, , raw] of dump.items) add(dump.table, placeOf(ctid), xmin, [], raw);
  for (const [xid, , table, block, item, raw] of writes)
    if (columns.has(table)) add(table, block * 4096 + item, xid, [], raw);
  for (const file of readLogs(loot, plane)) {
    columns.set(file.table, file.columns);
    for (const row of file.rows) rows.push(row);
  }
  return { columns, rows };
}
