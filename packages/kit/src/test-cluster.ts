import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres-embedded.ts';
import { testClusterVariable, testRole } from './test-db.ts';

const prefix = 'tea-test-';
let cluster: EmbeddedPostgres | undefined;
let dir: string | undefined;

/** Vitest's globalSetup: one throw-away cluster for the run. Workers find it by the environment. */
export async function setup(): Promise<void> {
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

/** A run that was killed leaves its folder (its Postgres ended with it): removed when six hours old. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(prefix) || Date.now() - statSync(folder).mtimeMs < 6 * 3_600_000) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}
