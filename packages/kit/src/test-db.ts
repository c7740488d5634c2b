import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, readMigrations } from './migrate.ts';
import { createPool, type Pool } from './pool.ts';

export const testClusterVariable = 'TEAHOUSE_TEST_CLUSTER';
/** Owns the databases of tests: no superuser, as in real life. */
export const testRole = 'test';

export interface TestDb {
  url: string;
  pool: Pool;
  /** Closes the pool and removes the database. */
  drop(): Promise<void>;
}

/**
 * A database of its own for one test file, migrated by the files of `migrationsFolder`. The first call for a folder
 * migrates a template, the others copy it (tens of milliseconds). Needs the cluster of vitest's globalSetup.
 */
export async function createTestDb(migrationsFolder?: string): Promise<TestDb> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const template = migrationsFolder === undefined ? 'template1' : await templateOf(migrationsFolder);
  await asAdmin((admin) =>
    admin.query(`CREATE DATABASE ${name} OWNER ${testRole} TEMPLATE ${template} STRATEGY file_copy`),
  );
  const url = urlOf(name);
  const pool = createPool({ url, name: 'test' });
  return {
    url,
    pool,
    async drop() {
      await pool.end();
      await asAdmin((admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

function adminUrl(): string {
  const url = process.env[testClusterVariable];
  if (!url)
    throw new Error(`${testClusterVariable} is not set: run tests with vitest from the root of the project.`);
  return url;
}

/** `postgresql://postgres@/postgres?host=…` with our role and another database. */
const urlOf = (database: string) => adminUrl().replace(/\/\/[^/]*\/[^?]*/, `//${testRole}@/${database}`);

async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(adminUrl());
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Name of a migrated template; made once for each content of the folder, also when test files race for it. */
async function templateOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const migration of await readMigrations(folder)) hash.update(`${migration.name}:${migration.hash}\n`);
  const name = `template_${hash.digest('hex').slice(0, 20)}`;
  await asAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const draft = `draft_${randomBytes(8).toString('hex')}`;
    await admin.query(`CREATE DATABASE ${draft} OWNER ${testRole} STRATEGY file_copy`);
    const pool = createPool({ url: urlOf(draft), name: 'test' });
    try {
      await migrate(pool, folder);
    } finally {
      await pool.end();
    }
    await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
  return name;
}
