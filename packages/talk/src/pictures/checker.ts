import { createHash, timingSafeEqual } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Logger } from '@teahouse/kit/log';
import { tryLater } from '../errors.ts';
import type { NumberedPicture, NumberedPictureOutcome, PictureOutcome } from './picture.worker.ts';
import { PictureFault, type PictureSize, readSimpleWebp } from './simple-webp.ts';

/** What a post's body says of a picture: SHA-256 of the file (32 bytes), and its size in pixels. */
export interface DeclaredPicture extends PictureSize {
  readonly hash: Uint8Array;
}
export interface CheckedPicture extends PictureSize {
  /** WebP of the server's own making, for readers. */
  readonly shown: Buffer;
}

/** Checks pictures away from the event loop, in a bounded queue, in the manner of `createVerifier`. */
export interface PictureChecker {
  /**
   * Holds a file against what was signed of it, cheapest first, then decodes it and encodes it anew. Throws a
   * PictureFault (`picture-invalid`, `picture-too-large`), or `busy` when the queue is full or the work took too long.
   */
  checkPicture(file: Uint8Array, declared: DeclaredPicture): Promise<CheckedPicture>;
  close(): Promise<void>;
}

interface Waiting {
  readonly file: Uint8Array;
  readonly size: PictureSize;
  readonly settle: (outcome: PictureOutcome) => void;
}
interface Seat {
  worker: Worker | undefined;
  busyWith: { readonly id: number; readonly waiting: Waiting; readonly timer: NodeJS.Timeout } | undefined;
}

/** After this many ms without an answer a worker is ended, and another takes its seat. libvips gives up before. */
const patience = 15_000;
/** A worker's own heap in MB; pixels are libvips's and bounded by the size of a picture. */
const heap = 64;

/** Starts `workers` threads, each with one picture in hand at a time. `queue` is how many pictures may wait. */
export function createPictureChecker(options: {
  workers: number;
  queue: number;
  log: Logger;
}): PictureChecker {
  const queue: Waiting[] = [];
  const seats: Seat[] = Array.from({ length: options.workers }, () => ({
    worker: undefined,
    busyWith: undefined,
  }));
  let nextId = 0;
  let closed = false;

  function serve(seat: Seat): void {
    const { worker } = seat;
    if (seat.busyWith || !worker) return;
    const waiting = queue.shift();
    if (!waiting) return;
    const id = nextId++;
    const timer = setTimeout(() => void worker.terminate(), patience).unref();
    seat.busyWith = { id, waiting, timer };
    const { file, size } = waiting;
    worker.postMessage({ id, file, size } satisfies NumberedPicture, [file.buffer as ArrayBuffer]);
  }

  function finish(seat: Seat, outcome: PictureOutcome): void {
    const done = seat.busyWith;
    seat.busyWith = undefined;
    if (done) clearTimeout(done.timer);
    done?.waiting.settle(outcome);
    serve(seat);
  }

  function occupy(seat: Seat): void {
    if (closed) return;
    const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), {
      workerData: 'teahouse-picture',
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    worker.unref();
    worker.on('message', ({ id, outcome }: NumberedPictureOutcome) => {
      if (id === seat.busyWith?.id) finish(seat, outcome);
    });
    worker.on('error', (error) => options.log.error('picture-worker', error));
    worker.on('exit', () => {
      seat.worker = undefined;
      finish(seat, { kind: 'failed' });
      setTimeout(() => occupy(seat), 500).unref(); // not at once: a worker that cannot start must not spin
    });
    seat.worker = worker;
    serve(seat);
  }

  for (const seat of seats) occupy(seat);

  return {
    async checkPicture(file, declared) {
      const size = readSimpleWebp(file);
      demandDeclared(file, size, declared);
      if (closed || queue.length >= options.queue) throw tryLater('busy');
      const outcome = await new Promise<PictureOutcome>((settle) => {
        // A copy of its own: the caller keeps the file, the worker is given this one.
        queue.push({ file: new Uint8Array(file), size, settle });
        for (const seat of seats) serve(seat);
      });
      if (outcome.kind === 'failed') throw tryLater('busy');
      if (outcome.kind === 'refused') throw new PictureFault('picture-invalid', 'does not decode');
      return { ...size, shown: Buffer.from(outcome.file.buffer as ArrayBuffer) };
    },
    async close() {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.settle({ kind: 'failed' });
      await Promise.all(seats.map((seat) => seat.worker?.terminate()));
    },
  };
}

function demandDeclared(file: Uint8Array, size: PictureSize, declared: DeclaredPicture): void {
  const sameSize = size.width === declared.width && size.height === declared.height;
  if (!sameSize) throw new PictureFault('picture-invalid', 'not of the size that was signed');
  const hash = createHash('sha256').update(file).digest();
  const sameHash = declared.hash.length === hash.length && timingSafeEqual(hash, declared.hash);
  if (!sameHash) throw new PictureFault('picture-invalid', 'not the file that was signed');
}
