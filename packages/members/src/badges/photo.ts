import { fail } from '../errors.ts';
import { oneByOne } from '../one-by-one.ts';
import type { PhotoOutcome, PhotoTask } from './photo.worker.ts';

/** Badges are rare. libvips gives up before fifteen seconds, and its pixels are not of the worker's heap. */
const limits = { waiting: 4, patience: 15_000, heap: 64 } as const;

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

/** Makes photos small (one-by-one.ts). The promise rejects with `badge-invalid`, and with `busy`. */
export function createShrinkPhoto(): ShrinkPhoto {
  const shrink = oneByOne<PhotoTask, PhotoOutcome>(new URL('./photo.worker.ts', import.meta.url), limits);
  return async (file) => {
    if (!isPhoto(file)) throw fail('badge-invalid');
    const photo = await shrink({ purpose: 'teahouse-photo', file });
    if (!photo) throw fail('badge-invalid');
    return photo;
  };
}
