import { Worker } from 'node:worker_threads';
import type { Logger } from '@teahouse/kit/log';
import { refuse, tryLater } from '../errors.ts';
import type { Taught } from './lesson.ts';
import type { FromLooker, KeepRequest, Look, LookRequest, ToLooker } from './look.worker.ts';

/**
 * The first look at texts, away from the event loop and in a bounded queue. One thread: a text takes it milliseconds, and
 * what was said of late, for near-duplicates, is one memory. That memory goes with the thread.
 */
export interface Looker {
  /** Throws `busy` (queue full), `internal`: what nobody looked at is not published. */
  look(request: LookRequest): Promise<Look>;
  /** Compares those that come later with this one. */
  keep(request: KeepRequest): void;
  /** Holds from now on what is like a text that was removed, or no more. */
  teach(taught: Taught): void;
  close(): Promise<void>;
}

/** Starts the thread. `queue` is how many texts may wait. */
export function createLooker(options: { queue: number; log: Logger }): Looker {
  const waiting = new Map<number, (look: Look | null) => void>();
  let nextId = 0;
  let closed = false;
  let worker: Worker | undefined;

  function giveUp(): void {
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  }

  function start(): void {
    if (closed) return;
    const started = new Worker(new URL('./look.worker.ts', import.meta.url), { workerData: 'teahouse-look' });
    started.unref();
    started.on('message', ({ id, look }: FromLooker) => {
      waiting.get(id)?.(look);
      waiting.delete(id);
    });
    started.on('error', (error) => options.log.error('look-worker', error));
    started.on('exit', () => {
      worker = undefined;
      giveUp();
      setTimeout(start, 500).unref(); // not at once: a worker that cannot start must not spin
    });
    worker = started;
  }
  start();

  return {
    async look(request) {
      if (closed || !worker || waiting.size >= options.queue) throw tryLater('busy');
      const id = nextId++;
      const answer = new Promise<Look | null>((settle) => waiting.set(id, settle));
      worker.postMessage({ id, look: request } satisfies ToLooker);
      const look = await answer;
      if (look) return look;
      throw closed ? tryLater('busy') : refuse('internal');
    },
    keep(request) {
      worker?.postMessage({ keep: request } satisfies ToLooker);
    },
    teach(taught) {
      worker?.postMessage({ taught } satisfies ToLooker);
    },
    async close() {
      closed = true;
      await worker?.terminate();
      giveUp();
    },
  };
}
