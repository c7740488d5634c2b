import sharp from 'sharp';
import { eyeLimits } from './limits.ts';

// Nothing of a picture is kept, and one thread works on it. These hold for the whole process, and talk's own worker sets
// them so too. Which decoders can be reached is left to talk (docs/decisions/0010-pictures.md): only WebP comes here.
sharp.cache(false);
sharp.concurrency(1);

/** Pixels in RGB, three bytes each, at most `eyeLimits.side` on a side. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Whether a file begins as WebP does, so that libvips takes it for nothing else (docs/decisions/0010-pictures.md). */
function beginsAsWebp(file: Uint8Array): boolean {
  const head = Buffer.from(file.subarray(0, 12)).toString('latin1');
  return head.startsWith('RIFF') && head.endsWith('WEBP') && head.length === 12;
}

/**
 * The pixels of a WebP file that the server itself encoded, made smaller. Undefined where it isn't one, is larger than
 * the limits or does not decode; a decoder's words could quote the file and are dropped.
 */
export async function decode(file: Uint8Array): Promise<Pixels | undefined> {
  if (file.length > eyeLimits.bytes || !beginsAsWebp(file)) return undefined;
  try {
    const { data, info } = await sharp(file, { limitInputPixels: eyeLimits.pixels, pages: 1 })
      .timeout({ seconds: eyeLimits.decodeSeconds })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .resize(eyeLimits.side, eyeLimits.side, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return info.channels === 3 ? { width: info.width, height: info.height, rgb: data } : undefined;
  } catch {
    return undefined;
  }
}
