import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from './log.ts';
import { beginLeaving } from './readiness.ts';

export interface ServeOptions {
  /** A path of a socket, or `host:port` (port 0: any free one). */
  listen: string;
  log: Logger;
  /** Seconds between "not ready" and the end of listening, for a proxy that looks at `<prefix>/ready`. */
  drainSeconds?: number;
  /** Closes what the plane opened (jobs, events, pool), after the last answer is out. */
  onStop?: () => Promise<void>;
}

export interface Serving {
  /** What one can call: the socket's path, or `http://host:port`. */
  address: string;
  /** Ends in order: not ready, no new connections, streams closed, answers finished, then `onStop`. May be called twice. */
  stop(): Promise<void>;
}

/** Milliseconds. */
export const stopLimits = {
  /** Between the word to the parent process and the end of listening: it hands nothing on to us from then on. */
  parentNotice: 150,
  /** How long a request that was taken may take to be answered; a body may take this long to arrive. */
  longestAnswer: 20_000,
  /** What is left after that: jobs, pools. */
  rest: 5_000,
} as const;

/** Longest (ms) that a plane takes from SIGTERM to its end. */
export const longestStop = (drainSeconds = 0): number =>
  drainSeconds * 1000 + stopLimits.parentNotice + stopLimits.longestAnswer + stopLimits.rest;

/** Reads `/run/tea.sock`, `127.0.0.1:4381` or `[::1]:4381`. Throws TypeError for anything else. */
export function parseListen(listen: string): { path: string } | { host: string; port: number } {
  if (listen.includes('/')) return { path: listen };
  const match = /^(?:\[([0-9a-f:]+)\]|([^:]+)):(\d{1,5})$/i.exec(listen);
  if (!match) throw new TypeError('listen must be the path of a socket or host:port');
  return { host: (match[1] ?? match[2]) as string, port: Number(match[3]) };
}

/** Tells the parent process how far a start has come (`{ type: 'starting', stage }`): it waits as long as something does come. */
export function tellStage(stage: string): void {
  process.send?.({ type: 'starting', stage });
}

/**
 * Listens, tells the parent process (`{ type: 'ready', address }`, and a line `ready` on standard output), and on
 * SIGTERM or SIGINT stops in order: says that it leaves (`{ type: 'leaving' }`, `<prefix>/ready`), waits for the proxy,
 * takes no more connections, and answers what it took.
 */
export async function serve(app: FastifyInstance, options: ServeOptions): Promise<Serving> {
  const { listen, log, onStop, drainSeconds = 0 } = options;
  const where = parseListen(listen);
  if ('path' in where) rmSync(where.path, { force: true }); // of a killed predecessor
  const address = await app.listen(where);
  let stopping: Promise<void> | undefined;

  const stop = () => {
    stopping ??= (async () => {
      beginLeaving(app);
      process.send?.({ type: 'leaving' });
      await sleep(drainSeconds * 1000 + (process.send ? stopLimits.parentNotice : 0));
      const cut = setTimeout(() => app.server.closeAllConnections(), stopLimits.longestAnswer).unref();
      await app.close();
      clearTimeout(cut);
      await onStop?.();
      log.info('stopped');
    })();
    return stopping;
  };
  const leave = () => {
    setTimeout(() => process.exit(1), longestStop(drainSeconds)).unref();
    void stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stop-failed', error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, leave);

  log.info('started');
  process.send?.({ type: 'ready', address });
  process.stdout.write('ready\n');
  return { address, stop };
}
