import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Letter, LetterOffice } from '../mailbox/letters.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { type Plane, startPlane } from '../plane.ts';
import { type Front, startFront } from './server.ts';
import { createTargets } from './targets.ts';

const here = import.meta.dirname;
const mailbox: Mailbox = { url: '', messages: () => [], close: async () => {} };
const written: Letter[] = [];
const letters: LetterOffice = {
  environment: {},
  send: async (letter) => Boolean(letter.from.endsWith('.example') && written.push(letter)),
  close: async () => {},
};
const script = `export const greeting = '茶'; ${'// padding'.repeat(200)}`;

describe('the web origin', () => {
  let folder: string;
  let front: Front;
  let talk: Plane;
  const streamsClosed: unknown[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tea-front-'));
    const web = path.join(folder, 'web');
    mkdirSync(path.join(web, 'assets'), { recursive: true });
    writeFileSync(path.join(web, 'index.html'), '<!doctype html><title>Teahouse</title>');
    writeFileSync(path.join(web, 'assets/index-D4f8_kLq.js'), script);
    writeFileSync(path.join(web, 'assets/index-D4f8_kLq.js.br'), brotliCompressSync(script));
    writeFileSync(path.join(web, 'manifest.webmanifest'), '{}');
    writeFileSync(path.join(web, 'sw.js'), script);
    writeFileSync(path.join(web, 'web-manifest.json'), '{"/index.html":"00"}\n');
    writeFileSync(path.join(folder, 'secret.txt'), 'not yours');
    const socket = path.join(folder, 'talk.sock');
    talk = await startPlane({
      name: 'talk',
      main: path.join(here, '../../fixtures/plane.mjs'),
      lifeline: path.join(here, '../lifeline.ts'),
      environment: () => ({ TEAHOUSE_LISTEN: socket, PATH: process.env.PATH }),
      log: path.join(folder, 'log'),
      socket,
      onTrouble: () => {},
      onGivenUp: () => {},
      onMessage: (message) => streamsClosed.push(message),
    });
    front = await startFront({
      host: '127.0.0.1',
      port: 0,
      mayMove: false,
      origins: [],
      web,
      members: createTargets([path.join(folder, 'nobody.sock')]),
      talk: createTargets([socket]),
      mail: { mailbox, letters },
    });
  });
  afterAll(async () => {
    await front?.close();
    await talk?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (url: string, headers: Record<string, string> = {}) => fetch(front.local + url, { headers });
  const page = { accept: 'text/html,application/xhtml+xml' };

  describe('for files', () => {
    it('gives every page of the app index.html, never stored without asking, under the strict policy', async () => {
      const reply = await get('/rooms/square/threads/1?x=1', page);
      expect(await reply.text()).toContain('<title>Teahouse');
      expect(reply.headers.get('cache-control')).toBe('no-cache');
      const policy = reply.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
    });

    it('lets a browser keep what has its hash in the name for good, and nothing else', async () => {
      expect((await get('/assets/index-D4f8_kLq.js')).headers.get('cache-control')).toContain('immutable');
      expect((await get('/manifest.webmanifest')).headers.get('cache-control')).toBe('no-cache');
    });

    it('gives the service worker, which rules every page, as a script that is asked for anew each time', async () => {
      const reply = await get('/sw.js');
      expect(reply.headers.get('content-type')).toContain('text/javascript');
      expect(reply.headers.get('cache-control')).toBe('no-cache');
      expect(reply.headers.get('content-security-policy')).toContain("connect-src 'self'");
    });

    it('gives the list of the files that the log vouches for, byte by byte', async () => {
      const reply = await get('/web-manifest.json');
      expect(reply.headers.get('content-type')).toBe('application/json');
      expect(await reply.text()).toBe('{"/index.html":"00"}\n');
    });

    it('sends the form that was compressed while building', async () => {
      const reply = await get('/assets/index-D4f8_kLq.js', { 'accept-encoding': 'gzip, br' });
      expect(reply.headers.get('content-encoding')).toBe('br');
      expect(await reply.text()).toBe(script);
    });

    it('sends nothing when the browser has it already', async () => {
      const etag = (await get('/', page)).headers.get('etag') ?? '';
      expect((await get('/', { ...page, 'if-none-match': etag })).status).toBe(304);
    });

    it('says 404 for a script that is missing, even to a navigation', async () => {
      expect((await get('/assets/gone-12345678.js', page)).status).toBe(404);
      expect((await get('/gone.png')).status).toBe(404);
    });

    it.each([
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '//etc/passwd',
      '/assets/%00',
    ])('reaches nothing outside of the app by %s', async (url) =>
      expect(await raw(front.port, `GET ${url} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1.1 404/,
      ),
    );

    it('takes no other method', async () => {
      expect((await fetch(`${front.local}/`, { method: 'POST' })).status).toBe(405);
    });
  });

  describe('towards talk', () => {
    it('says nothing of who calls', async () => {
      const reply = await get('/api/talk/headers', {
        'x-forwarded-for': '203.0.113.9',
        'x-real-ip': '203.0.113.9',
        forwarded: 'for=203.0.113.9',
        'user-agent': 'Singular/1.0',
        'accept-language': 'zh-CN',
        referer: 'http://localhost/members',
        'sec-ch-ua-platform': 'Linux',
        traceparent: '00-1-1-01',
      });
      const seen = await reply.text();
      expect(seen).not.toMatch(
        /203\.0\.113\.9|127\.0\.0\.1"|Singular|zh-CN|localhost\/members|sec-ch|traceparent/,
      );
      expect(seen).not.toMatch(/forwarded|real-ip/i);
    });

    it('hands a cookie on, so that talk itself can refuse it', async () => {
      expect(await (await get('/api/talk/headers', { cookie: 'a=b' })).text()).toContain('a=b');
    });

    it('hands on bodies byte for byte', async () => {
      const body = new Uint8Array(300_000).map((_, i) => i * 7);
      const reply = await fetch(`${front.local}/api/talk/echo`, { method: 'POST', body });
      expect(new Uint8Array(await reply.arrayBuffer())).toEqual(body);
    });

    it('marks where a body ends, whatever the method, so that no second request can hide in it', async () => {
      const hidden = 'GET /api/talk/crash HTTP/1.1\r\nhost: x\r\n\r\n';
      const chunk = `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`;
      const head =
        'DELETE /api/talk/echo HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n';
      expect(await raw(front.port, head + chunk)).toContain(hidden);
      expect((await get('/api/talk/health')).status).toBe(200);
    });

    it('passes a refusal that comes before the end of the body', async () => {
      const reply = await raw(
        front.port,
        `POST /api/talk/refuse HTTP/1.1\r\nhost: x\r\ncontent-length: 900000\r\n\r\n${'x'.repeat(70_000)}`,
      );
      expect(reply).toMatch(/^HTTP\/1.1 413[\s\S]*too large/);
    });

    it('refuses by itself what is larger than any plane takes', async () => {
      const length = 'content-length: 50000000';
      const reply = await raw(front.port, `POST /api/talk/echo HTTP/1.1\r\nhost: x\r\n${length}\r\n\r\nxx`);
      expect(reply).toMatch(/^HTTP\/1.1 413[\s\S]*too-large/);
    });

    it('passes an event while the stream is open, and closes it when the reader goes', async () => {
      const abort = new AbortController();
      const reply = await fetch(`${front.local}/api/talk/events`, { signal: abort.signal });
      const { value } = (await reply.body?.getReader().read()) ?? {};
      expect(new TextDecoder().decode(value)).toBe('data: first\n\n');
      abort.abort();
      await expect.poll(() => streamsClosed).toContainEqual({ type: 'stream-closed' });
    });
  });

  it('says 503 and when to come back while a plane is not open', async () => {
    const reply = await get('/api/members/health');
    expect(reply.status).toBe(503);
    expect(reply.headers.get('retry-after')).toBe('1');
    expect(await reply.json()).toMatchObject({ code: 'unavailable', status: 503 });
  });

  it('knows no other address below /api', async () => {
    expect((await get('/api/other', page)).status).toBe(404);
    expect((await get('/api/', page)).status).toBe(404);
  });

  it('shows the mail of the demo, but not to another name for this machine', async () => {
    expect(await (await get('/api/dev/mailbox')).json()).toEqual({ messages: [], writes: true });
    const reply = await raw(
      front.port,
      'GET /api/dev/mailbox HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n',
    );
    expect(reply).toMatch(/^HTTP\/1.1 404/);
  });

  it('lets the app write from a fictional mailbox, and no other site', async () => {
    const letter = { from: 'lin@xinghe.example', to: 'verify+a@teahouse.example', subject: 'verify' };
    const post = (body: unknown, headers = {}) =>
      fetch(`${front.local}/api/dev/mailbox`, { method: 'POST', body: JSON.stringify(body), headers });
    expect((await post(letter)).status).toBe(403);
    const ours = { 'x-teahouse': '1' };
    expect((await post(letter, ours)).status).toBe(200);
    expect(written).toEqual([letter]);
    for (const wrong of [{ ...letter, from: 'lin@real.com' }, { ...letter, more: 1 }, 'x'.repeat(9000)])
      expect((await post(wrong, ours)).status).toBe(422);
  });

  it('takes the next port when the wanted one is in use, unless it was asked for by name', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const options = {
      host: '127.0.0.1',
      port,
      origins: [],
      web: path.join(folder, 'web'),
      mail: undefined,
    };
    const nowhere = createTargets(['/nowhere']);
    const planes = { members: nowhere, talk: nowhere };
    await expect(startFront({ ...options, ...planes, mayMove: false })).rejects.toMatchObject({
      code: 'port-taken',
    });
    const other = await startFront({ ...options, ...planes, mayMove: true });
    expect(other.port).toBeGreaterThan(port);
    await other.close();
    taken.close();
  });

  it('tells members, and only members, the address of the caller', async () => {
    const seen: (string | undefined)[] = [];
    const members = createServer((incoming, response) => {
      seen.push(incoming.headers['x-forwarded-for'] as string | undefined);
      response.end();
    }).listen(path.join(folder, 'nobody.sock'));
    await new Promise((resolve) => members.once('listening', resolve));
    await get('/api/members/me', { 'x-forwarded-for': '203.0.113.9' });
    expect(seen).toEqual(['127.0.0.1']);
    members.close();
    members.closeAllConnections();
  });
});

/** Sends bytes as they are: fetch would tidy the path. Resolves when the other side hangs up. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let reply = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (reply += chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(reply));
  });
}
