import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

type Encoding = 'br' | 'gzip' | 'identity';

interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  /** The file on disk in each encoding that the build made. */
  readonly forms: Readonly<Partial<Record<Encoding, { file: string; size: number }>>>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Vite puts a hash of the contents into the name of everything below `assets/`: such a file never changes. */
const hashedName = /^\/assets\/.*-[\w-]{8,}\.\w+$/;

/**
 * Reads the list of files below `folder` once. Requests are looked up in the list and never turned into a path,
 * so no request can reach a file that isn't in it.
 */
export function listFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const type = types[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue; // `.br`, `.gz`, source maps
    const url = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    const form = (suffix: string) =>
      existsSync(file + suffix) ? { file: file + suffix, size: statSync(file + suffix).size } : undefined;
    const br = form('.br');
    const gzip = form('.gz');
    const size = statSync(file).size;
    files.set(url, {
      type,
      etag: createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 22),
      cache: hashedName.test(url) ? 'public, max-age=31536000, immutable' : 'no-cache',
      forms: { ...(br && { br }), ...(gzip && { gzip }), identity: { file, size } },
    });
  }
  return files;
}

export interface Files {
  /** Answers from the files, a page of the app with `index.html`; says false when there is no such file. */
  handle(incoming: IncomingMessage, response: ServerResponse, headers: Record<string, string>): boolean;
}

/** Serves the built app in `folder`. */
export function createFiles(folder: string): Files {
  const files = listFiles(folder);
  return {
    handle(incoming, response, headers) {
      const pathname = (incoming.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
      const found =
        files.get(pathname) ?? (isNavigation(incoming, pathname) ? files.get('/index.html') : undefined);
      if (!found) return false;
      send(incoming, response, found, headers);
      return true;
    },
  };
}

/** The router of the app knows its pages; a missing script or picture must stay a 404 and not become a page. */
function isNavigation(incoming: IncomingMessage, pathname: string): boolean {
  return (incoming.headers.accept ?? '').includes('text/html') && !pathname.startsWith('/assets/');
}

function send(
  incoming: IncomingMessage,
  response: ServerResponse,
  found: StaticFile,
  headers: Record<string, string>,
): void {
  const encoding = choose(String(incoming.headers['accept-encoding'] ?? ''), found);
  const form = found.forms[encoding];
  const etag = `"${found.etag}-${encoding}"`;
  const common = { ...headers, etag, 'cache-control': found.cache, vary: 'accept-encoding' };
  if (incoming.headers['if-none-match'] === etag) {
    response.writeHead(304, common).end();
    return;
  }
  if (!form) throw new TypeError('every file has its plain form');
  response.writeHead(200, {
    ...common,
    'content-type': found.type,
    'content-length': form.size,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
  if (incoming.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(form.file);
  stream.once('error', () => response.destroy()); // taken away by a new build meanwhile
  stream.pipe(response);
  response.once('close', () => stream.destroy());
}

function choose(accepted: string, found: StaticFile): Encoding {
  const refused = /(?:br|gzip)\s*;\s*q=0(?:\.0*)?\s*(?:,|$)/.test(accepted); // rare: then nothing is compressed
  if (refused) return 'identity';
  if (/\bbr\b/.test(accepted) && found.forms.br) return 'br';
  return /\bgzip\b/.test(accepted) && found.forms.gzip ? 'gzip' : 'identity';
}
