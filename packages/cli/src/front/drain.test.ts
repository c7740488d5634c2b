import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readSettings, type Settings } from '../config.ts';
import { listenPlaces } from '../listen-place.ts';
import { createWing, type Wing } from '../wing.ts';
import { type Front, startFront } from './server.ts';
import { createTargets } from './targets.ts';

const kit = (name: string) => JSON.stringify(new URL(`../../../kit/src/${name}.ts`, import.meta.url).href);

/** A plane of the kit, as members and talk are: answers after a moment, and counts nothing. */
const plane = `
  import { createServer } from ${kit('http')};
  import { createLogger } from ${kit('log')};
  import { createSse } from ${kit('sse')};
  import { serve } from ${kit('serve')};
  const log = createLogger({ name: 'plane' });
  const app = await createServer({ prefix: '/api/talk', title: 'Tea', log });
  const sse = createSse(app);
  app.get('/api/talk/live', (request, reply) => { sse.open(request, reply); return reply; });
  const slowly = async () => {
    await new Promise((done) => setTimeout(done, 20));
    return { pid: process.pid };
  };
  app.get('/api/talk/read', slowly);
  app.post('/api/talk/write', slowly);
  app.post('/api/talk/long', async () => {
    await new Promise((done) => setTimeout(done, 1200));
    return { pid: process.pid };
  });
  await serve(app, { listen: process.env.TEAHOUSE_LISTEN, log });`;

describe('two processes of a plane behind the front', () => {
  let root: string;
  let settings: Settings;
  let front: Front;
  let wing: Wing;
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });

  // One house for all: each test leaves two processes behind, but for the last.
  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-drain-'));
    const env = { PATH: process.env.PATH, TEAHOUSE_TALK_PROCESSES: '2' };
    settings = readSettings(root, env);
    const files = {
      'dist/talk/main.mjs': plane,
      'dist/cli/lifeline.mjs': `import ${JSON.stringify(new URL('../lifeline.ts', import.meta.url).href)};`,
      'packages/web/dist/index.html': '<title>Tea</title>',
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const places = listenPlaces(settings, 'talk');
    const targets = createTargets([places.at(0, 0), places.at(1, 0)]);
    front = await startFront({
      ...{ host: '127.0.0.1', port: 0, mayMove: false, origins: [], mail: undefined },
      web: path.join(root, 'packages/web/dist'),
      ...{ members: createTargets([]), talk: targets },
    });
    wing = createWing({
      ...{ settings, name: 'talk', places, front: { targets, endIdle: front.endIdle } },
      surroundings: () => ({
        ...{ databaseUrl: '', origins: [], smtpUrl: undefined, letters: undefined, issuerUrl: '' },
        web: undefined,
      }),
      onTrouble: () => {},
      onGivenUp: () => {},
    });
    await wing.open();
  });
  afterAll(async () => {
    await wing?.stop();
    await front?.close();
    agent.destroy();
    rmSync(root, { recursive: true, force: true });
  });

  /** Status and answering process, or the error's code in the place of the status. */
  const call = (method: 'GET' | 'POST', url: string) =>
    new Promise<{ status: number | string; pid?: number }>((resolve) => {
      const options = {
        agent,
        method,
        headers: method === 'POST' ? { 'content-type': 'application/json' } : {},
      };
      const asked = request(`${front.local}/api/talk${url}`, options, async (answer) => {
        let body = '';
        for await (const part of answer) body += part;
        resolve({ ...JSON.parse(body), status: answer.statusCode ?? 0 });
      });
      asked.once('error', (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? 'error' }));
      asked.end(method === 'POST' ? '{}' : undefined);
    });

  /** The fallen one was started again by itself, and is asked. */
  const bothServe = () =>
    vi.waitFor(
      async () => {
        const answers = await Promise.all(Array.from({ length: 8 }, () => call('GET', '/read')));
        expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2);
      },
      { timeout: 60_000, interval: 200 },
    );

  /** Reads and writes without a pause until `over`; how often each status came. */
  async function load(over: Promise<unknown>): Promise<{ statuses: Record<string, number> }> {
    let isOver = false;
    void over.finally(() => {
      isOver = true;
    });
    const statuses: Record<string, number> = {};
    const caller = async (index: number) => {
      for (let turn = index; !isOver; turn += 1) {
        const { status } = turn % 2 ? await call('POST', '/write') : await call('GET', '/read');
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: 12 }, (_, index) => caller(index)));
    return { statuses };
  }

  it('loses no request when one of them is told to end under load, and the one it was busy with is answered', async () => {
    await bothServe();
    const [first = 0] = wing.pids();
    const long = Array.from({ length: 4 }, () => call('POST', '/long'));
    const end = (async () => {
      await sleep(300);
      process.kill(first, 'SIGTERM');
      await sleep(2_500);
    })();
    const { statuses } = await load(end);
    expect(Object.keys(statuses)).toEqual(['200']);
    expect((await Promise.all(long)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await bothServe();
  });

  it('loses none while all are replaced, one after the other', async () => {
    const before = wing.pids();
    const { statuses } = await load(sleep(200).then(() => wing.replaceAll()));
    expect(Object.keys(statuses)).toEqual(['200']);
    expect(wing.pids()).toHaveLength(2);
    for (const pid of wing.pids()) expect(before).not.toContain(pid);
  });

  it('goes on with the other one when one is killed: what only reads is asked again', async () => {
    const [first = 0] = wing.pids();
    const over = sleep(200).then(() => {
      process.kill(first, 'SIGKILL');
      return sleep(300);
    });
    let failed = 0;
    let isOver = false;
    void over.then(() => {
      isOver = true;
    });
    while (!isOver) if ((await call('GET', '/read')).status !== 200) failed += 1;
    expect(failed).toBe(0);
    await bothServe();
  });

  it('tells a proxy that it is not ready before it stops to listen, and ends streams when the planes end', async () => {
    const ended = new Promise<void>((resolve) => {
      request(`${front.local}/api/talk/live`, (answer) => answer.resume().once('close', resolve)).end();
    });
    await vi.waitFor(async () => expect((await call('GET', '/ready')).status).toBe(200));
    const draining = front.drain(0.5);
    expect((await call('GET', '/ready')).status).toBe(503);
    expect((await call('GET', '/read')).status).toBe(200);
    await draining;
    expect((await call('GET', '/read')).status).toMatch(/ECONN(?:REFUSED|RESET)/);
    await wing.stop();
    await ended;
  });
});
