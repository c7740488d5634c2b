import { Worker } from 'node:worker_threads';
import type { Logger } from '@teahouse/kit/log';
import { refuse, tryLater } from '../errors.ts';
import type { NumberedOutcome, NumberedTask, VerifyOutcome, VerifyTask } from './verify.worker.ts';

/** Checks presentations away from the event loop, in a bounded queue (protocol.md 2: they may cost no token). */
export interface Verifier {
  /** Resolves when the proof holds. Throws `presentation-invalid`, `busy` (queue full), `internal`. */
  verify(task: VerifyTask): Promise<void>;
  close(): Promise<void>;
}

interface Waiting extends NumberedTask {
  readonly settle: (outcome: VerifyOutcome) => void;
}
interface Seat {
  worker: Worker | undefined;
  busyWith: Waiting | undefined;
}

/** Starts `workers` threads; each has the mcl backend and takes one proof at a time. `queue` is how many may wait. */
export function createVerifier(options: { workers: number; queue: number; log: Logger }): Verifier {
  const queue: Waiting[] = [];
  const seats: Seat[] = Array.from({ length: options.workers }, () => ({
    worker: undefined,
    busyWith: undefined,
  }));
  let nextId = 0;
  let closed = false;

  function serve(seat: Seat): void {
    if (seat.busyWith || !seat.worker) return;
    const next = queue.shift();
    if (!next) return;
    seat.busyWith = next;
    seat.worker.postMessage({ id: next.id, task: next.task } satisfies NumberedTask);
  }

  function finish(seat: Seat, outcome: VerifyOutcome): void {
    const done = seat.busyWith;
    seat.busyWith = undefined;
    done?.settle(outcome);
    serve(seat);
  }

  function occupy(seat: Seat): void {
    if (closed) return;
    const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), {
      workerData: 'teahouse-verify',
    });
    worker.unref();
    worker.on('message', ({ id, outcome }: NumberedOutcome) => {
      if (id === seat.busyWith?.id) finish(seat, outcome);
    });
    worker.on('error', (error) => options.log.error('verify-worker', error));
    worker.on('exit', () => {
      seat.worker = undefined;
      finish(seat, 'failed');
      setTimeout(() => occupy(seat), 500).unref(); // not at once: a worker that cannot start must not spin
    });
    seat.worker = worker;
    serve(seat);
  }

  for (const seat of seats) occupy(seat);

  return {
    async verify(task) {
      if (closed || queue.length >= options.queue) throw tryLater('busy');
      const outcome = await new Promise<VerifyOutcome>((settle) => {
        queue.push({ id: nextId++, task, settle });
        for (const seat of seats) serve(seat);
      });
      if (outcome === 'refused') throw refuse('presentation-invalid');
      if (outcome === 'failed') throw closed ? tryLater('busy') : refuse('internal');
    },
    async close() {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.settle('failed');
      await Promise.all(seats.map((seat) => seat.worker?.terminate()));
    },
  };
}
