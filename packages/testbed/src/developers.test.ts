import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type ApiDocument, curlOf, type Operation, operationsOf } from '@teahouse/contract/example';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { talkPrefix } from '@teahouse/contract/talk/paths';
import { fakeClock } from '@teahouse/kit/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTeahouse, type Town } from './town.ts';

/* The examples of /developers are run as they stand there, by a shell, against both planes. */

const run = promisify(execFile);
let town: Town;
const data = mkdtempSync(path.join(tmpdir(), 'tea-developers-'));
beforeAll(async () => {
  town = await startTeahouse({ data, clock: fakeClock('2026-11-18T10:02:00Z') });
});
afterAll(async () => {
  await town.stop();
  rmSync(data, { recursive: true, force: true });
});

async function documentOf(
  plane: 'members' | 'talk',
  prefix: string,
): Promise<{ origin: string; all: Operation[] }> {
  const origin = plane === 'members' ? town.membersOrigin : town.talkOrigin;
  const answer = await town[plane].app.inject(`${prefix}/openapi.json`);
  return { origin, all: operationsOf(answer.json<ApiDocument>()) };
}

/** What the shell printed: the status behind the body. */
async function answered(operation: Operation, origin: string): Promise<{ status: number; body: string }> {
  const { stdout } = await run('sh', ['-c', `${curlOf(operation, origin)} -m 5 -w '\\n%{http_code}'`]);
  const at = stdout.lastIndexOf('\n');
  return { status: Number(stdout.slice(at + 1)), body: stdout.slice(0, at) };
}

describe.each([
  ['members', membersPrefix],
  ['talk', talkPrefix],
] as const)('the examples of %s', (plane, prefix) => {
  let origin: string;
  let all: Operation[];
  beforeAll(async () => {
    ({ origin, all } = await documentOf(plane, prefix));
  });

  it('of what is public and names nothing of somebody run', async () => {
    const open = all.filter(
      ({ access, method, path: place, reply }) =>
        access === 'public' &&
        method === 'GET' &&
        !place.replace('{room}', '').includes('{') &&
        reply.schema?.type !== 'string',
    );
    expect(open.length).toBeGreaterThan(3);
    for (const operation of open) {
      const { status, body } = await answered(operation, origin);
      expect([operation.id, status]).toEqual([operation.id, operation.id === 'roomKey' ? 403 : 200]);
      expect(() => JSON.parse(body)).not.toThrow();
    }
  });

  it('of all else are understood, and refused for what they lack', async () => {
    for (const operation of all.filter(({ method, access }) => method !== 'GET' || access !== 'public')) {
      const { status, body } = await answered(operation, origin);
      expect(status, operation.id).toBeLessThan(500);
      if (status >= 400) expect(JSON.parse(body).code, operation.id).toMatch(/^[a-z-]+$/);
    }
  });
});
