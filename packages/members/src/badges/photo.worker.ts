import { parentPort, workerData } from 'node:worker_threads';
import { membersLimits } from '@teahouse/contract/members';
import sharp from 'sharp';

export interface PhotoTask {
  readonly purpose: 'teahouse-photo';
  readonly file: Uint8Array;
}
/** Nothing where the file is no picture that can be read. */
export type PhotoOutcome = Uint8Array | undefined;

const task = workerData as PhotoTask;
if (!parentPort || task?.purpose !== 'teahouse-photo')
  throw new Error('photo.worker runs as a worker thread only');

// Nothing of a picture is kept, one thread works on it, and only the three decoders that are asked for can be reached.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

/** Seconds after which libvips gives up. */
const patience = 8;

/** Upright, small enough to look at, without metadata: where and with what it was taken is not for the reviewer. */
async function shrink(file: Uint8Array): Promise<PhotoOutcome> {
  const side = membersLimits.badgeSide;
  try {
    return await sharp(file, { limitInputPixels: membersLimits.badgePixels, failOn: 'error', pages: 1 })
      .timeout({ seconds: patience })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .webp({ quality: 80, effort: 2 })
      .toBuffer();
  } catch {
    return undefined; // the words of a decoder could quote the file: they stay here
  }
}

const made = await shrink(task.file);
parentPort.postMessage(made);
