import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Plane, type PlaneError, type PlaneOptions, startPlane } from './plane.ts';

describe('a plane under guard', () => {
  let folder: string;
  let plane: Plane | undefined;
  let troubles: string[];
  let givenUp: PlaneError | undefined;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tea-plane-'));
    troubles = [];
    givenUp = undefined;
    plane = undefined;
  });
  afterEach(async () => {
    await plane?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const socket = () => path.join(folder, 'plane.sock');
  const options = (env: NodeJS.ProcessEnv = {}): PlaneOptions => ({
    name: 'talk',
    main: path.join(import.meta.dirname, '../fixtures/plane.mjs'),
    lifeline: path.join(import.meta.dirname, 'lifeline.ts'),
    environment: () => ({ PATH: process.env.PATH, TEAHOUSE_LISTEN: socket(), ...env }),
    log: path.join(folder, 'log'),
    socket: socket(),
    onTrouble: (words) => troubles.push(words),
    onGivenUp: (error) => {
      givenUp = error;
    },
    delays: [1, 1, 1],
  });
  const call = (url: string) =>
    new Promise<string>((resolve) => {
      const outgoing = request({ socketPath: socket(), path: `/api/talk${url}` }, async (reply) => {
        let body = '';
        for await (const chunk of reply) body += chunk;
        resolve(body);
      });
      outgoing.on('error', (error) => resolve(error.message)).end();
    });

  it('serves once it is started', async () => {
    plane = await startPlane(options());
    expect(await call('/health')).toBe('{"status":"ok"}');
  });

  it('inherits nothing from the environment of its keeper', async () => {
    process.env.TEAHOUSE_MEMBERS_DATABASE_URL = 'postgresql://secret';
    plane = await startPlane(options());
    delete process.env.TEAHOUSE_MEMBERS_DATABASE_URL;
    expect(await call('/environment')).not.toContain('secret');
  });

  it('is started again after a crash', async () => {
    plane = await startPlane(options());
    const before = plane.pid();
    await call('/crash');
    await expect.poll(() => troubles).toContain('talk is back');
    expect(troubles[0]).toContain('exit code 7');
    expect(plane.pid()).not.toBe(before);
    expect(await call('/health')).toBe('{"status":"ok"}');
  });

  it('is started again however often it falls, as long as it comes up', async () => {
    plane = await startPlane({ ...options(), giveUpAfter: 50 });
    for (let fall = 0; fall < 5; fall += 1) {
      await expect.poll(() => call('/health'), { timeout: 10_000 }).toContain('ok');
      const pid = plane.pid();
      await call('/crash');
      await expect.poll(() => plane?.pid() !== pid, { timeout: 10_000 }).toBe(true);
    }
    expect(givenUp).toBeUndefined();
  });

  it('is given up when it does not come up any more', async () => {
    const env: NodeJS.ProcessEnv = {};
    const first = options();
    plane = await startPlane({
      ...first,
      environment: () => ({ ...first.environment(), ...env }),
      giveUpAfter: 200,
    });
    env.FAKE_FALLS = '1';
    await call('/crash');
    await expect.poll(() => givenUp?.message, { timeout: 20_000 }).toContain('does not come up again');
    expect(givenUp?.message).toContain('this plane never comes up');
  });

  it('shows the end of its log when it does not come up', async () => {
    await expect(startPlane(options({ FAKE_FALLS: '1' }))).rejects.toMatchObject({
      code: 'plane-down',
      message: expect.stringContaining('this plane never comes up'),
    });
    expect(readFileSync(path.join(folder, 'log/plane.log'), 'utf8')).toContain('never comes up');
  });

  it('is waited for as long as it comes further, and no longer', async () => {
    plane = await startPlane({ ...options({ FAKE_SLOW: '30' }), stagePatience: 2_000 });
    expect(await call('/health')).toBe('{"status":"ok"}');
    await plane.stop();
    plane = undefined;
    const stuck = options({ FAKE_SLOW: '2', FAKE_SILENT: '1' });
    await expect(startPlane({ ...stuck, stagePatience: 2_000 })).rejects.toMatchObject({
      code: 'plane-down',
      message: expect.stringContaining('came no further for 2 s while starting (last: stage 2)'),
    });
  });

  it('is ended by force when it does not listen', async () => {
    plane = await startPlane({ ...options({ FAKE_STUBBORN: '1' }), patience: 50 });
    await plane.stop();
    expect(await call('/health')).toMatch(/ECONNREFUSED|ENOENT/);
    expect(troubles).toEqual([]);
  });
});
