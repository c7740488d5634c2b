import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** What the house answers with: its files, or the answer of a proxy behind which nobody is. */
export interface StaticHouse {
  readonly origin: string;
  /** Another build from now on; null: 502 to everything. */
  serve(folder: string | null): void;
  close(): Promise<void>;
}

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** The app's files without the planes, from a folder that can be changed under an open browser; with these headers each. */
export async function openStaticHouse(
  first: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<StaticHouse> {
  let folder: string | null = first;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://house');
    if (folder === null) return void response.writeHead(502).end('bad gateway');
    const asked = path.join(folder, path.normalize(pathname));
    const page = /^\/(?!assets\/|api\/)[^.]*$/.test(pathname);
    const file = isFile(asked) ? asked : page ? path.join(folder, 'index.html') : undefined;
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, {
      ...headers,
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    serve: (next) => {
      folder = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
