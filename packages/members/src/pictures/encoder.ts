import { createHash } from 'node:crypto';
import { membersLimits } from '@teahouse/contract/members';
import { Piscina } from 'piscina';
import { fail } from '../errors.ts';
import type { EncodeOutcome, EncodeTask } from './picture-encode.worker.ts';

/** A picture as it is kept: WebP of our own encoding, its SHA-256, and its size in pixels. */
export interface EncodedPicture {
  readonly hash: Buffer;
  readonly file: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Encodes pictures anew away from the event loop, in a bounded queue. */
export interface PictureEncoder {
  /**
   * JPEG, PNG or WebP becomes a WebP of pixels alone, upright, in sRGB on white, at most `side` pixels long.
   * Throws `picture-invalid`, or `busy` where too many wait or the work took too long.
   */
  encode(file: Uint8Array, side?: number): Promise<EncodedPicture>;
  close(): Promise<void>;
}

/** Pictures in hand at once, and those that may wait. */
const threads = 1;
const queue = 16;
/** A worker's own heap in MB; pixels are libvips's and bounded by the size of a picture. */
const heap = 64;
/** Milliseconds until a picture counts as too much work. libvips gives up before. */
const patience = 20_000;
/** Milliseconds after which an idle worker ends: most of the day nobody sends a picture. */
const idle = 30_000;

export function createPictureEncoder(): PictureEncoder {
  let pool: Piscina<EncodeTask, EncodeOutcome> | undefined;
  let closed = false;
  const open = () =>
    (pool ??= new Piscina({
      filename: new URL('./picture-encode.worker.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: threads,
      maxQueue: queue,
      idleTimeout: idle,
      resourceLimits: { maxOldGenerationSizeMb: heap },
    }));

  return {
    async encode(file, side = membersLimits.pictureSide) {
      if (!looksLikePicture(file)) throw fail('picture-invalid');
      if (closed || (pool?.queueSize ?? 0) >= queue) throw tryLater();
      const task = { file: new Uint8Array(file), pixels: membersLimits.picturePixels, side };
      const outcome = await open()
        .run(task, { name: 'encode', signal: AbortSignal.timeout(patience) })
        .catch((): EncodeOutcome => ({ kind: 'failed' }));
      if (outcome.kind === 'failed') throw tryLater();
      if (outcome.kind === 'refused') throw fail('picture-invalid');
      const encoded = Buffer.from(outcome.file);
      const { width, height } = outcome;
      return { hash: createHash('sha256').update(encoded).digest(), file: encoded, width, height };
    },
    async close() {
      closed = true;
      await pool?.destroy();
    },
  };
}

const tryLater = () => fail('busy', { headers: { 'retry-after': '5' } });

/** The first bytes of JPEG, PNG and WebP: nothing else reaches a decoder. */
function looksLikePicture(file: Uint8Array): boolean {
  const head = Buffer.from(file.subarray(0, 12)).toString('latin1');
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  );
}
