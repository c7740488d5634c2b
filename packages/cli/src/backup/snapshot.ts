import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BackupFiles } from './files.ts';
import { type BackedTable, type Manifest, tableFile } from './manifest.ts';

interface Found {
  readonly name: string;
  readonly columns: string[];
  readonly key: string[] | null;
  readonly identities: string[];
}

const quoted = (name: string) => pg.escapeIdentifier(name);

/**
 * The rows of a plane's database in one snapshot, beside whoever writes; blocks nobody. Left out are UNLOGGED tables (codes that
 * wait for a mail) and the queue of jobs, which a plane makes again. Rows come in the order of their keys and not in that in
 * which they lie: heap order is the order of writing, which names authors (docs/decisions/0001).
 */
export async function snapshot(
  url: string,
  files: BackupFiles,
  { sealed }: Pick<Manifest, 'sealed'>,
): Promise<Pick<Manifest, 'migrations' | 'tables'>> {
  const client = await connect(url);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = await client.query<Manifest['migrations'][number]>(
      'SELECT number, name, hash FROM teahouse_migrations ORDER BY number',
    );
    const tables: BackedTable[] = [];
    for (const table of await tablesOf(client)) {
      const order = table.key?.map(quoted).join(', ') ?? 't::text COLLATE "C"';
      const columns = table.columns.map(quoted).join(', ');
      const select = `SELECT ${columns} FROM ${quoted(table.name)} t ORDER BY ${order}`;
      const stream = client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT binary)`));
      await files.add(tableFile({ sealed }, table.name), stream, { gzip: true, seal: true });
      const sequences = await sequencesOf(client, table);
      tables.push({ name: table.name, columns: table.columns, rows: stream.rowCount, sequences });
    }
    return { migrations: migrations.rows, tables };
  } finally {
    await client.end();
  }
}

/** A connection for long work: nothing ends a statement but its end. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'backup', keepAlive: true });
  client.on('error', () => {}); // told by the statement that it ends
  await client.connect();
  await client.query("SET statement_timeout = 0; SET search_path = public; SET bytea_output = 'hex'");
  return client;
}

async function tablesOf(client: pg.Client): Promise<Found[]> {
  const { rows } = await client.query<Found>(`
    SELECT c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT array_agg(a.attname::text ORDER BY k.n) FROM pg_index i
        CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, n)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attidentity <> '') AS identities
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relpersistence = 'p'
      AND NOT c.relispartition AND c.relname <> 'teahouse_migrations'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname`);
  return rows;
}

async function sequencesOf(client: pg.Client, table: Found): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const column of table.identities) {
    const found = await client.query<{ name: string }>('SELECT pg_get_serial_sequence($1, $2) AS name', [
      table.name,
      column,
    ]);
    const { rows } = await client.query<{ last_value: string; is_called: boolean }>(
      `SELECT last_value, is_called FROM ${found.rows[0]?.name}`,
    );
    if (rows[0]?.is_called) values[column] = rows[0].last_value;
  }
  return values;
}
