import { LogError } from '@teahouse/protocol/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type Server } from './http.ts';
import { createLogger } from './log.ts';
import { serveLog } from './log-routes.ts';

const files = new Map<string, string>([
  ['checkpoint', 'a note'],
  ['info', '{}'],
  ['tile/0/000', 'a full tile'],
  ['tile/0/x001/234.p/7', 'a partial tile'],
  ['tile/entries/000.p/3', 'entries'],
]);
const taken: string[] = [];
let app: Server;
beforeAll(async () => {
  app = await createServer({
    ...{ prefix: '/api/x', title: 'test', webOrigins: ['https://tea.test'], credentials: true },
    log: createLogger({ name: 'test', write: () => {} }),
  });
  serveLog(
    app,
    '/api/x/log',
    async (path) => (files.has(path) ? Buffer.from(files.get(path)!) : undefined),
    async (note) => {
      if (note === 'bad') throw new LogError('forked', 'another history');
      taken.push(note);
    },
  );
  serveLog(app, '/api/x/mirror', async () => undefined);
});
afterAll(() => app.close());
const get = (path: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/x/log/${path}`, headers });
const post = (payload: string | Buffer, type = 'text/plain', path = 'log') =>
  app.inject({ method: 'POST', url: `/api/x/${path}/witness`, payload, headers: { 'content-type': type } });

describe('a log over HTTP', () => {
  it('has full tiles that may be kept for ever, and the rest with a tag', async () => {
    const full = await get('tile/0/000');
    expect(full.body).toBe('a full tile');
    expect(full.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(full.headers['content-type']).toBe('application/octet-stream');
    for (const path of ['checkpoint', 'info', 'tile/0/x001/234.p/7', 'tile/entries/000.p/3']) {
      const first = await get(path);
      expect(first.body).toBe(files.get(path));
      expect(first.headers['cache-control']).toBe('no-cache');
      const again = await get(path, { 'if-none-match': String(first.headers.etag) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    expect((await get('checkpoint')).headers['content-type']).toBe('text/plain; charset=utf-8');
    expect((await get('info')).headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('may be read by any site, which gives it no cookie and gets none', async () => {
    const { headers } = await get('checkpoint', { origin: 'https://tea.test' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('has nothing else', async () => {
    for (const path of ['', 'lock', '../secrets', '%2e%2e/secrets', 'tile', 'tile/0/000.p/300']) {
      expect((await get(path)).statusCode, path).toBe(404);
    }
    expect((await app.inject({ url: '/api/x/mirror/checkpoint' })).statusCode).toBe(404);
  });

  it('takes notes of witnesses as text, of 16 kB at most', async () => {
    expect((await post('a note')).statusCode).toBe(204);
    expect(taken).toEqual(['a note']);
    const codes = async (reply: ReturnType<typeof post>) => (await reply).json().code;
    expect(await codes(post('bad'))).toBe('invalid-input');
    expect(await codes(post('{}', 'application/json'))).toBe('invalid-input');
    expect(await codes(post('x'.repeat(17_000)))).toBe('too-large');
    expect((await post('a note', 'text/plain', 'mirror')).statusCode).toBe(405);
    expect(taken).toEqual(['a note']);
  });
});
