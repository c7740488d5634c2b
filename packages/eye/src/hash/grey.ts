/** Brightness of a picture's pixels, row by row, 0 to 255. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly at: Float32Array;
}

/** A rectangle of a picture: `right` and `bottom` are past its last pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const wholeOf = ({ width, height }: Grey): Box => ({ left: 0, top: 0, right: width, bottom: height });

/** Brightness (Rec. 601) of RGB pixels. */
export function greyOf(rgb: Uint8Array, width: number, height: number): Grey {
  const at = new Float32Array(width * height);
  for (let i = 0; i < at.length; i++)
    at[i] = 0.299 * rgb[i * 3]! + 0.587 * rgb[i * 3 + 1]! + 0.114 * rgb[i * 3 + 2]!;
  return { width, height, at };
}

/** A part of a picture squeezed into `side` × `side` means of areas; pixels on an edge count by their share. */
export function squeeze({ width, at }: Grey, box: Box, side: number): Float32Array {
  const columns = shares(box.left, box.right, side);
  const rows = shares(box.top, box.bottom, side);
  const out = new Float32Array(side * side);
  for (const row of rows)
    for (const column of columns)
      out[row.to * side + column.to]! += at[row.from * width + column.from]! * row.share * column.share;
  return out;
}

interface Share {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Which pixels between `start` and `end` go into which of `side` cells, and with how much of the cell. */
function shares(start: number, end: number, side: number): Share[] {
  const step = (end - start) / side;
  const found: Share[] = [];
  for (let to = 0; to < side; to++) {
    const [begin, stop] = [start + to * step, start + (to + 1) * step];
    for (let from = Math.floor(begin); from < Math.min(stop, end); from++) {
      const share = (Math.min(stop, from + 1) - Math.max(begin, from)) / step;
      if (share > 0) found.push({ from, to, share });
    }
  }
  return found;
}

/** How far a pixel of an even border may be off its colour: lossy files ring beside edges. */
const off = 14;
/** Of the pixels of an edge, so many have to be of one colour for it to be border. */
const mostly = 0.98;
/** Lines at the inner edge of a border that scaling and lossy files mixed with the picture. */
const mixed = 1;
/** Less than this of a side left, and what was taken for a border is the picture itself. */
const least = 0.4;

/** So often an even border is taken off: bars of a player around the margins of a page. */
const passes = 2;

/** The picture, then the picture without even bars at its sides, each of a colour of its own, and without those within. */
export function partsOf(grey: Grey): Box[] {
  const parts = [wholeOf(grey)];
  for (let pass = 0; pass < passes; pass++) {
    const box = parts.at(-1)!;
    const inner = trimmed(grey, box);
    const enough =
      inner.right - inner.left >= grey.width * least && inner.bottom - inner.top >= grey.height * least;
    if (!enough || same(inner, box)) break;
    parts.push(inner);
  }
  return parts;
}

const same = (a: Box, b: Box) =>
  a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;

function trimmed({ width, at }: Grey, box: Box): Box {
  const row = (y: number) => at.subarray(y * width + box.left, y * width + box.right);
  const high = box.bottom - box.top;
  const top = box.top + depth(high, (i) => row(box.top + i));
  const bottom = box.bottom - depth(high, (i) => row(box.bottom - 1 - i));
  if (bottom <= top) return { ...box, bottom: box.top };
  const column = (x: number) =>
    Float32Array.from({ length: bottom - top }, (_, i) => at[(top + i) * width + x]!);
  const wide = box.right - box.left;
  const left = box.left + depth(wide, (i) => column(box.left + i));
  const right = box.right - depth(wide, (i) => column(box.right - 1 - i));
  return { left, top, right, bottom };
}

/** How many lines from a side inward are of the colour of the first, and the mixed one behind them. */
function depth(length: number, line: (index: number) => Float32Array): number {
  const colour = median(line(0));
  for (let i = 0; i < length; i++) {
    const pixels = line(i);
    let same = 0;
    for (const value of pixels) if (Math.abs(value - colour) <= off) same++;
    if (same < pixels.length * mostly) return i === 0 ? 0 : i + mixed;
  }
  return length;
}

export function median(values: Float32Array): number {
  const sorted = values.toSorted();
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
