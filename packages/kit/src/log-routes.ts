import { createHash } from 'node:crypto';
import { type FetchFile, LogError, parseTilePath, TILE_WIDTH } from '@teahouse/protocol/log';
import type { FastifyReply, Server } from './http.ts';
import { fail } from './problem.ts';

/** Largest cosigned checkpoint that is taken, in bytes. */
const witnessBytes = 16 * 1024;
const forEver = 'public, max-age=31536000, immutable';

const typeOf = (path: string) => {
  if (path === 'info') return 'application/json; charset=utf-8';
  return parseTilePath(path) ? 'application/octet-stream' : 'text/plain; charset=utf-8';
};

/** Anyone may read a log from anywhere, and no reader carries anything that says who it is. */
function openToAll(reply: FastifyReply): FastifyReply {
  reply.removeHeader('access-control-allow-credentials');
  reply.removeHeader('vary');
  return reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin');
}

function tagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
}

/**
 * Serves a log's static files below `path` (C2SP tlog-tiles): full tiles for ever, the rest with a tag. With `take`,
 * `POST <path>/witness` hands over the cosigned checkpoints of witnesses (text/plain); a LogError of it is answered as
 * `invalid-input`. The route says `cookieless` in its config: it looks at no cookie and no header.
 */
export function serveLog(
  app: Server,
  path: string,
  read: FetchFile,
  take?: (note: string) => Promise<void>,
): void {
  const config = { cookieless: true };
  app.get<{ Params: { '*': string } }>(
    `${path}/*`,
    { schema: { hide: true }, config },
    async (request, reply) => {
      const file = request.params['*'];
      const bytes = await read(file);
      if (!bytes) throw fail('not-found');
      openToAll(reply).type(typeOf(file));
      if (parseTilePath(file)?.width === TILE_WIDTH) reply.header('cache-control', forEver);
      else {
        const tag = tagOf(bytes);
        reply.header('cache-control', 'no-cache').header('etag', tag);
        if (isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send();
      }
      return reply.send(Buffer.from(bytes));
    },
  );
  if (!take) return;
  app.post<{ Body: unknown }>(
    `${path}/witness`,
    { schema: { hide: true }, config, bodyLimit: witnessBytes },
    async ({ body }, reply) => {
      if (typeof body !== 'string') throw fail('invalid-input', { detail: 'Send the note as text/plain.' });
      await take(body).catch((error: unknown) => {
        throw error instanceof LogError ? fail('invalid-input', { detail: wordsFor(error) }) : error;
      });
      return openToAll(reply).code(204).send();
    },
  );
}

const isKnown = (header: string | undefined, tag: string) =>
  (header ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === tag);

function wordsFor({ code }: LogError): string {
  if (code === 'forked') return 'This log does not continue that checkpoint.';
  if (code === 'signature-unknown')
    return 'No witness that is known here signed this checkpoint of this log.';
  return 'This is not a checkpoint of this log with sound signatures.';
}
