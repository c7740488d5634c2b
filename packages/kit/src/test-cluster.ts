import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres-embedded.ts';
import { testClusterVariable, testRole } from './test-db.ts';

const prefix = 'tea-test-';
let cluster: EmbeddedPostgres | undefined;
let dir: string | undefined;

/** The superuser's address of a Postgres of another version, to run the tests on: `postgresql://postgres@/postgres?host=<folder>`. */
const givenVariable = 'TEAHOUSE_TEST_POSTGRES';

/** Vitest's globalSetup: one throw-away cluster for the run. Workers find it by the environment. */
export async function setup(): Promise<void> {
  const given = process.env[givenVariable];
  if (given) return useGiven(given);
  sweep();
  dir = mkdtempSync(join(tmpdir(), prefix));
  cluster = await startEmbeddedPostgres({
    dir,
    name: testRole,
    durable: false,
    conf: { max_connections: 200, autovacuum: 'off' },
    onLog: () => {},
  });
  process.env[testClusterVariable] = cluster.adminUrl;
}

export async function teardown(): Promise<void> {
  await cluster?.stop();
  if (dir) rmSync(dir, { recursive: true, force: true });
}

async function useGiven(url: string): Promise<void> {
  const admin = new pg.Client(url);
  await admin.connect();
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [testRole]);
  if (!rowCount) await admin.query(`CREATE ROLE ${testRole} LOGIN`);
  await admin.end();
  process.env[testClusterVariable] = url;
}

/** A run that was killed leaves its folder (its Postgres ended with it): removed when six hours old. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(prefix) || Date.now() - statSync(folder).mtimeMs < 6 * 3_600_000) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}
