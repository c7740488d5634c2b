import { Worker } from 'node:worker_threads';
import { fail } from '../errors.ts';
import type { PhotoOutcome, PhotoTask } from './photo.worker.ts';

/** How many may wait while one is made small; badges are rare. */
const mostWaiting = 4;
/** Milliseconds after which a worker is ended. libvips gives up before. */
const patience = 15_000;
/** A worker's own heap in MB; pixels are libvips's. */
const heap = 64;

export type ShrinkPhoto = (file: Uint8Array) => Promise<Uint8Array>;

/** PNG, JPEG or WebP by its first bytes: nothing else reaches a decoder. */
export function isPhoto(file: Uint8Array): boolean {
  const head = Buffer.from(file.subarray(0, 12)).toString('latin1');
  return (
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    head.startsWith('\xff\xd8\xff') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  );
}

/**
 * Makes photos small in a thread of their own, one after the other: what breaks a decoder, or fills its memory, breaks a
 * worker. The promise rejects with `badge-invalid`, or with `busy` when too many wait or it took too long.
 */
export function createShrinkPhoto(): ShrinkPhoto {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (file) => {
    if (!isPhoto(file)) throw fail('badge-invalid');
    if (waiting >= mostWaiting) throw fail('busy', { headers: { 'retry-after': '10' } });
    waiting += 1;
    const made = last.then(() => runWorker(file));
    last = made.catch(() => {}).finally(() => (waiting -= 1));
    const photo = await made;
    if (photo === 'failed') throw fail('busy', { headers: { 'retry-after': '10' } });
    if (!photo) throw fail('badge-invalid');
    return photo;
  };
}

async function runWorker(file: Uint8Array): Promise<PhotoOutcome | 'failed'> {
  const worker = new Worker(new URL('./photo.worker.ts', import.meta.url), {
    workerData: { purpose: 'teahouse-photo', file } satisfies PhotoTask,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  const timer = setTimeout(() => void worker.terminate(), patience).unref();
  try {
    return await new Promise<PhotoOutcome | 'failed'>((resolve) => {
      worker.once('message', resolve);
      worker.once('error', () => resolve('failed'));
      worker.once('exit', () => resolve('failed'));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
