import { Worker } from 'node:worker_threads';
import { eyeLimits } from './limits.ts';
import type { NumberedFile, NumberedSight, Sight } from './sight.ts';

/** One worker thread that is there only while pictures come. */
export interface Seer {
  /** Hashes and scores, one picture after the other. Never rejects: what went wrong is a kind of sight. */
  see(file: Uint8Array): Promise<Sight>;
  /** Whether a worker thread is running. */
  readonly awake: boolean;
  close(): Promise<void>;
}

interface Waiting {
  readonly file: Uint8Array;
  readonly settle: (sight: Sight) => void;
}
interface Held {
  readonly id: number;
  readonly waiting: Waiting;
  readonly timer: NodeJS.Timeout;
}

export interface SeerOptions {
  /** What to tell of a worker that failed; no word of a picture is in it. */
  report: (event: string, error?: unknown) => void;
  idle?: number;
  patience?: number;
  /** Replaces the worker, for tests. */
  start?: () => Worker;
}

const startWorker = (): Worker =>
  new Worker(new URL('./eye.worker.ts', import.meta.url), {
    workerData: 'teahouse-eye',
    resourceLimits: { maxOldGenerationSizeMb: eyeLimits.heap, maxYoungGenerationSizeMb: eyeLimits.young },
  });

/**
 * Starts its worker with the first picture and ends it when none has come for `idle` ms: the models take some 100 MB,
 * and a quiet house needs them never. A picture that takes longer than `patience` ms ends the worker, and the next
 * picture gets a new one. How many may wait is for the caller to bound.
 */
export function createSeer({ report, idle, patience, start = startWorker }: SeerOptions): Seer {
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let held: Held | undefined;
  let resting: NodeJS.Timeout | undefined;
  let nextId = 0;
  let closed = false;

  function wake(): Worker {
    const started = start();
    started.unref();
    started.on('message', ({ id, sight }: NumberedSight) => {
      if (id === held?.id) finish(sight);
    });
    started.on('error', (error) => report('eye-worker', error));
    started.on('exit', () => {
      if (worker !== started) return;
      worker = undefined;
      // Only the picture in hand is given up: the next one gets a worker of its own.
      finish({ kind: 'failed' });
    });
    return started;
  }

  function serve(): void {
    if (held || closed) return;
    const waiting = queue.shift();
    if (!waiting) {
      resting ??= setTimeout(rest, idle ?? eyeLimits.idle).unref();
      return;
    }
    clearTimeout(resting);
    resting = undefined;
    worker ??= wake();
    const id = nextId++;
    const timer = setTimeout(giveUp, patience ?? eyeLimits.patience).unref();
    held = { id, waiting, timer };
    // A copy of its own: the caller keeps the file, the worker is given this one.
    const file = new Uint8Array(waiting.file);
    worker.postMessage({ id, file } satisfies NumberedFile, [file.buffer]);
  }

  function giveUp(): void {
    report('eye-too-slow');
    void worker?.terminate(); // its end settles what was in hand
  }

  function finish(sight: Sight): void {
    const done = held;
    held = undefined;
    if (done) clearTimeout(done.timer);
    done?.waiting.settle(sight);
    serve();
  }

  function rest(): void {
    resting = undefined;
    if (held) return;
    const ended = worker;
    worker = undefined;
    void ended?.terminate();
  }

  return {
    see(file) {
      if (closed) return Promise.resolve({ kind: 'failed' });
      return new Promise((settle) => {
        queue.push({ file, settle });
        serve();
      });
    },
    get awake() {
      return worker !== undefined;
    },
    async close() {
      closed = true;
      clearTimeout(resting);
      for (const waiting of queue.splice(0)) waiting.settle({ kind: 'failed' });
      await worker?.terminate();
    },
  };
}
