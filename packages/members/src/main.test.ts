import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let db: TestDb;
let folder: string;
let plane: ChildProcess | undefined;
beforeAll(async () => {
  db = await createTestDb(); // empty: the process migrates it
  folder = mkdtempSync(join(tmpdir(), 'teahouse-main-'));
});
afterAll(async () => {
  plane?.kill('SIGKILL');
  await db.drop();
  rmSync(folder, { recursive: true });
});

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const start = (env: Record<string, string>) =>
  spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const ask = (path: string) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const options = { socketPath: join(folder, 'members.sock'), path: `/api/members${path}` };
    request(options, (answer) => {
      let body = '';
      answer.on('data', (part) => {
        body += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });

describe('the process', () => {
  it('says in plain words what is missing', async () => {
    const broken = start({});
    let words = '';
    broken.stderr?.on('data', (part) => {
      words += part;
    });
    const [code] = await once(broken, 'exit');
    expect(code).not.toBe(0);
    expect(words).toContain('TEAHOUSE_DATABASE_URL is missing');
  });

  it('migrates, makes its keys, says ready, serves, and stops in order', async () => {
    plane = start({
      TEAHOUSE_DATABASE_URL: db.url,
      TEAHOUSE_SECRETS: join(folder, 'secrets'),
      TEAHOUSE_LISTEN: join(folder, 'members.sock'),
      TEAHOUSE_MODE: 'demo',
      TEAHOUSE_WEB_ORIGIN: 'http://localhost:4380, https://tea.test',
      TEAHOUSE_ISSUANCE_SCHEDULE: 'immediate',
    });
    let output = '';
    for await (const part of plane.stdout!) {
      output += part;
      if (/^ready$/m.test(output)) break;
    }
    expect((await ask('/health')).status).toBe(200);
    expect(JSON.parse((await ask('/public/directory')).body).companies).toEqual([]);
    expect((await ask('/log/checkpoint')).body).toMatch(/^teahouse-[0-9a-f]{8}\/issuer\n2\n/);
    expect(JSON.parse((await ask('/openapi.json')).body).paths).toHaveProperty('/api/members/me');
    expect(readdirSync(join(folder, 'secrets')).sort()).toEqual([
      ...['code.key', 'issuer.key', 'log.key', 'operator.token', 'password.key', 'pin.key', 'public-log'],
      'session.key',
    ]);
    expect(statSync(join(folder, 'secrets', 'issuer.key')).mode & 0o777).toBe(0o600);
    plane.kill('SIGTERM');
    const [code] = await once(plane, 'exit');
    expect(code).toBe(0);
  });
});
