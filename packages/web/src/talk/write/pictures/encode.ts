import { pictureLimits } from './limits.ts';
import { createShrinker, fittedSize, type Pixels } from './shrink.ts';

/** Encodes pixels as lossy WebP at a quality of 0 to 100. */
export type Encode = (pixels: Pixels, quality: number) => Uint8Array<ArrayBuffer>;

/** The same steps on every device: which one was taken follows from the pixels alone. */
const qualities = [82, 70, 58, 46, 34, 22, 12] as const;
/** How much smaller a picture becomes that is too long even at the last step. */
const shrinkBy = 0.75;

/**
 * The file of a picture: at the best quality at which it is short enough, and smaller where none is. `onStep` is told
 * how many encodings were tried. Ends, as a single pixel always fits.
 */
export function encodeWithin(pixels: Pixels, encode: Encode, onStep?: (tried: number) => void) {
  let tried = 0;
  for (let current = pixels; ; current = shrunk(current)) {
    for (let step = 0; step < qualities.length; ) {
      const file = encode(current, qualities[step]!);
      onStep?.(++tried);
      if (file.length <= pictureLimits.bytes) return { file, width: current.width, height: current.height };
      // Far too long: the next step would be too long as well.
      step += file.length > 2 * pictureLimits.bytes ? 3 : 1;
    }
  }
}

function shrunk(pixels: Pixels): Pixels {
  const to = fittedSize(pixels, Math.ceil(Math.max(pixels.width, pixels.height) * shrinkBy));
  const shrinker = createShrinker(pixels, to);
  shrinker.add(pixels.data);
  return shrinker.pixels();
}
