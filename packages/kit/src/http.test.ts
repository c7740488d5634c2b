import { type AddressInfo, connect } from 'node:net';
import type { PathTable, RouteTable } from '@teahouse/contract/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createServer, type Handlers, implement, type Server, type ServerOptions } from './http.ts';
import { createLogger } from './log.ts';
import { createPool } from './pool.ts';
import { fail, problems } from './problem.ts';

const paths = {
  listCups: 'GET /cups',
  pour: 'POST /cups/:cup/pour',
  spill: 'DELETE /cups/:cup',
  break: 'GET /break/:how',
  picture: 'PUT /picture',
} as const satisfies PathTable;

const routes = {
  listCups: {
    summary: 'Cups',
    query: z.object({ limit: z.coerce.number().int().max(10).default(5) }),
    reply: z.object({ cups: z.array(z.object({ id: z.int() })) }),
    access: 'public',
  },
  pour: {
    summary: 'Pour',
    params: z.object({ cup: z.coerce.number().int() }),
    body: z.strictObject({ tea: z.string().min(1), heat: z.object({ celsius: z.int() }) }),
    reply: z.object({ cup: z.int(), tea: z.string() }),
    access: 'session',
  },
  spill: { summary: 'Spill', params: z.object({ cup: z.string() }), access: 'session' },
  break: {
    summary: 'Break',
    params: z.object({ how: z.string() }),
    reply: z.object({ a: z.int() }),
    access: 'public',
  },
  picture: { summary: 'Picture', body: z.instanceof(Buffer), bodyLimit: 100_000, access: 'public' },
} as const satisfies RouteTable<typeof paths>;

const teaErrors = problems({ 'cold-tea': { status: 409, title: 'The tea is cold' } });
const away = createPool({ url: 'postgresql://x@/x?host=/nowhere', name: 'away' });
const breakages: Readonly<Record<string, () => unknown>> = {
  known: () =>
    Promise.reject(teaErrors('cold-tea', { detail: 'Heat it first', headers: { 'x-hint': 'stove' } })),
  bug: () => Promise.reject(new Error('secret value 4711')),
  shape: () => ({ a: 'secret value 4711' }),
  database: () => away.query('SELECT 1'),
  disk: () => Promise.reject(Object.assign(new Error('could not extend file'), { code: '53100' })),
};

const handlers: Handlers<typeof routes> = {
  listCups: ({ query }) => ({ cups: [{ id: query.limit, owner: 'not in the schema' } as { id: number }] }),
  pour: ({ params, body }) => ({ cup: params.cup, tea: body.tea }),
  spill: () => {},
  break: ({ params }) => breakages[params.how]?.() as { a: number },
  picture: ({ body, reply }) => reply.type('image/png').send(body),
};

const lines: string[] = [];
const log = createLogger({ name: 'test', write: (line) => lines.push(line) });
const start = async (options: Partial<ServerOptions> = {}) => {
  const app = await createServer({ prefix: '/api/tea', title: 'Tea', log, ...options });
  implement(app, '/api/tea', paths, routes, handlers);
  return app;
};

let app: Server;
beforeAll(async () => {
  app = await start();
});
afterAll(async () => {
  await app.close();
  await away.end();
});
const get = (url: string, headers = {}) => app.inject({ method: 'GET', url, headers });

describe('a route of the contract', () => {
  it('gives its handler validated input with defaults, and strips what the reply does not name', async () => {
    expect((await get('/api/tea/cups')).json()).toEqual({ cups: [{ id: 5 }] });
    expect((await get('/api/tea/cups?limit=7')).json()).toEqual({ cups: [{ id: 7 }] });
  });

  it('takes params and a body', async () => {
    const payload = { tea: '乌龙', heat: { celsius: 90 } };
    const reply = await app.inject({ method: 'POST', url: '/api/tea/cups/3/pour', payload });
    expect(reply.json()).toEqual({ cup: 3, tea: '乌龙' });
  });

  it('answers 204 where the contract names no reply', async () => {
    const reply = await app.inject({ method: 'DELETE', url: '/api/tea/cups/3' });
    expect([reply.statusCode, reply.body]).toEqual([204, '']);
  });

  it('takes and gives bytes, up to its own limit', async () => {
    const put = (size: number) =>
      app.inject({
        method: 'PUT',
        url: '/api/tea/picture',
        headers: { 'content-type': 'image/png' },
        payload: Buffer.alloc(size, 1),
      });
    const reply = await put(90_000);
    expect([reply.statusCode, reply.headers['content-type'], reply.rawPayload.length]).toEqual([
      200,
      'image/png',
      90_000,
    ]);
    expect((await put(110_000)).json()).toMatchObject({ status: 413, code: 'too-large' });
  });
});

describe('an error leaves as a problem', () => {
  it('with the names of the fields at fault, and not their values', async () => {
    const payload = { tea: '', heat: { celsius: 'secret' } };
    const reply = await app.inject({ method: 'POST', url: '/api/tea/cups/3/pour', payload });
    expect(reply.headers['content-type']).toMatch('application/problem+json');
    expect(reply.json()).toMatchObject({
      type: '/problems/invalid-input',
      status: 422,
      code: 'invalid-input',
    });
    expect(reply.json().issues.map((issue: { path: string }) => issue.path)).toEqual([
      'body.tea',
      'body.heat.celsius',
    ]);
    expect(reply.body).not.toContain('secret');
    expect((await get('/api/tea/cups?limit=99')).json().issues[0].path).toBe('query.limit');
  });

  it('for a body that is no JSON, of another type, or too large', async () => {
    const post = (payload: string, type = 'application/json') =>
      app.inject({ method: 'POST', url: '/api/tea/cups/3/pour', headers: { 'content-type': type }, payload });
    expect((await post('{"tea":')).json()).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringMatching('JSON'),
    });
    expect((await post('tea', 'text/tea')).json()).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringMatching('media'),
    });
    expect((await post(`"${'x'.repeat(70_000)}"`)).json()).toMatchObject({ code: 'too-large', status: 413 });
    expect((await post('{"__proto__": {"tea": 1}}')).json()).toMatchObject({ code: 'invalid-input' });
  });

  it('that the handler chose', async () => {
    const reply = await get('/api/tea/break/known');
    expect(reply.json()).toEqual({
      type: '/problems/cold-tea',
      title: 'The tea is cold',
      status: 409,
      code: 'cold-tea',
      detail: 'Heat it first',
    });
    expect(reply.headers['x-hint']).toBe('stove');
  });

  it.each(['bug', 'shape'])('without a value of it in the answer or the log: %s', async (how) => {
    lines.length = 0;
    const reply = await get(`/api/tea/break/${how}`);
    expect(reply.json()).toMatchObject({ status: 500, code: 'internal' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('/api/tea/break/:how');
    expect(reply.body + lines[0]).not.toContain('4711');
  });

  it('503 of its own while the disk is full', async () => {
    const reply = await get('/api/tea/break/disk');
    expect(reply.json()).toMatchObject({ status: 503, code: 'storage-full' });
    expect(reply.headers['retry-after']).toBe('30');
    expect(lines.join('')).not.toContain('could not extend');
  });

  it('503 with Retry-After while the database is away, and one line in the log for all of them', async () => {
    lines.length = 0;
    for (const reply of [await get('/api/tea/break/database'), await get('/api/tea/break/database')]) {
      expect(reply.json()).toMatchObject({ status: 503, code: 'unavailable' });
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(lines).toHaveLength(1);
  });

  it('404 for an unknown address, 405 with Allow for a wrong method, 422 for a malformed one', async () => {
    expect((await get('/api/tea/teapots')).json()).toMatchObject({ status: 404, code: 'not-found' });
    const wrong = await app.inject({ method: 'PUT', url: '/api/tea/cups/3' });
    expect([wrong.json().code, wrong.headers.allow]).toEqual(['method-not-allowed', 'DELETE']);
    expect((await get('/api/tea/break/%FF')).json()).toMatchObject({ status: 422, code: 'invalid-input' });
  });

  it('408 for a request that arrives too slowly', async () => {
    const slow = await start({ requestTimeoutMs: 100 });
    await slow.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((slow.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('POST /api/tea/cups/1/pour HTTP/1.1\r\nhost: tea\r\ncontent-length: 10\r\n');
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"too-slow"');
    await slow.close();
  });
});

describe('the server', () => {
  it('describes itself as OpenAPI 3.1 out of the schemas', async () => {
    const document = (await get('/api/tea/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const pour = document.paths['/api/tea/cups/{cup}/pour'].post;
    expect(pour.operationId).toBe('pour');
    expect(pour.requestBody.content['application/json'].schema.required).toEqual(['tea', 'heat']);
    expect(pour.responses.default.content['application/problem+json'].schema.required).toContain('code');
    expect(document.paths['/api/tea/cups/{cup}'].delete.responses['204']).toBeDefined();
  });

  it('allows nothing in a page and caches nothing, unless a handler says so', async () => {
    const { headers } = await get('/api/tea/cups');
    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('lets only the given web origins in, and cookies only when told', async () => {
    const open = await start({ webOrigins: ['https://tea.example'] });
    const ask = (origin: string) => open.inject({ method: 'GET', url: '/api/tea/cups', headers: { origin } });
    expect((await ask('https://tea.example')).headers['access-control-allow-origin']).toBe(
      'https://tea.example',
    );
    expect((await ask('https://tea.example')).headers['access-control-allow-credentials']).toBeUndefined();
    expect((await ask('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
    await open.close();
    expect(
      (await get('/api/tea/cups', { origin: 'https://tea.example' })).headers['access-control-allow-origin'],
    ).toBeUndefined();
  });

  it('writes no line for an ordinary request, right or wrong', async () => {
    lines.length = 0;
    await get('/api/tea/cups');
    await get('/api/tea/nothing');
    await get('/api/tea/cups?limit=99');
    expect(lines).toEqual([]);
  });

  it('says whether it is well', async () => {
    expect((await get('/api/tea/health')).json()).toEqual({ status: 'ok' });
    const ill = await start({ health: () => Promise.reject(fail('internal')) });
    expect((await ill.inject('/api/tea/health')).statusCode).toBe(503);
    await ill.close();
  });
});
