import { Worker } from 'node:worker_threads';
import { fail } from './errors.ts';

/** How a file that somebody sent is looked at: by a worker that it may break. */
export interface WorkerLimits {
  /** How many may wait while one is looked at. */
  readonly waiting: number;
  /** Milliseconds after which a worker is ended. */
  readonly patience: number;
  /** A worker's own heap in MB. */
  readonly heap: number;
}

/**
 * Gives tasks to workers of their own, one after the other: what breaks a decoder, or fills its memory, breaks a worker. The
 * promise rejects with `busy` when too many wait, when it took too long, and when the worker broke.
 */
export function oneByOne<Task, Outcome>(
  program: URL,
  limits: WorkerLimits,
): (task: Task) => Promise<Outcome> {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const busy = () => fail('busy', { headers: { 'retry-after': '10' } });
  return async (task) => {
    if (waiting >= limits.waiting) throw busy();
    waiting += 1;
    const done = last.then(() => run<Outcome>(program, task, limits));
    last = done.catch(() => {}).finally(() => (waiting -= 1));
    const answer = await done;
    if (answer === undefined) throw busy();
    return answer.outcome;
  };
}

async function run<Outcome>(
  program: URL,
  task: unknown,
  { patience, heap }: WorkerLimits,
): Promise<{ outcome: Outcome } | undefined> {
  const worker = new Worker(program, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  const timer = setTimeout(() => void worker.terminate(), patience).unref();
  try {
    return await new Promise((resolve) => {
      worker.once('message', (outcome: Outcome) => resolve({ outcome }));
      worker.once('error', () => resolve(undefined));
      worker.once('exit', () => resolve(undefined));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
