import { Agent, type IncomingMessage, type RequestOptions, request, type ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import { towardsBrowser, towardsPlane } from './headers.ts';
import { sendProblem } from './problem.ts';

/** Where a plane listens: the path of a Unix socket, or `host:port`. */
export type Target = string;

export interface Proxy {
  handle(incoming: IncomingMessage, response: ServerResponse): void;
  close(): void;
}

/** The same for Node's `request`. */
export function place(target: Target): RequestOptions {
  if (target.includes('/')) return { socketPath: target };
  const { hostname, port } = new URL(`http://${target}`);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/**
 * Hands requests on to a plane as they come in, and answers as they come out: nothing is kept, nothing is buffered,
 * so that a stream of events passes line by line. Talk never learns who calls; members, which counts failed sign-ins,
 * gets the caller's address, and of a list that came in only the entry of the operator's own proxy.
 */
export function createProxy(plane: 'members' | 'talk', target: Target, behindProxy: boolean): Proxy {
  // Free connections are given up before the plane's own limit (Fastify: 72 s), or a request could meet a closing one.
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: 64, timeout: 20_000 });

  const handle = (incoming: IncomingMessage, response: ServerResponse) => {
    const { method, url, headers } = incoming;
    if (Number(headers['content-length'] ?? 0) > LARGEST_BODY) {
      refuseTheRest(incoming, response);
      sendProblem(response, 413, 'too-large', 'The request is larger than the limit');
      return;
    }
    const kept = towardsPlane(headers, plane);
    // Said anew on this hop: without it, node would send the body of a DELETE with no mark where it ends.
    if (incoming.headers['transfer-encoding']) kept['transfer-encoding'] = 'chunked';
    if (plane === 'members') kept['x-forwarded-for'] = callerOf(incoming, behindProxy);
    const options = { ...place(target), agent, method, path: url, headers: kept };
    const outgoing = request(options as RequestOptions);
    outgoing.setNoDelay(true);

    let answered = false;
    outgoing.once('response', (answer) => {
      answered = true;
      if (!incoming.complete) refuseTheRest(incoming, response);
      response.writeHead(answer.statusCode ?? 502, towardsBrowser(answer.headers));
      response.flushHeaders();
      answer.pipe(response);
      answer.once('error', () => response.destroy());
      answer.once('close', () => answer.complete || response.destroy());
    });
    outgoing.on('error', () => {
      incoming.unpipe();
      if (answered) return; // the plane answered early (413) and hung up on the rest of the body: the answer stands
      refuseTheRest(incoming, response);
      sendProblem(response, 503, 'unavailable', 'This part of the house is just opening, try again shortly', {
        'retry-after': '1',
      });
    });
    // Gone before the end: the plane must not go on working, or streaming, for nobody.
    response.once('close', () => response.writableFinished || outgoing.destroy());
    incoming.once('error', () => outgoing.destroy());
    if (hasBody(incoming)) incoming.pipe(paced()).pipe(outgoing);
    else outgoing.end();
  };
  return { handle, close: () => agent.destroy() };
}

/** Above every plane's own limit (bytes): a plane that refuses such a body may hang up before its answer is read. */
const LARGEST_BODY = 2_500_000;

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Lets the event loop look for an answer before each piece of a body is sent. A plane that refuses a body answers and
 * hangs up at once; writing on would fail before its answer is read.
 */
function paced(): Transform {
  return new Transform({ transform: (chunk, _encoding, done) => void setImmediate(done, null, chunk) });
}

/** The visitor's address; told to members alone. */
export function callerOf(incoming: IncomingMessage, behindProxy: boolean): string {
  const listed = behindProxy ? String(incoming.headers['x-forwarded-for'] ?? '') : '';
  return listed.split(',').at(-1)?.trim() || (incoming.socket.remoteAddress ?? '');
}

/** How long (ms) a caller has to read an answer that came before its body was sent. */
const LINGER = 1000;

/** Answered before the whole body was in: hangs up after the answer instead of swallowing a body without end. */
function refuseTheRest(incoming: IncomingMessage, response: ServerResponse): void {
  response.shouldKeepAlive = false;
  response.once('finish', () => {
    if (incoming.complete) return;
    setTimeout(() => incoming.destroy(), LINGER).unref();
  });
}
