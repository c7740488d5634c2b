import { createServer } from 'node:http';
import type { Town } from './town.ts';

/** One web origin over both planes of a town, as the front is; a test may change what passes. */
export interface TestOrigin {
  readonly origin: string;
  /** Answers instead of the planes: path → what the answer is changed into; undefined is "not found". */
  readonly changes: Map<string, (body: Buffer) => Buffer | string | undefined>;
  close(): Promise<void>;
}

/** Serves the planes below `/api/`, and files of a web app (path → text) beside. GET only. */
export async function openOrigin(town: Town, files: ReadonlyMap<string, string>): Promise<TestOrigin> {
  const changes: TestOrigin['changes'] = new Map();
  const through = async (url: string): Promise<{ status: number; body: Buffer }> => {
    const file = files.get(url);
    if (file !== undefined) return { status: 200, body: Buffer.from(file) };
    const base = url.startsWith('/api/members/') ? town.membersOrigin : town.talkOrigin;
    const reply = await fetch(base + url);
    return { status: reply.status, body: Buffer.from(await reply.arrayBuffer()) };
  };
  const server = createServer(async (incoming, response) => {
    const url = incoming.url ?? '/';
    const { status, body } = await through(url);
    const change = changes.get(url);
    const answer = change ? change(body) : status === 200 ? body : undefined;
    response.writeHead(answer === undefined ? (change ? 404 : status) : 200).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    changes,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
