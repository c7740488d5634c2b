import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request,
  type ServerResponse,
} from 'node:http';
import { Transform } from 'node:stream';
import { leavingHeader } from '@teahouse/kit/readiness';
import { towardsBrowser, towardsPlane } from './headers.ts';
import { sendProblem } from './problem.ts';
import type { Target, Targets } from './targets.ts';

export interface Proxy {
  handle(incoming: IncomingMessage, response: ServerResponse): void;
  /** Ends the connections to a process on which nothing is under way. */
  endIdle(target: Target): void;
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
 *
 * The processes of a plane are asked in turn. What one of them did not take, the next one gets: a request of which nothing
 * was sent yet, or one that only reads.
 */
export function createProxy(plane: 'members' | 'talk', targets: Targets, behindProxy: boolean): Proxy {
  const agents = createAgents();

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
    const tried = new Set<Target>();

    const attempt = (target: Target) => {
      tried.add(target);
      const agent = agents.of(target);
      const options = { ...place(target), agent, method, path: url, headers: kept };
      const outgoing = request(options as RequestOptions);
      const sent = sendWhenConnected(incoming, outgoing);
      // Gone before the end: the plane must not go on working, or streaming, for nobody.
      const hangUp = () => void (response.writableFinished || outgoing.destroy());
      response.once('close', hangUp);
      incoming.once('error', hangUp);

      let answered = false;
      outgoing.once('response', (answer) => {
        answered = true;
        if (answer.headers[leavingHeader]) {
          targets.leaves(target);
          agents.endIdle(target);
        }
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
        response.off('close', hangUp);
        incoming.off('error', hangUp);
        if (!sent.connected()) targets.failed(target);
        const isSafe = (method === 'GET' || method === 'HEAD') && !hasBody(incoming);
        // A kept connection that the other side ended just now says nothing of the process behind it.
        const again = isSafe && outgoing.reusedSocket ? target : undefined;
        const next = targets.next(tried) ?? again;
        if (next !== undefined && !response.destroyed && (isSafe || !sent.connected())) {
          if (again !== undefined) agents.endIdle(target);
          if (tried.size < MOST_ATTEMPTS) return attempt(next);
        }
        refuseTheRest(incoming, response);
        sendProblem(
          response,
          503,
          'unavailable',
          'This part of the house is just opening, try again shortly',
          {
            'retry-after': '1',
          },
        );
      });
    };
    const first = targets.next();
    if (first !== undefined) attempt(first);
    else
      sendProblem(response, 503, 'unavailable', 'This part of the house is closed', { 'retry-after': '5' });
  };
  return { handle, endIdle: agents.endIdle, close: agents.close };
}

/** Processes that one request is offered to. */
const MOST_ATTEMPTS = 5;

/** How long (ms) a machine may take to take a connection. */
const CONNECT_PATIENCE = 3_000;

/** Sends nothing before there is a connection: until then the request can go elsewhere. */
function sendWhenConnected(incoming: IncomingMessage, outgoing: ClientRequest): { connected(): boolean } {
  let connected = false;
  outgoing.setNoDelay(true);
  const send = () => {
    connected = true;
    if (hasBody(incoming)) incoming.pipe(paced()).pipe(outgoing);
  };
  outgoing.once('socket', (socket) => {
    if (!socket.connecting) return send();
    const late = setTimeout(() => outgoing.destroy(new Error('no connection')), CONNECT_PATIENCE);
    socket.once('connect', send).once('connect', () => clearTimeout(late));
    outgoing.once('close', () => clearTimeout(late));
  });
  if (!hasBody(incoming)) outgoing.end();
  return { connected: () => connected };
}

/** Kept connections, one pool for each process. */
function createAgents() {
  const agents = new Map<Target, Agent>();
  return {
    of(target: Target): Agent {
      const known = agents.get(target);
      if (known) return known;
      // Free connections are given up before the plane's own limit (Fastify: 72 s), or a request could meet a closing one.
      const agent = new Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: 64, timeout: 20_000 });
      agents.set(target, agent);
      return agent;
    },
    /** From this side nothing can be under way on them; from the other a request could just be coming. */
    endIdle(target: Target): void {
      const free = agents.get(target)?.freeSockets ?? {};
      for (const socket of Object.values(free).flat()) socket?.destroy();
    },
    close(): void {
      for (const agent of agents.values()) agent.destroy();
    },
  };
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
