import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DemoMail, demoMailPath, serveDemoMail } from './demo-mail.ts';
import { createFiles, type Files } from './files.ts';
import { webHeaders } from './headers.ts';
import { createPreviews, type Previews } from './preview/previews.ts';
import { sendProblem } from './problem.ts';
import { callerOf, createProxy } from './proxy.ts';
import type { Target, Targets } from './targets.ts';

export interface FrontOptions {
  readonly host: string;
  readonly port: number;
  /** Whether another port may be taken when this one is in use. */
  readonly mayMove: boolean;
  /** Addresses of the site where a proxy of the operator stands before us, the chief one first; else empty. */
  readonly origins: readonly string[];
  /** Folder of the built app. */
  readonly web: string;
  readonly members: Targets;
  readonly talk: Targets;
  /** The demo's post office; absent in production. */
  readonly mail: DemoMail | undefined;
}

export interface Front {
  /** The address to tell people. */
  readonly origin: string;
  /** All that a browser may call it by. */
  readonly origins: readonly string[];
  /** Where the front itself listens; differs from `origin` behind a proxy. */
  readonly local: string;
  readonly port: number;
  /** Ends kept connections to a process on which nothing is under way. */
  endIdle(plane: 'members' | 'talk', target: Target): void;
  /**
   * Says from now on that it isn't ready, waits for a proxy to see it, and takes no more connections. What was taken is
   * still handed on.
   */
  drain(seconds: number): Promise<void>;
  /** Waits for answers that are under way, and cuts what takes too long. */
  close(): Promise<void>;
}

/** Another program listens on the port that was asked for. */
class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly code = 'port-taken';
  constructor(port: number) {
    super(`Port ${port} is taken by another program: choose another one with TEAHOUSE_PORT.`);
  }
}

/** Slow senders of headers are cut off after ten seconds (ms); Node by itself waits for 60 to 90. */
const limits = { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 };

const NEIGHBOURS = 20;

/**
 * The one web origin: the app's files, `/api/members/*`, `/api/talk/*` and talk's desk at `/api/desk/*` handed on to
 * the planes, `/api/dev/mailbox` in a demo. Listens before the planes do, and says 503 as long as they don't.
 * Throws PortTakenError.
 */
export async function startFront(options: FrontOptions): Promise<Front> {
  const behindProxy = options.origins.length > 0;
  const members = createProxy('members', options.members, behindProxy);
  const talk = createProxy('talk', options.talk, behindProxy);
  const files = createFiles(options.web);
  let chief = '';
  const previews = createPreviews({
    ...{ talk: options.talk, members: options.members },
    index: files.index,
    origin: () => chief,
  });
  let headers: Record<string, string> = {};
  let ours = new Set<string>();
  /** Called by one of our names: another site that points its own name at this machine must not read the mail. */
  const isOurs = (incoming: IncomingMessage) => ours.has(incoming.headers.host ?? '');

  let leaving = false;
  const server = createServer(limits, (incoming, response) => {
    const url = incoming.url ?? '/';
    if (leaving) response.shouldKeepAlive = false; // its caller comes back on another connection, to another front
    if (leaving && readyPath.test(url)) sendProblem(response, 503, 'unavailable', 'This front is closing');
    else if (url.startsWith('/api/members/')) members.handle(incoming, response);
    else if (url.startsWith('/api/talk/') || url.startsWith('/api/desk/')) talk.handle(incoming, response);
    else if (url === demoMailPath && options.mail && isOurs(incoming))
      serveDemoMail(incoming, response, options.mail);
    else if (url.startsWith('/api/')) sendProblem(response, 404, 'not-found', 'There is nothing here');
    else void sendPage(incoming, response, { files, previews, headers, behindProxy });
  });
  server.requestTimeout = 0; // each plane has limits of its own for slow bodies, and streams have no end
  server.keepAliveTimeout = 65_000;

  const port = await listen(server, options);
  const local = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
  const nearby = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const loopback = options.host === '127.0.0.1' || options.host === '::1';
  const names = options.origins.length > 0 ? options.origins : loopback ? nearby : [local, ...nearby];
  const [origin = local] = names;
  chief = origin;
  headers = webHeaders(origin);
  ours = new Set([...names, ...nearby, local].map((url) => new URL(url).host));
  return {
    origin,
    origins: names,
    local,
    port,
    endIdle: (plane, target) => (plane === 'members' ? members : talk).endIdle(target),
    async drain(seconds) {
      leaving = true;
      await sleep(seconds * 1000);
      server.close();
      server.closeIdleConnections();
    },
    async close() {
      leaving = true;
      const closed = new Promise<void>((resolve) => {
        if (server.listening) server.close(() => resolve());
        else
          server.getConnections((_error, count) => (count > 0 ? server.once('close', resolve) : resolve()));
      });
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
      await closed;
      clearTimeout(cut);
      for (const part of [members, talk, previews]) part.close();
    },
  };
}

/** How long (ms) answers may take to be read when the planes have ended, and streams with them. */
const LAST_ANSWERS = 1_000;

const readyPath = /^\/api\/(?:members|talk)\/ready(?:$|\?)/;

/** Listens on the wanted port, or on the next free one after it where that is allowed. */
async function listen(server: Server, { host, port, mayMove }: FrontOptions): Promise<number> {
  const last = mayMove ? port + NEIGHBOURS : port;
  for (let candidate = port; ; candidate += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : candidate;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (candidate >= last) throw new PortTakenError(port);
    }
  }
}

/** A page with words of its own where its address has some, else a file. */
async function sendPage(
  incoming: IncomingMessage,
  response: ServerResponse,
  from: { files: Files; previews: Previews; headers: Record<string, string>; behindProxy: boolean },
): Promise<void> {
  const { files, previews, headers, behindProxy } = from;
  const isRead = incoming.method === 'GET' || incoming.method === 'HEAD';
  const subject = isRead ? previews.subjectOf(incoming.url ?? '/') : undefined;
  const html =
    subject && (await previews.page(subject, callerOf(incoming, behindProxy)).catch(() => undefined));
  if (response.destroyed) return;
  if (html === undefined) sendFile(incoming, response, files, headers);
  else files.sendPage(incoming, response, html, headers);
}

function sendFile(
  incoming: IncomingMessage,
  response: ServerResponse,
  files: Files,
  headers: Record<string, string>,
): void {
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
    sendProblem(response, 405, 'method-not-allowed', 'This address does not take that method', {
      allow: 'GET, HEAD',
    });
  } else if (!files.handle(incoming, response, headers)) {
    sendProblem(response, 404, 'not-found', 'There is nothing here', headers);
  }
}
