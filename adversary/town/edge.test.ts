import { expect, it } from 'vitest';
import { createEdge } from './edge.ts';

/** A server that counts how often it is asked. */
function counting(status = 200) {
  const asked: string[] = [];
  const fetch = async (input: Parameters<typeof globalThis.fetch>[0]) => {
    asked.push(String(input));
    return Response.json({ times: asked.length }, { status });
  };
  return { asked, through: (edge: ReturnType<typeof createEdge>) => edge.through(fetch) };
}
const at = (path: string) => `http://127.0.0.1:4382${path}`;

it('asks for what is the same for everybody once, until something may have been published', async () => {
  const [edge, server] = [createEdge(), counting()];
  const fetch = server.through(edge);
  const paths = ['/api/talk/info', '/api/talk/issuer/log/checkpoint', '/api/talk/log/tile/entries/000.p/3'];
  for (const path of [...paths, ...paths]) await (await fetch(at(path))).json();
  expect(server.asked).toEqual(paths.map(at));
  edge.forget();
  expect(await (await fetch(at('/api/talk/info'))).json()).toEqual({ times: 4 });
});

it('lets acts, threads, the named half and refusals through each time', async () => {
  const [edge, server, refusing] = [createEdge(), counting(), counting(404)];
  for (let n = 0; n < 2; n += 1) {
    await server.through(edge)(at('/api/talk/rooms/square/acts'), { method: 'POST' });
    await server.through(edge)(at('/api/talk/rooms/square/threads'));
    await server.through(edge)(at('/api/members/me'));
    await refusing.through(edge)(at('/api/talk/log/checkpoint'));
  }
  expect([server.asked.length, refusing.asked.length]).toEqual([6, 2]);
});
