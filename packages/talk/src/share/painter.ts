import { Worker } from 'node:worker_threads';
import type { Logger } from '@teahouse/kit/log';
import { refuse, tryLater } from '../errors.ts';
import type { NumberedDrawing, NumberedPicture } from './draw/card.worker.ts';
import type { Drawing } from './drawing.ts';
import { createKept } from './kept.ts';

/** Draws cards away from the event loop: one worker, a bounded queue, and a memory of what was drawn. */
export interface Painter {
  /** The PNG of a drawing; `key` is a hash of it. Throws `busy` (queue full), `internal`. */
  paint(drawing: Drawing, key: string): Promise<Buffer>;
  close(): Promise<void>;
}

export interface PainterOptions {
  readonly log: Logger;
  /** Drawings that may wait; the next one is told `busy`. */
  readonly queue?: number;
  /** Bytes of finished cards that are kept. */
  readonly keep?: number;
  /** Milliseconds without a drawing after which the worker goes, with the fonts' memory. */
  readonly restMs?: number;
  /** Milliseconds that one drawing may take before its worker is ended. */
  readonly patienceMs?: number;
}

interface Waiting {
  readonly drawing: Drawing;
  readonly settle: (png: Buffer | undefined) => void;
}

/** The worker starts with the first card: most processes of a plane never draw one. */
export function createPainter(options: PainterOptions): Painter {
  const { log, queue: mostWaiting = 32, keep = 16 << 20, restMs = 120_000, patienceMs = 10_000 } = options;
  const kept = createKept(keep);
  const queue: Waiting[] = [];
  /** Drawings under way by key: a crowd that comes with a fresh link waits for one. */
  const underWay = new Map<string, Promise<Buffer>>();
  let worker: Worker | undefined;
  let busyWith: { id: number; waiting: Waiting; timer: NodeJS.Timeout } | undefined;
  let rest: NodeJS.Timeout | undefined;
  let nextId = 0;
  let closed = false;

  function hire(): Worker {
    const hired = new Worker(new URL('./draw/card.worker.ts', import.meta.url), {
      workerData: 'teahouse-card',
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 96 },
    });
    hired.unref();
    hired.on('message', ({ id, png }: NumberedPicture) => {
      if (id === busyWith?.id) finish(png && Buffer.from(png.buffer, png.byteOffset, png.byteLength));
    });
    hired.on('error', (error) => log.error('card-worker', error));
    hired.on('exit', () => {
      if (worker !== hired) return;
      worker = undefined;
      finish(undefined);
    });
    return hired;
  }

  function dismiss(): Promise<unknown> | undefined {
    const leaving = worker;
    worker = undefined;
    return leaving?.terminate();
  }

  function next(): void {
    clearTimeout(rest);
    if (busyWith) return;
    const waiting = queue.shift();
    if (!waiting) {
      rest = setTimeout(() => void dismiss(), restMs).unref();
      return;
    }
    worker ??= hire();
    const id = nextId++;
    const timer = setTimeout(() => {
      void dismiss();
      finish(undefined);
    }, patienceMs).unref();
    busyWith = { id, waiting, timer };
    worker.postMessage({ id, drawing: waiting.drawing } satisfies NumberedDrawing);
  }

  function finish(png: Buffer | undefined): void {
    const done = busyWith;
    if (!done) return;
    clearTimeout(done.timer);
    busyWith = undefined;
    done.waiting.settle(png);
    next();
  }

  async function draw(drawing: Drawing, key: string): Promise<Buffer> {
    if (closed || queue.length >= mostWaiting) throw tryLater('busy');
    const png = await new Promise<Buffer | undefined>((settle) => {
      queue.push({ drawing, settle });
      next();
    });
    if (!png) throw closed ? tryLater('busy') : refuse('internal');
    kept.set(key, png);
    return png;
  }

  return {
    async paint(drawing, key) {
      const known = kept.get(key);
      if (known) return known;
      let drawn = underWay.get(key);
      if (!drawn) {
        drawn = draw(drawing, key).finally(() => underWay.delete(key));
        underWay.set(key, drawn);
      }
      return drawn;
    },
    async close() {
      closed = true;
      clearTimeout(rest);
      for (const waiting of queue.splice(0)) waiting.settle(undefined);
      const leaving = dismiss();
      finish(undefined);
      await leaving;
    },
  };
}
