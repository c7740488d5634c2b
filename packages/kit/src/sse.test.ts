import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createServer, type Server } from './http.ts';
import { createLogger } from './log.ts';
import { createSse, type Sse, type SseOptions } from './sse.ts';

let app: Server;
let sse: Sse;
async function start(options: SseOptions = {}): Promise<string> {
  const log = createLogger({ name: 'test', write: () => {} });
  app = await createServer({ prefix: '/api/tea', title: 'Tea', log, webOrigins: ['https://tea.example'] });
  sse = createSse(app, options);
  app.get<{ Params: { topic: string } }>('/live/:topic', (request, reply) => {
    sse.open(request, reply, [request.params.topic]).send('hello', { to: request.params.topic });
    return reply;
  });
  return app.listen({ port: 0, host: '127.0.0.1' });
}
afterEach(() => app.close());

/** Reads a stream as text as it comes. */
async function follow(url: string) {
  const abort = new AbortController();
  const response = await fetch(url, { signal: abort.signal, headers: { origin: 'https://tea.example' } });
  const heard = { text: '', ended: false };
  const decoder = new TextDecoder();
  void (async () => {
    for await (const chunk of response.body as ReadableStream<Uint8Array>)
      heard.text += decoder.decode(chunk);
    heard.ended = true;
  })().catch(() => {});
  return { response, heard, leave: () => abort.abort() };
}

it('streams events to those who follow the topic, and to no others', async () => {
  const url = await start();
  const [green, black] = await Promise.all([follow(`${url}/live/green`), follow(`${url}/live/black`)]);
  expect(green.response.headers.get('content-type')).toBe('text/event-stream');
  expect(green.response.headers.get('access-control-allow-origin')).toBe('https://tea.example');
  await expect.poll(() => sse.clients).toBe(2);
  expect(sse.publish('green', 'poured', { tea: '龙井\n' })).toBe(1);
  await expect
    .poll(() => green.heard.text)
    .toBe('event: hello\ndata: {"to":"green"}\n\nevent: poured\ndata: {"tea":"龙井\\n"}\n\n');
  expect(black.heard.text).not.toContain('poured');
});

it('forgets a client that left', async () => {
  const { leave } = await follow(`${await start()}/live/green`);
  await expect.poll(() => sse.clients).toBe(1);
  leave();
  await expect.poll(() => sse.clients).toBe(0);
  expect(sse.publish('green', 'poured', {})).toBe(0);
});

it('keeps quiet streams open by a comment now and then', async () => {
  const { heard } = await follow(`${await start({ heartbeatMs: 20 })}/live/green`);
  await expect.poll(() => heard.text).toContain('\n\n:\n\n:\n\n');
});

it('ends its streams when the server closes', async () => {
  const { heard } = await follow(`${await start()}/live/green`);
  await app.close();
  await expect.poll(() => heard.ended).toBe(true);
});

it('cuts a client that does not read, instead of keeping its backlog in memory', async () => {
  const { port } = new URL(await start({ maxBufferedBytes: 100_000 }));
  const deaf: Socket = connect(Number(port), '127.0.0.1').pause();
  deaf.on('error', () => {});
  deaf.write('GET /live/green HTTP/1.1\r\nhost: tea\r\n\r\n');
  await expect.poll(() => sse.clients).toBe(1);
  const much = 'x'.repeat(50_000);
  await expect.poll(() => sse.publish('green', 'flood', much), { interval: 1, timeout: 20_000 }).toBe(0);
  deaf.destroy();
});

it('turns away more clients than it can serve', async () => {
  const url = await start({ maxClients: 1 });
  await follow(`${url}/live/green`);
  const refused = await fetch(`${url}/live/green`);
  expect([refused.status, (await refused.json()).code]).toEqual([503, 'busy']);
});

it('answers HEAD without a stream', async () => {
  const response = await fetch(`${await start()}/live/green`, { method: 'HEAD' });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  await expect.poll(() => sse.clients).toBe(0);
});
