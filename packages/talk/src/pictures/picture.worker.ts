import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { pictureLimits } from './limits.ts';
import type { PictureSize } from './simple-webp.ts';

export type PictureOutcome =
  | { readonly kind: 'shown'; readonly file: Uint8Array }
  | { readonly kind: 'refused' }
  /** Nothing is known of the picture: it took too long, or the worker ended. */
  | { readonly kind: 'failed' };
/** What crosses to a worker: a file of the simple form and the size that its header says. */
export interface NumberedPicture {
  readonly id: number;
  readonly file: Uint8Array;
  readonly size: PictureSize;
}
export interface NumberedPictureOutcome {
  readonly id: number;
  readonly outcome: PictureOutcome;
}

const port = parentPort;
if (!port || workerData !== 'teahouse-picture')
  throw new Error('picture.worker runs as a worker thread only');

// Nothing of a picture is kept, one thread works on it, and of all decoders that come with libvips one can be reached.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
// The block holds for the whole process, where share cards are drawn from our own SVG. What comes here begins as a WebP file
// must (simple-webp.ts), so libvips never takes it for anything else.
sharp.unblock({ operation: ['VipsForeignLoadWebpBuffer', 'VipsForeignLoadSvgBuffer'] });

/** Seconds after which libvips gives up; the pool's own patience is longer. */
const patience = 5;

port.on('message', async ({ id, file, size }: NumberedPicture) => {
  port.postMessage({ id, outcome: await show(file, size) } satisfies NumberedPictureOutcome);
});

/** The server's own encoding of a picture's pixels. Whatever libvips has to say against a file, even a warning, refuses it. */
async function show(file: Uint8Array, size: PictureSize): Promise<PictureOutcome> {
  try {
    const { data, info } = await sharp(file, {
      limitInputPixels: pictureLimits.side ** 2,
      failOn: 'warning',
      sequentialRead: true,
      pages: 1,
    })
      .timeout({ seconds: patience })
      .toColourspace('srgb')
      .webp({ quality: 80, effort: 2 })
      .toBuffer({ resolveWithObject: true });
    if (info.width !== size.width || info.height !== size.height) return { kind: 'refused' };
    return { kind: 'shown', file: data };
  } catch (error) {
    // The words of a decoder could quote the file: they stay here.
    const late = error instanceof Error && error.message.startsWith('timeout');
    return { kind: late ? 'failed' : 'refused' };
  }
}
