import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseListen } from './serve.ts';

/** Milliseconds between two attempts at an address that is taken. */
const AGAIN = 1_000;

/** Answers `GET /metrics` with `text()`, and nothing else. Keeps trying where the address is taken, and says so once. */
export function serveMetrics(
  listen: string,
  type: string,
  text: () => string,
  onTrouble: (event: string) => void,
): { close(): Promise<void> } {
  const where = parseListen(listen);
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text());
  });
  let told = false;
  let timer: NodeJS.Timeout | undefined;
  const open = () => {
    if ('path' in where) rmSync(where.path, { force: true });
    server.listen(where);
  };
  server.on('error', () => {
    if (!told) onTrouble('metrics-address-taken');
    told = true;
    timer = setTimeout(open, AGAIN).unref();
  });
  server.unref();
  open();
  return {
    close: () =>
      new Promise((resolve) => {
        clearTimeout(timer);
        server.closeAllConnections();
        if (server.listening) server.close(() => resolve());
        else resolve();
      }),
  };
}
