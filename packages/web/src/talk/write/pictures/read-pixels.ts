import { PictureFault } from './fault.ts';
import { createShrinker, fittedSize, type Pixels } from './shrink.ts';

/** Rows that are drawn at once: keeps every canvas far below what phones allow. */
const bandRows = 128;

function canvasOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  // In memory and not on the graphics card: it is read all the time, and drivers round colours differently.
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new PictureFault('internal');
  return context;
}

/**
 * Draws a known pattern and reads it back. Browsers that guard against fingerprinting change what a page reads from a
 * canvas: some into noise, some in single pixels, by a secret of the session. The first would ruin a picture, the
 * second would mark all pictures of a session as one person's. So such a canvas is not used. Throws `picture-altered`.
 */
function demandTrueCanvas(): void {
  const side = 128;
  const context = canvasOf(side, side);
  const pattern = new ImageData(side, side);
  for (let i = 0, state = 7; i < pattern.data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pattern.data[i] = i % 4 === 3 ? 255 : state >>> 24;
  }
  context.putImageData(pattern, 0, 0);
  const read = context.getImageData(0, 0, side, side).data;
  if (read.some((value, i) => value !== pattern.data[i])) throw new PictureFault('picture-altered');
}

/**
 * The pixels of a decoded picture as they will be encoded: within the longest side, in sRGB, on white. `onRows` is told
 * which part is done, 0 to 1.
 */
export function readPixels(bitmap: ImageBitmap, onRows: (part: number) => void): Pixels {
  demandTrueCanvas();
  const { width, height } = bitmap;
  const context = canvasOf(width, Math.min(bandRows, height));
  context.imageSmoothingEnabled = false;
  const shrinker = createShrinker(bitmap, fittedSize(bitmap));
  for (let y = 0; y < height; y += bandRows) {
    const rows = Math.min(bandRows, height - y);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, rows);
    context.drawImage(bitmap, 0, y, width, rows, 0, 0, width, rows);
    shrinker.add(context.getImageData(0, 0, width, rows).data);
    onRows((y + rows) / height);
  }
  return shrinker.pixels();
}
