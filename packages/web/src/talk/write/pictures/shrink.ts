import { pictureLimits } from './limits.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}
/** Pixels row by row from the upper left, four bytes each (RGBA), alpha always 255. */
export interface Pixels extends Size {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** The size at which a picture is shown: within the limit, in proportion, never larger than it is. */
export function fittedSize({ width, height }: Size, side: number = pictureLimits.side): Size {
  const part = Math.min(1, side / Math.max(width, height));
  const scaled = (length: number) => Math.max(1, Math.round(length * part));
  return { width: scaled(width), height: scaled(height) };
}

/**
 * Shrinks a picture that comes in bands of rows, by the mean of the area that falls on each pixel. Browsers scale in
 * ways that can be told apart by the result; this is the same arithmetic in all of them (decision 10). Bands keep a
 * picture of fifty megapixels out of any canvas.
 */
export function createShrinker(from: Size, to: Size) {
  const spans = spansOf(from.width, to.width);
  const row = new Float64Array(to.width * 3);
  const sums = new Float64Array(to.width * 3);
  const out: Pixels = { ...to, data: new Uint8ClampedArray(to.width * to.height * 4).fill(255) };
  const step = from.height / to.height;
  let y = 0;
  let target = 0;

  function emit(): void {
    for (let x = 0, at = target * to.width * 4; x < to.width; x++, at += 4)
      for (let c = 0; c < 3; c++) out.data[at + c] = Math.round(sums[x * 3 + c]! / step);
    sums.fill(0);
    target += 1;
  }
  function addRow(share: number): void {
    for (let i = 0; i < row.length; i++) sums[i]! += row[i]! * share;
  }

  return {
    /** The next rows of the source, `from.width` wide. */
    add(band: Uint8ClampedArray): void {
      for (let at = 0; at < band.length; at += from.width * 4, y++) {
        meanRow(band, at, spans, row);
        const end = (target + 1) * step;
        addRow(Math.min(y + 1, end) - y);
        if (y + 1 < end - slack || target >= to.height) continue;
        emit();
        if (target < to.height && y + 1 - end > slack) addRow(y + 1 - end);
      }
    },
    /** The picture, when all rows were added. */
    pixels: (): Pixels => out,
  };
}

/** Below this a share of a pixel is rounding and no pixel. */
const slack = 1e-6;

/** Which source columns fall on a column, and with which share: first index, then shares that add up to 1. */
interface Span {
  readonly first: number;
  readonly shares: Float64Array;
}

function spansOf(from: number, to: number): Span[] {
  const step = from / to;
  return Array.from({ length: to }, (_, x) => {
    const [start, end] = [x * step, Math.min((x + 1) * step, from)];
    const first = Math.floor(start + slack);
    const last = Math.min(from, Math.max(first + 1, Math.ceil(end - slack)));
    const shares = new Float64Array(last - first);
    for (let i = first; i < last; i++) shares[i - first] = (Math.min(i + 1, end) - Math.max(i, start)) / step;
    return { first, shares };
  });
}

function meanRow(band: Uint8ClampedArray, at: number, spans: readonly Span[], row: Float64Array): void {
  for (let x = 0; x < spans.length; x++) {
    const { first, shares } = spans[x]!;
    let r = 0;
    let g = 0;
    let b = 0;
    for (let i = 0, from = at + first * 4; i < shares.length; i++, from += 4) {
      const share = shares[i]!;
      r += band[from]! * share;
      g += band[from + 1]! * share;
      b += band[from + 2]! * share;
    }
    row[x * 3] = r;
    row[x * 3 + 1] = g;
    row[x * 3 + 2] = b;
  }
}
