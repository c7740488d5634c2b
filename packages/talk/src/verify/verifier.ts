import { Worker } from 'node:worker_threads';
import type { Logger } from '@teahouse/kit/log';
import type { PresentationCheck } from '@teahouse/protocol';
import { refuse, tryLater } from '../errors.ts';
import type { NumberedBatch, NumberedOutcomes, VerifyOutcome } from './verify.worker.ts';

/** Proofs that a worker takes at once: together they cost some half of what they cost apart. */
const batchSize = 32;

/** Checks presentations away from the event loop, in a bounded queue (protocol.md 2: they may cost no token). */
export interface Verifier {
  /** Resolves when the proof holds. Throws `presentation-invalid`, `busy` (queue full), `internal`. */
  verify(check: PresentationCheck): Promise<void>;
  /** How many wait for a thread. */
  waiting(): number;
  close(): Promise<void>;
}

interface Waiting {
  readonly check: PresentationCheck;
  readonly settle: (outcome: VerifyOutcome) => void;
}
interface Seat {
  worker: Worker | undefined;
  busyWith: { readonly id: number; readonly batch: readonly Waiting[] } | undefined;
}

/** Starts `workers` threads; each has the mcl backend and takes all that waits, up to a batch. `queue` is how many may wait. */
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
    const batch = queue.splice(0, batchSize);
    if (batch.length === 0) return;
    const id = nextId++;
    seat.busyWith = { id, batch };
    seat.worker.postMessage({ id, checks: batch.map(({ check }) => check) } satisfies NumberedBatch);
  }

  function finish(seat: Seat, outcomes: readonly VerifyOutcome[]): void {
    const done = seat.busyWith?.batch ?? [];
    seat.busyWith = undefined;
    for (const [place, { settle }] of done.entries()) settle(outcomes[place] ?? 'failed');
    serve(seat);
  }

  function occupy(seat: Seat): void {
    if (closed) return;
    const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), {
      workerData: 'teahouse-verify',
    });
    worker.unref();
    worker.on('message', ({ id, outcomes }: NumberedOutcomes) => {
      if (id === seat.busyWith?.id) finish(seat, outcomes);
    });
    worker.on('error', (error) => options.log.error('verify-worker', error));
    worker.on('exit', () => {
      seat.worker = undefined;
      finish(seat, []);
      setTimeout(() => occupy(seat), 500).unref(); // not at once: a worker that cannot start must not spin
    });
    seat.worker = worker;
    serve(seat);
  }

  for (const seat of seats) occupy(seat);

  return {
    async verify(check) {
      if (closed || queue.length >= options.queue) throw tryLater('busy');
      const outcome = await new Promise<VerifyOutcome>((settle) => {
        queue.push({ check, settle });
        for (const seat of seats) serve(seat);
      });
      if (outcome === 'refused') throw refuse('presentation-invalid');
      if (outcome === 'failed') throw closed ? tryLater('busy') : refuse('internal');
    },
    waiting: () => queue.length,
    async close() {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.settle('failed');
      await Promise.all(seats.map((seat) => seat.worker?.terminate()));
    },
  };
}
