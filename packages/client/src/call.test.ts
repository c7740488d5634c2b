import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCaller, createTalkCaller, type TalkCaller } from './call.ts';
import { createMembersCaller } from './members-call.ts';

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

describe('a caller', () => {
  let server: Server;
  let origin: string;
  let answer: Answer = {};
  let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string };
  let talk: TalkCaller;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      seen = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      if (answer.status === 0) return void request.socket.destroy();
      if (answer.status === -1) return; // never answers
      response.writeHead(answer.status ?? 200, answer.headers);
      response.end(answer.body ?? '{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    talk = createTalkCaller(origin, fetch);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    answer = {};
  });

  it('fills path and query, and leaves out what is undefined', async () => {
    await talk.thread({
      params: { room: 'ind-chips', thread: 'a/b?c' },
      query: { after: 3, limit: undefined },
    });
    expect(seen).toMatchObject({ method: 'GET', url: '/api/talk/rooms/ind-chips/threads/a%2Fb%3Fc?after=3' });
  });

  it('sends talk neither cookie nor referrer, and members the header a foreign page cannot send', async () => {
    await talk.rooms();
    for (const name of ['cookie', 'referer', 'authorization', 'x-teahouse'])
      expect(seen.headers).not.toHaveProperty(name);
    const members = createMembersCaller(origin, fetch);
    await members.signIn({ body: { email: 'a@b.example', password: 'long enough' } });
    expect(seen.headers).toMatchObject({ 'x-teahouse': '1', 'content-type': 'application/json' });
    expect(JSON.parse(seen.body)).toEqual({ email: 'a@b.example', password: 'long enough' });
  });

  it('gives undefined where the answer has no body', async () => {
    answer = { status: 204, body: '' };
    expect(await createMembersCaller(origin, fetch).signOut()).toBeUndefined();
  });

  it('throws the code, the fields and the wait of a problem', async () => {
    const issues = [{ path: 'body.email', message: 'not an address' }];
    const problem = {
      type: 'about:blank',
      title: 'Wait',
      status: 429,
      code: 'too-many',
      detail: 'a while',
      issues,
    };
    answer = { status: 429, headers: { 'retry-after': '7' }, body: JSON.stringify(problem) };
    await expect(talk.rooms()).rejects.toMatchObject({
      ...{
        name: 'ApiError',
        code: 'too-many',
        status: 429,
        title: 'Wait',
        detail: 'a while',
        issues,
        retryAfter: 7,
      },
    });
  });

  it('calls a proxy without a plane behind it unavailable', async () => {
    answer = { status: 502, body: '<html>Bad gateway</html>' };
    await expect(talk.rooms()).rejects.toMatchObject({ code: 'unavailable', status: 502 });
  });

  it('calls a broken connection offline, and an answer that never comes', async () => {
    answer = { status: 0 };
    await expect(talk.rooms()).rejects.toMatchObject({ code: 'offline', status: 0 });
    answer = { status: -1 };
    const hasty = createCaller(
      { rooms: 'GET /rooms' },
      { base: origin, fetch, credentials: 'omit', timeout: 30 },
    );
    await expect((hasty as unknown as TalkCaller).rooms()).rejects.toMatchObject({ code: 'offline' });
  });

  it('lets an abort of its caller through as it is', async () => {
    answer = { status: -1 };
    const control = new AbortController();
    const call = talk.rooms({}, { signal: control.signal });
    control.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});
