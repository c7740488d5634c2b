import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fail } from './problem.ts';

export interface SseOptions {
  /** A comment line this often keeps proxies from closing the stream, and finds clients that are gone. */
  heartbeatMs?: number;
  /** Most bytes that may wait for one client. One that falls behind is cut; it reconnects and reads anew. */
  maxBufferedBytes?: number;
  maxClients?: number;
}

export interface SseClient {
  send(event: string, data: unknown): void;
  onClose(listener: () => void): void;
  close(): void;
}

/** Server-sent events (HTML Standard §9.2) for one server. */
export interface Sse {
  /** Turns the answer into a stream that follows `topics`. Return its `reply` from the handler. */
  open(request: FastifyRequest, reply: FastifyReply, topics?: readonly string[]): SseClient;
  /** Sends to everyone who follows `topic`; the bytes are made once and shared. Returns to how many. */
  publish(topic: string, event: string, data: unknown): number;
  readonly clients: number;
}

/** One event as bytes. JSON has no raw line breaks, so one `data` line is enough. */
function encode(event: string, data: unknown): Buffer {
  if (!/^[a-z][a-z0-9-]*$/.test(event)) throw new TypeError(`not a name of an event: ${event}`);
  return Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

const heartbeat = Buffer.from(':\n\n');

/** Makes the hub of one server. All streams end when the server closes. Make it before the server listens. */
export function createSse(app: FastifyInstance, options: SseOptions = {}): Sse {
  const { heartbeatMs = 25_000, maxBufferedBytes = 256 * 1024, maxClients = 5_000 } = options;
  const streams = new Set<Stream>();
  const topics = new Map<string, Set<Stream>>();

  interface Stream {
    write(bytes: Buffer): void;
    end(): void;
  }

  function follow(stream: Stream, names: readonly string[]): void {
    for (const name of names) topics.set(name, (topics.get(name) ?? new Set()).add(stream));
  }

  function unfollow(stream: Stream, names: readonly string[]): void {
    for (const name of names) {
      topics.get(name)?.delete(stream);
      if (topics.get(name)?.size === 0) topics.delete(name);
    }
  }

  const beat = setInterval(() => {
    for (const stream of streams) stream.write(heartbeat);
  }, heartbeatMs).unref();
  // preClose comes before Fastify waits for connections to end, which streams never do by themselves.
  app.addHook('preClose', async () => {
    clearInterval(beat);
    for (const stream of streams) stream.end();
  });

  return {
    open(request, reply, names = []) {
      if (streams.size >= maxClients) throw fail('busy', { headers: { 'retry-after': '30' } });
      const { raw } = reply;
      const stream: Stream = {
        write(bytes) {
          if (raw.writableEnded || raw.destroyed) return;
          if (raw.writableLength > maxBufferedBytes) raw.destroy();
          else raw.write(bytes);
        },
        end: () => void raw.end(),
      };
      // Registered before anything is written: the peer may be gone already.
      const closed = new Promise<void>((done) => raw.once('close', done));
      startStream(reply);
      if (request.method === 'HEAD') raw.end();
      streams.add(stream);
      follow(stream, names);
      void closed.then(() => {
        streams.delete(stream);
        unfollow(stream, names);
      });
      return {
        send: (event, data) => stream.write(encode(event, data)),
        onClose: (listener) => void closed.then(listener),
        close: () => stream.end(),
      };
    },
    publish(topic, event, data) {
      const followers = topics.get(topic);
      if (!followers) return 0;
      const bytes = encode(event, data);
      for (const stream of followers) stream.write(bytes);
      return followers.size;
    },
    get clients() {
      return streams.size;
    },
  };
}

/** Takes the answer out of Fastify's hands, with the headers its hooks have set so far (CORS, helmet). */
function startStream(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no', // nginx would hold events back
  });
  reply.raw.flushHeaders();
}
