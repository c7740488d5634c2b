/** How the loot lies in its folder: what collect.ts writes and attacker/ reads. Both planes have the same form. */
export type PlaneName = 'members' | 'talk';
export const planeNames: readonly PlaneName[] = ['members', 'talk'];

/** A table as `COPY` would give it, with the system columns that a dump can ask for. */
export interface TableDump {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** `[ctid, xmin, cmin, values…]`, all as text. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A row version as it lies in the heap, dead ones included: `[ctid, xmin, xmax, bytes as hex]`. */
export interface HeapDump {
  readonly table: string;
  readonly items: readonly (readonly [string, number, number, string])[];
  /** Of each toasted value: `[chunk id, xmin, bytes]`. */
  readonly toast: readonly (readonly [number, number, number])[];
  /** LSN of each page. */
  readonly pages: readonly number[];
}

/** A stretch of what the write-ahead log says. Positions (LSN) are bytes since its beginning, times milliseconds since 1970. */
export interface WalDump {
  /** `[xid, position, time]` */
  readonly commits: readonly (readonly [number, number, number])[];
  /** `[xid, position, table, block, offset, bytes as hex]` of each row version written. */
  readonly writes: readonly (readonly [number, number, string, number, number, string])[];
}

export const lootPaths = {
  tables: 'tables.jsonl',
  heap: 'heap.jsonl',
  wal: 'wal.jsonl',
  files: 'files',
  secrets: 'secrets',
  log: 'log.jsonl',
} as const;
