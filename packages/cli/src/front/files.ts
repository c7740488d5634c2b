import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

type Encoding = 'br' | 'gzip' | 'identity';

interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  /** Its bytes in each encoding that the build made. */
  readonly forms: Readonly<Partial<Record<Encoding, Buffer>> & { identity: Buffer }>;
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
 * Reads the files below `folder` once, two megabytes in all: a new build beside a running town can't take half a page
 * away. Requests are looked up in the list and never turned into a path, so no request can reach another file.
 */
function listFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const type = types[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue; // `.br`, `.gz`, source maps
    const url = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    const form = (suffix: string) => (existsSync(file + suffix) ? readFileSync(file + suffix) : undefined);
    const br = form('.br');
    const gzip = form('.gz');
    const identity = readFileSync(file);
    files.set(url, {
      type,
      etag: tagOf(identity),
      cache: hashedName.test(url) ? 'public, max-age=31536000, immutable' : 'no-cache',
      forms: { ...(br && { br }), ...(gzip && { gzip }), identity },
    });
  }
  return files;
}

const tagOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url').slice(0, 22);

export interface Files {
  /** Answers from the files, a page of the app with `index.html`; says false when there is no such file. */
  handle(incoming: IncomingMessage, response: ServerResponse, headers: Record<string, string>): boolean;
  /** The page of the app; undefined where none is built. */
  readonly index: string | undefined;
  /** Answers with a page made for this address. */
  sendPage(
    incoming: IncomingMessage,
    response: ServerResponse,
    html: string,
    headers: Record<string, string>,
  ): void;
}

/** Serves the built app in `folder`. */
export function createFiles(folder: string): Files {
  const files = listFiles(folder);
  return {
    handle(incoming, response, headers) {
      const pathname = (incoming.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
      const found = files.get(pathname) ?? (isPage(pathname) ? files.get('/index.html') : undefined);
      if (!found) return false;
      send(incoming, response, found, headers);
      return true;
    },
    index: files.get('/index.html')?.forms.identity.toString(),
    sendPage(incoming, response, html, headers) {
      const identity = Buffer.from(html);
      const page = {
        type: types['.html'] ?? '',
        etag: tagOf(identity),
        cache: 'no-cache',
        forms: { identity },
      };
      send(incoming, response, page, headers);
    },
  };
}

/** The router of the app knows its pages; a missing script or picture must stay a 404 and not become a page. */
const isPage = (pathname: string) => /^\/(?!assets\/|\/)[^.%]*$/.test(pathname);

function send(
  incoming: IncomingMessage,
  response: ServerResponse,
  found: StaticFile,
  headers: Record<string, string>,
): void {
  const encoding = choose(String(incoming.headers['accept-encoding'] ?? ''), found);
  const form = found.forms[encoding] ?? found.forms.identity;
  const etag = `"${found.etag}-${encoding}"`;
  const common = { ...headers, etag, 'cache-control': found.cache, vary: 'accept-encoding' };
  if (incoming.headers['if-none-match'] === etag) {
    response.writeHead(304, common).end();
    return;
  }
  response.writeHead(200, {
    ...common,
    'content-type': found.type,
    'content-length': form.length,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
  response.end(incoming.method === 'HEAD' ? undefined : form);
}

function choose(accepted: string, found: StaticFile): Encoding {
  const refused = /(?:br|gzip)\s*;\s*q=0(?:\.0*)?\s*(?:,|$)/.test(accepted); // rare: then nothing is compressed
  if (refused) return 'identity';
  if (/\bbr\b/.test(accepted) && found.forms.br) return 'br';
  return /\bgzip\b/.test(accepted) && found.forms.gzip ? 'gzip' : 'identity';
}
