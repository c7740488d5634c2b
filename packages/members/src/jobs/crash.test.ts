import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dayOf } from '@teahouse/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newRecruiter, pdf, posted } from '../testing/test-jobs.ts';
import { newMember, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { createFileSweep } from './application-service.ts';

/* A real process, which is killed while an application comes in. It shares database and secrets with the test's town. */

let town: Town;
let applicant: TestMember;
let job: string;
let plane: ChildProcess | undefined;
beforeAll(async () => {
  town = await openTown({ now: new Date().toISOString() }); // the process has the system's clock
  const { recruiter, company } = await newRecruiter(town, 'Rex', 'harbour.com');
  job = await posted(recruiter, company, { closes: dayOf(new Date(Date.now() + 30 * 86_400_000)) });
  applicant = await newMember(town, 'Ann');
});
afterAll(async () => {
  plane?.kill('SIGKILL');
  await town.close();
});

const socket = () => join(town.secrets, 'members.sock');

async function start(): Promise<ChildProcess> {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const made = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      TEAHOUSE_DATABASE_URL: town.db.url,
      TEAHOUSE_SECRETS: town.secrets,
      TEAHOUSE_LISTEN: socket(),
      TEAHOUSE_MODE: 'demo',
      TEAHOUSE_WEB_ORIGIN: 'https://tea.test',
      TEAHOUSE_LOG_FILE: join(town.secrets, 'process.log'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  plane = made;
  let output = '';
  for await (const part of made.stdout!) {
    output += part;
    if (/^ready$/m.test(output)) break;
  }
  return made;
}

function open(id: string, length: number): ClientRequest {
  const cookie = [...applicant.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { 'x-teahouse': '1', cookie, 'content-type': 'application/json', 'content-length': length };
  const path = `/api/members/me/applications/${id}`;
  return request({ socketPath: socket(), method: 'PUT', path, headers });
}

async function send(id: string, body: Buffer): Promise<{ status: number | undefined; text: string }> {
  const call = open(id, body.length);
  call.end(body);
  const [reply] = await once(call, 'response');
  let text = '';
  for await (const part of reply) text += part;
  return { status: reply.statusCode, text };
}

it('an application that kill -9 met on its way is there once when it is sent again', async () => {
  const file = await pdf({ pages: 20 });
  const padded = Buffer.concat([file, Buffer.alloc(1024 * 1024, '\n')]);
  const [id, name] = [randomUUID(), 'Ann.pdf'];
  const body = Buffer.from(
    JSON.stringify({ job, words: 'Whatever comes', file: { name, bytes: padded.toString('base64url') } }),
  );
  // With half of it sent, and at several moments after all of it: while it is looked at, written, and kept.
  for (const moment of ['half', 20, 300, 1000] as const) {
    const running = await start();
    const call = open(id, body.length);
    call.on('error', () => {});
    if (moment === 'half') call.write(body.subarray(0, body.length / 2));
    else call.end(body);
    await pause(moment === 'half' ? 100 : moment);
    running.kill('SIGKILL');
    await once(running, 'exit');
    call.destroy();
  }
  const running = await start();
  for (const _again of [1, 2]) {
    const { status, text } = await send(id, body);
    expect([status, JSON.parse(text).id]).toEqual([200, id]);
  }
  running.kill('SIGTERM');
  await once(running, 'exit');
  const { rows } = await town.db.pool.query(
    `SELECT a.id, f.id AS file, f.sealed_key AS key FROM applications a JOIN application_files f ON f.id = a.file_id
     WHERE a.account_id = $1`,
    [applicant.id],
  );
  expect(rows.map((row) => row.id)).toEqual([id]);
  const files = await town.db.pool.query('SELECT FROM application_files');
  expect(files.rowCount).toBe(1);
  expect((await town.members.context.files.read(rows[0].file, rows[0].key))?.equals(padded)).toBe(true);
  const sweep = createFileSweep(town.members.context);
  await sweep();
  await sweep();
  expect(readdirSync(join(town.secrets, 'files'))).toEqual([rows[0].file]);
}, 240_000);
