import { pipeline } from 'node:stream/promises';
import { readMigrations } from '@teahouse/kit/migrate';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { OperatorError } from '../operator-error.ts';
import { unpack } from './files.ts';
import { type Manifest, tableFile } from './manifest.ts';
import { connect } from './snapshot.ts';

const quoted = (name: string) => pg.escapeIdentifier(name);
type Migrations = Awaited<ReturnType<typeof readMigrations>>;

/** The migrations of the backup as this program has them. Throws OperatorError where it has others. */
export async function knownMigrations(folder: string, manifest: Manifest): Promise<Migrations> {
  const ours = await readMigrations(folder);
  return manifest.migrations.map(({ number, name, hash }) => {
    const known = ours.find((one) => one.number === number);
    if (known?.hash === hash) return known;
    const which = known ? 'another form of' : 'no';
    throw new OperatorError(
      `The backup was made by another version: this program has ${which} ${name}. Restore with that version or a newer one.`,
    );
  });
}

/** Whether a database holds any table of ours or of others. */
export async function isEmptyDatabase(url: string): Promise<boolean> {
  const client = await connect(url);
  try {
    const { rowCount } = await client.query(
      "SELECT FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace LIMIT 1",
    );
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

/**
 * Puts schema and rows of a backup into a database, in one transaction: one that was cut short leaves what was there before.
 * `replace` removes the plane's tables first. Throws OperatorError.
 */
export async function load(i: {
  url: string;
  backup: string;
  manifest: Manifest;
  migrations: Migrations;
  identities: readonly string[];
  replace: boolean;
}): Promise<void> {
  const { url, backup, manifest, identities } = i;
  const client = await connect(url);
  try {
    await client.query('BEGIN');
    if (i.replace) await removeAll(client);
    await makeSchema(client, i.migrations);
    const references = await withoutReferences(client);
    const names = manifest.tables.map(({ name }) => quoted(name));
    for (const name of await allTables(client)) {
      await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
    }
    // What migrations put in stands in the backup as it came to be.
    if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')}`);
    for (const table of manifest.tables) {
      const columns = table.columns.map(quoted).join(', ');
      const stream = client.query(
        copyFrom(`COPY ${quoted(table.name)} (${columns}) FROM STDIN (FORMAT binary)`),
      );
      await pipeline(
        await unpack(`${backup}/${tableFile(manifest, table.name)}`, { gzip: true, identities }),
        stream,
      );
      if (stream.rowCount !== table.rows) {
        throw new OperatorError(
          `${table.name} has ${stream.rowCount} rows, not ${table.rows}: the backup is damaged.`,
        );
      }
      for (const [column, value] of Object.entries(table.sequences)) {
        await client.query('SELECT setval(pg_get_serial_sequence($1, $2), $3)', [table.name, column, value]);
      }
    }
    for (const name of await allTables(client)) {
      await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
    }
    for (const { table, name, text } of references) {
      await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${text}`);
    }
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

async function allTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`,
  );
  return rows.map(({ name }) => name);
}

/** Tables and functions of the plane, and its queue of jobs. What extensions brought stays. */
async function removeAll(client: pg.Client): Promise<void> {
  for (const name of await allTables(client)) {
    await client.query(`DROP TABLE IF EXISTS ${quoted(name)} CASCADE`);
  }
  const { rows } = await client.query<{ name: string }>(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  );
  for (const { name } of rows) await client.query(`DROP ROUTINE IF EXISTS ${name} CASCADE`);
  await client.query('DROP SCHEMA IF EXISTS jobs CASCADE');
}

/** As kit's `migrate` does, but all in the transaction of the restore. */
async function makeSchema(client: pg.Client, migrations: Migrations): Promise<void> {
  await client.query(
    `CREATE TABLE teahouse_migrations
       (number integer PRIMARY KEY, name text NOT NULL, hash text NOT NULL, serves integer)`,
  );
  for (const { number, name, hash, serves, sql } of migrations) {
    await client.query(
      'INSERT INTO teahouse_migrations (number, name, hash, serves) VALUES ($1, $2, $3, $4)',
      [...[number, name, hash], serves],
    );
    await client.query(sql);
  }
}

/** Takes foreign keys away, to be made again when all rows are there: so they are checked, and no order of tables is needed. */
async function withoutReferences(
  client: pg.Client,
): Promise<{ table: string; name: string; text: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; text: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS text
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  );
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  return rows;
}
