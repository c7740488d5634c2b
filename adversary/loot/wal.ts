import type pg from 'pg';
import type { WalDump } from './format.ts';

type Commit = [...WalDump['commits'][number]];
type Write = [...WalDump['writes'][number]];

/** Bytes of a record that are kept, as hex: identifiers stand at the beginning of a row. */
const kept = 600;
/** Bytes of the log that are decoded at a time. */
const stretch = 16 * 1024 * 1024;
/** A stretch is read so much further: a record that goes on behind its end would belong to none. */
const further = 1024 * 1024;

/** Where the log that is still on disk begins and ends. */
async function bounds(db: pg.Client): Promise<{ first: number; last: number }> {
  const { rows } = await db.query<{ first: number; last: number }>(
    `SELECT (pg_current_wal_flush_lsn() - '0/0')::float8 AS last,
       (SELECT min(('x' || substr(name, 9, 8))::bit(32)::bigint * 4294967296
          + ('x' || substr(name, 17, 8))::bit(32)::bigint * 16777216)::float8
        FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$') AS first`,
  );
  return rows[0] as { first: number; last: number };
}

const at = (parameter: string) => `('0/0'::pg_lsn + ${parameter}::numeric)`;

/** Decodes the write-ahead log from its oldest file to the end, a stretch at a time. */
export async function* readWal(db: pg.Client): AsyncGenerator<WalDump> {
  const { first, last } = await bounds(db);
  for (let from = first; from < last; from += stretch) {
    const range = [from, Math.min(from + stretch + further, last), from + stretch];
    const { rows: commits } = await db.query<Commit>({
      text: `SELECT xid::text::float8, (end_lsn - '0/0')::float8,
               extract(epoch FROM substring(description FROM '^[^;]+')::timestamptz)::float8 * 1000
             FROM pg_get_wal_records_info(${at('$1')}, ${at('$2')})
             WHERE resource_manager = 'Transaction' AND record_type LIKE 'COMMIT%' AND xid::text <> '0'
               AND start_lsn < ${at('$3')}`,
      values: range,
      rowMode: 'array',
    });
    const { rows: writes } = await db.query<Write>({
      text: `SELECT xid::text::float8, (start_lsn - '0/0')::float8, coalesce(n.nspname || '.' || c.relname, w.relfilenode::text),
               relblocknumber::int,
               coalesce(substring(description FROM 'new_off: (\\d+)'), substring(description FROM '\\moff: (\\d+)'), '0')::int,
               encode(substr(coalesce(block_data, ''), 1, ${kept}), 'hex')
             FROM pg_get_wal_block_info(${at('$1')}, ${at('$2')}) AS w
             LEFT JOIN pg_class c ON pg_relation_filenode(c.oid) = w.relfilenode LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE resource_manager IN ('Heap', 'Heap2') AND record_type ~ 'INSERT|UPDATE' AND block_id = 0 AND xid::text <> '0'
               AND coalesce(n.nspname, '') NOT IN ('pg_catalog', 'information_schema')
               AND start_lsn < ${at('$3')} ORDER BY start_lsn`,
      values: range,
      rowMode: 'array',
    });
    yield { commits, writes };
  }
}
