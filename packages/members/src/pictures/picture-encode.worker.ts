import sharp from 'sharp';

/** A file somebody sent, and what it may become. */
export interface EncodeTask {
  readonly file: Uint8Array;
  /** Most pixels that are decoded. */
  readonly pixels: number;
  /** Longest side of the result, in pixels. */
  readonly side: number;
}
export type EncodeOutcome =
  | { readonly kind: 'encoded'; readonly file: Uint8Array; readonly width: number; readonly height: number }
  | { readonly kind: 'refused' }
  /** Nothing is known of the file: libvips took too long. */
  | { readonly kind: 'failed' };

// Nothing of a picture is kept, one thread works on it, and of libvips's decoders three can be reached (decision 10).
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

/** Seconds after which libvips gives up. */
const patience = 8;

/** The server's own encoding of a picture's pixels, upright and in sRGB: whatever else was in the file is not in it. */
export async function encode({ file, pixels, side }: EncodeTask): Promise<EncodeOutcome> {
  try {
    const { data, info } = await sharp(file, { limitInputPixels: pixels, sequentialRead: true, pages: 1 })
      .timeout({ seconds: patience })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .webp({ quality: 80, effort: 2 })
      .toBuffer({ resolveWithObject: true });
    return { kind: 'encoded', file: data, width: info.width, height: info.height };
  } catch (error) {
    // The words of a decoder could quote the file: they stay here.
    const late = error instanceof Error && error.message.startsWith('timeout');
    return { kind: late ? 'failed' : 'refused' };
  }
}
