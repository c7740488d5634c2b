import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { afterAll, beforeAll, expect, it } from 'vitest';

let db: TestDb;
let dir: string;
let child: ChildProcess;
beforeAll(async () => {
  db = await createTestDb();
  dir = mkdtempSync(join(tmpdir(), 'teahouse-talk-'));
});
afterAll(async () => {
  child.kill('SIGKILL');
  await db.drop();
  rmSync(dir, { recursive: true });
});

const get = (path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request({ socketPath: join(dir, 'talk.sock'), path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

it('the process migrates an empty database, says when it is ready, serves, and ends on SIGTERM', async () => {
  const { PATH } = process.env;
  child = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH,
      TEAHOUSE_DATABASE_URL: db.url,
      TEAHOUSE_SECRETS: join(dir, 'secrets'),
      TEAHOUSE_LISTEN: join(dir, 'talk.sock'),
      TEAHOUSE_ISSUER_URL: `unix:${join(dir, 'members.sock')}`,
    },
  });
  const told: { type: string; stage?: string }[] = [];
  for await (const [message] of on(child, 'message')) {
    told.push(message);
    if (message.type === 'ready') break;
  }
  const stages = told.flatMap(({ stage }) => stage ?? []);
  expect(stages).toContain('0001_talk.sql');
  expect(stages.at(-1)).toBe('server');
  expect(await get('/api/talk/health')).toBe(200);
  expect(await get('/api/talk/rooms')).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
