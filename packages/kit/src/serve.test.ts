import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseListen } from './serve.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const plane = `
  import { createServer } from '${new URL('./http.ts', import.meta.url)}';
  import { createLogger } from '${new URL('./log.ts', import.meta.url)}';
  import { createSse } from '${new URL('./sse.ts', import.meta.url)}';
  import { serve } from '${new URL('./serve.ts', import.meta.url)}';
  const log = createLogger({ name: 'plane' });
  const app = await createServer({ prefix: '/api/tea', title: 'Tea', log });
  const sse = createSse(app);
  app.get('/live', (request, reply) => { sse.open(request, reply); return reply; });
  await serve(app, { listen: process.argv[1], log, onStop: async () => console.log('closed the rest') });`;

describe('a served plane', () => {
  it('says ready over a stale socket, and on SIGTERM ends open streams and leaves with 0', async () => {
    const socketPath = join(folder, 'tea.sock');
    writeFileSync(socketPath, '');
    const child = spawn(process.execPath, ['--input-type=module', '-e', plane, socketPath], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    let said = '';
    child.stdout?.on('data', (data: Buffer) => {
      said += data;
    });
    const message = await new Promise((done) => child.once('message', done));
    expect(message).toEqual({ type: 'ready', address: socketPath });
    const ended = new Promise<void>((done) => {
      request({ socketPath, path: '/live' }, (response) => {
        response.resume().once('end', done);
        child.kill('SIGTERM');
      }).end();
    });
    const code = new Promise((done) => child.once('close', done));
    await ended;
    expect(await code).toBe(0);
    expect(said).toMatch(/ready\n.*closed the rest\n.*"stopped"/s);
  });
});

describe('parseListen', () => {
  it('knows sockets, names and both kinds of addresses', () => {
    expect(parseListen('/run/tea.sock')).toEqual({ path: '/run/tea.sock' });
    expect(parseListen('localhost:4381')).toEqual({ host: 'localhost', port: 4381 });
    expect(parseListen('[::1]:0')).toEqual({ host: '::1', port: 0 });
  });
  it.each(['4381', 'localhost', 'a:b'])('refuses %s', (text) => {
    expect(() => parseListen(text)).toThrow(TypeError);
  });
});
