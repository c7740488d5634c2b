import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { type Pool, withTransaction } from './pool.ts';

/** Why migrating was refused; nothing was changed by the file in question. */
export class MigrationError extends Error {
  readonly code: 'bad-name' | 'changed' | 'unknown' | 'out-of-order';
  constructor(code: MigrationError['code'], message: string) {
    super(message);
    this.name = 'MigrationError';
    this.code = code;
  }
}

interface Migration {
  number: number;
  name: string;
  sql: string;
  hash: string;
  /** The oldest program, by its newest migration, that still works when this one is applied; its own number where none does. */
  serves: number;
}

/** Any fixed number: whoever migrates this database takes this lock. */
const lockKey = 0x7465_6168; // "teah"

/** `-- serves: 0018`: programs whose newest migration is 0018 or a later one go on working (docs/decisions/0036). */
const servesLine = /^-- serves: (\d{4})$/m;

const fileName = /^(\d{4})_[a-z0-9-]+(?:_[a-z0-9-]+)*\.sql$/;

/** Reads `NNNN_name.sql` of a folder in order. Throws `bad-name` for a name or a number out of line. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)));
  migrations.forEach((migration, index) => {
    if (migrations[index - 1]?.number === migration.number) {
      throw new MigrationError('bad-name', `Two migrations have the number of ${migration.name}.`);
    }
  });
  return migrations;
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const match = fileName.exec(name);
  if (!match) throw new MigrationError('bad-name', `${name} is not of the form NNNN_name.sql.`);
  // Line ends are not content: a checkout on Windows must not look like a change.
  const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  const number = Number(match[1]);
  const serves = Number(servesLine.exec(sql)?.[1] ?? number);
  if (serves > number) throw new MigrationError('bad-name', `${name} serves what is newer than itself.`);
  return { number, name, sql, serves, hash: createHash('sha256').update(sql).digest('hex') };
}

/**
 * Brings the database up to the files of `folder`, each in a transaction of its own, and tells which were applied: each at once
 * by `onApplied`, and all in the end.
 * Processes that race wait for each other and find nothing left to do. A database that is ahead of this program is left as
 * it is, where all that is newer still serves it: in a rolling upgrade the older processes go on until they are replaced.
 * Throws MigrationError: `changed` (a file differs from what was applied), `unknown` (the database is ahead, and no longer
 * serves this program), `out-of-order` (a new file sorts before an applied one), `bad-name`.
 */
export async function migrate(
  pool: Pool,
  folder: string,
  onApplied: (name: string) => void = () => {},
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const done = await withTransaction(pool, async (tx) => {
    await createTable(tx);
    return assertKnown(tx, migrations);
  });
  const applied: string[] = [];
  for (const migration of migrations) {
    if (done.has(migration.number)) continue;
    if (!(await withTransaction(pool, (tx) => apply(tx, migrations, migration)))) continue;
    applied.push(migration.name);
    onApplied(migration.name);
  }
  return applied;
}

/** Waits as long as it takes: another process may be in the middle of a long migration. */
async function lock(tx: pg.ClientBase): Promise<void> {
  await tx.query('SET LOCAL statement_timeout = 0');
  await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
}

async function createTable(tx: pg.ClientBase): Promise<void> {
  await lock(tx); // CREATE … IF NOT EXISTS alone loses races with a unique violation in the catalogue
  await tx.query(`CREATE TABLE IF NOT EXISTS teahouse_migrations (
    number integer PRIMARY KEY,
    name text NOT NULL,
    hash text NOT NULL
  )`);
  await tx.query('ALTER TABLE teahouse_migrations ADD COLUMN IF NOT EXISTS serves integer');
}

/** Compares what the database says with the files. */
async function assertKnown(tx: pg.ClientBase, migrations: readonly Migration[]): Promise<Set<number>> {
  const { rows } = await tx.query<Omit<Migration, 'sql' | 'serves'> & { serves: number | null }>(
    'SELECT number, name, hash, serves FROM teahouse_migrations',
  );
  const newest = Math.max(-1, ...migrations.map(({ number }) => number));
  for (const row of rows) {
    const known = migrations.find((migration) => migration.number === row.number);
    if (!known && row.number > newest && (row.serves ?? row.number) <= newest) continue;
    if (!known) {
      throw new MigrationError(
        'unknown',
        `The database has ${row.name}, which this program does not know: it is newer, and no longer serves this one. Start the newer program.`,
      );
    }
    if (known.hash !== row.hash) {
      throw new MigrationError('changed', `${known.name} was changed after it was applied (as ${row.name}).`);
    }
  }
  return new Set(rows.map((row) => row.number));
}

/** True when this call applied it. */
async function apply(tx: pg.ClientBase, all: readonly Migration[], migration: Migration): Promise<boolean> {
  await lock(tx);
  const done = await assertKnown(tx, all);
  if (done.has(migration.number)) return false;
  const last = Math.max(-1, ...done);
  if (last > migration.number) {
    throw new MigrationError(
      'out-of-order',
      `${migration.name} sorts before migration ${last}, already applied.`,
    );
  }
  // The version row comes first: should anything slip past the lock, its primary key stops the second one
  // before any change of theirs (as graphile/worker does).
  const { number, name, hash, serves } = migration;
  await tx.query('INSERT INTO teahouse_migrations (number, name, hash, serves) VALUES ($1, $2, $3, $4)', [
    ...[number, name, hash],
    serves,
  ]);
  await tx.query(migration.sql);
  return true;
}
