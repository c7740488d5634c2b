import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from './log.ts';
import { LogStoreError } from './log-store-errors.ts';
import { ObjectStoreError } from './objects/error.ts';
import { isOverloaded, isStorageFull, isUnavailable } from './pool.ts';
import { type TeahouseError as Fault, fail, TeahouseError, toProblem } from './problem.ts';

const contentType = 'application/problem+json; charset=utf-8';

/** Answers with a problem of RFC 9457. */
export function sendProblem(reply: FastifyReply, error: Fault): FastifyReply {
  return reply
    .code(error.status)
    .headers(error.headers)
    .type(contentType)
    .send(JSON.stringify(toProblem(error)));
}

/** Turns whatever was thrown into what the caller may know. Anything unforeseen is `internal`. */
export function toFault(error: unknown): Fault {
  if (error instanceof TeahouseError) return error;
  if (isStorageFull(error)) return fail('storage-full', { headers: { 'retry-after': '30' } });
  if (isUnavailable(error) || isLogBehind(error) || error instanceof ObjectStoreError)
    return fail('unavailable', { headers: { 'retry-after': '2' } });
  if (isOverloaded(error)) return fail('busy', { headers: { 'retry-after': '1' } });
  const { validation, validationContext, statusCode = 500 } = error as FastifyError;
  if (validation) {
    return fail('invalid-input', { issues: validation.map((issue) => toIssue(validationContext, issue)) });
  }
  if (statusCode === 413) return fail('too-large');
  if (statusCode === 408) return fail('too-slow');
  if (statusCode === 404) return fail('not-found');
  if (statusCode >= 400 && statusCode < 500) return fail('invalid-input', { detail: wordsFor(error) });
  return fail('internal');
}

/** What was asked is done in the database, but its entry is not in the public log yet: it will be, by itself. */
const isLogBehind = (error: unknown) => error instanceof LogStoreError && error.code === 'not-written';

const partNames: Readonly<Record<string, string>> = { querystring: 'query' };

/** `/author/name` of the body becomes `body.author.name`. */
function toIssue(part = 'body', issue: { instancePath: string; message?: string }) {
  const inside = issue.instancePath.split('/').filter((step) => step !== '');
  return {
    path: [partNames[part] ?? part, ...inside].join('.'),
    message: issue.message ?? 'not as expected',
  };
}

function wordsFor(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'The body is not of a media type this address takes';
  if (typeof code === 'string' && code.startsWith('FST_ERR_CTP')) return 'The body is not valid JSON';
  return undefined;
}

const eventOf: Readonly<Record<string, string>> = {
  unavailable: 'database-away',
  'storage-full': 'storage-full',
};

/** Faults of ours are logged by code and stack; an absent database and a full disk each at most every ten seconds. */
function faultLogger(log: Logger): (error: unknown, fault: Fault, route: string | undefined) => void {
  const quietUntil = new Map<string, number>();
  return (error, fault, route) => {
    if (fault.code === 'internal') log.error('internal', error, { route });
    const event = eventOf[fault.code];
    if (!event || Date.now() < (quietUntil.get(event) ?? 0)) return;
    quietUntil.set(event, Date.now() + 10_000);
    log.warn(event, { code: (error as { code?: string }).code });
  };
}

/** Every error leaves as a problem: thrown, unknown address, wrong method, malformed URL. */
export function installProblems(app: FastifyInstance, log: Logger): void {
  const note = faultLogger(log);
  app.setErrorHandler((error, request, reply) => {
    const fault = toFault(error);
    note(error, fault, request.routeOptions.url);
    if (reply.raw.headersSent) return void reply.raw.destroy();
    return sendProblem(reply, fault);
  });
  const methodsAt = collectRoutes(app);
  app.setNotFoundHandler((request: FastifyRequest, reply) => {
    const allow = methodsAt(request.url.split('?', 1)[0] ?? '/');
    if (allow.length === 0) return sendProblem(reply, fail('not-found'));
    return sendProblem(reply, fail('method-not-allowed', { headers: { allow: allow.join(', ') } }));
  });
}

/** Fastify's router doesn't tell "wrong method" from "no such path", so we keep the patterns ourselves. */
function collectRoutes(app: FastifyInstance): (path: string) => string[] {
  const patterns = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    const source = url
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:[A-Za-z_]\w*/g, '[^/]+')
      .replace(/\*/g, '.*');
    const entry = patterns.get(url) ?? { pattern: new RegExp(`^${source}$`), methods: new Set() };
    for (const name of [method].flat()) entry.methods.add(name);
    patterns.set(url, entry);
  });
  return (path) => {
    const hits = [...patterns.values()].filter(
      ({ pattern, methods }) => pattern.test(path) && !methods.has('OPTIONS'),
    );
    return [...new Set(hits.flatMap(({ methods }) => [...methods]))].sort();
  };
}

/** A request that never became one: too slow, headers too large, not HTTP. Written by hand, as there is no reply. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const fault = fail(
    slow ? 'too-slow' : error.code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'invalid-input',
  );
  const body = JSON.stringify(toProblem(fault));
  const head = `HTTP/1.1 ${fault.status} ${fault.code}\r\ncontent-type: ${contentType}\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
