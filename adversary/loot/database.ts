import pg from 'pg';
import type { HeapDump, TableDump } from './format.ts';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

interface Relation {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly toast: string | null;
  readonly node: number;
}

/** Whatever tables there are, whoever made them: nothing here knows a name of ours. */
async function relations(db: pg.Client): Promise<Relation[]> {
  const { rows } = await db.query<Relation>(
    `SELECT c.oid::int AS oid, n.nspname AS schema, c.relname AS name, pg_relation_filenode(c.oid)::int AS node,
       CASE WHEN c.reltoastrelid <> 0 THEN c.reltoastrelid::regclass::text END AS toast
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY c.oid`,
  );
  return rows;
}

/** A database of a cluster, for its superuser. */
const urlOf = (adminUrl: string, database: string) => adminUrl.replace(/\/postgres\?/, `/${database}?`);

/** For planting leaks while the town lives. */
export function superuserPool(adminUrl: string, database: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: urlOf(adminUrl, database), max: 4 });
  pool.on('error', () => undefined); // the cluster is stopped before the last socket is closed
  return pool;
}

/** Opens a database as its superuser, with what decodes pages and the write-ahead log. */
export async function openAsThief(adminUrl: string, database: string): Promise<pg.Client> {
  const db = new pg.Client(urlOf(adminUrl, database));
  await db.connect();
  await db.query('CREATE EXTENSION IF NOT EXISTS pageinspect');
  await db.query('CREATE EXTENSION IF NOT EXISTS pg_walinspect');
  return db;
}

/** Every table with every value as text, and the system columns. */
export async function* dumpTables(db: pg.Client): AsyncGenerator<TableDump> {
  for (const { oid, schema, name } of await relations(db)) {
    const { rows: columns } = await db.query<{ name: string; type: string }>(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
       WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [oid],
    );
    const list = ['ctid', 'xmin', 'cmin', ...columns.map((column) => quoted(column.name))];
    const text = `SELECT ${list.map((column) => `${column}::text`).join(', ')} FROM ${quoted(schema)}.${quoted(name)}`;
    const { rows } = await db.query<(string | null)[]>({ text, rowMode: 'array' });
    yield { table: `${schema}.${name}`, columns, rows };
  }
}

/** Every row version that the pages still hold, dead or alive, with the bytes; and the pages' own positions. */
export async function* dumpHeap(db: pg.Client): AsyncGenerator<HeapDump> {
  for (const { schema, name, toast } of await relations(db)) {
    const table = `${quoted(schema)}.${quoted(name)}`;
    const { rows: items } = await db.query<[string, number, number, string]>({
      text: `SELECT '(' || b || ',' || lp || ')', t_xmin::text::float8, t_xmax::text::float8, encode(t_data, 'hex')
             FROM generate_series(0, pg_relation_size($1::text::regclass) / current_setting('block_size')::int - 1) AS b,
               heap_page_items(get_raw_page($1::text, b)) WHERE t_data IS NOT NULL`,
      values: [table],
      rowMode: 'array',
    });
    const { rows: pages } = await db.query<[number]>({
      text: `SELECT ((page_header(get_raw_page($1::text, b))).lsn - '0/0'::pg_lsn)::float8
             FROM generate_series(0, pg_relation_size($1::text::regclass) / current_setting('block_size')::int - 1) AS b`,
      values: [table],
      rowMode: 'array',
    });
    yield { table: `${schema}.${name}`, items, toast: await dumpToast(db, toast), pages: pages.flat() };
  }
}

async function dumpToast(db: pg.Client, table: string | null): Promise<[number, number, number][]> {
  if (table === null) return [];
  const { rows } = await db.query<[number, number, number]>({
    text: `SELECT chunk_id::text::float8, min(xmin::text::float8), sum(length(chunk_data))::float8 FROM ${table} GROUP BY 1`,
    rowMode: 'array',
  });
  return rows;
}
