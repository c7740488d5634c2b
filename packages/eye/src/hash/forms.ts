import type { PictureHash } from '../kinds.ts';
import { eyeLimits } from '../limits.ts';
import { type Box, type Grey, median, partsOf, squeeze } from './grey.ts';

/** Cells on a side of what is transformed, and frequencies on a side of what is kept: 16 × 16 = 256 bits. */
const cells = 64;
const kept = 16;

/** Rows of a discrete cosine transform, without the constant one. */
const waves = Array.from({ length: kept }, (_, u) =>
  Float32Array.from({ length: cells }, (_, x) => Math.cos((Math.PI / cells) * (u + 1) * (x + 0.5))),
);

/** The eight ways to lay a picture: turned or not, then mirrored in either direction. The first is the picture as it is. */
const ways = [false, true].flatMap((turned) =>
  [1, -1].flatMap((across) => [1, -1].map((down) => ({ turned, across, down }))),
);

/**
 * The forms of a picture, 32 bytes each: whole and, where it has an even border, without it; each as it is and in its
 * seven mirrored and turned ways. A cosine transform changes signs when a picture is mirrored and is transposed when it
 * is turned, so these cost nothing. The method is that of PDQ (Facebook, 2019), not its bits.
 * Empty for what has too little detail to be told from others of its kind: blank pages, one colour, soft gradients.
 */
export function formsOf(grey: Grey): PictureHash[] {
  return partsOf(grey).flatMap((part) => formsOfPart(grey, part));
}

/** Those of a picture's forms that lie as it lies. What is looked up: the banned ones are kept in all their forms. */
export const uprightOf = (forms: readonly PictureHash[]): PictureHash[] =>
  forms.filter((_, index) => index % ways.length === 0);

function formsOfPart(grey: Grey, box: Box): PictureHash[] {
  const square = squeeze(grey, box, cells);
  if (detailOf(square) < eyeLimits.detail) return [];
  const strengths = transform(square);
  return ways.map((way) => bitsOf(laid(strengths, way)));
}

/** Steps in grey between neighbours, in hundredths of the range, small ones left out; as PDQ judges its own quality. */
function detailOf(square: Float32Array): number {
  let sum = 0;
  const step = (a: number, b: number) => Math.trunc(Math.abs((a - b) * 100) / 255);
  for (let y = 0; y < cells; y++)
    for (let x = 0; x < cells; x++) {
      const here = square[y * cells + x]!;
      if (x + 1 < cells) sum += step(here, square[y * cells + x + 1]!);
      if (y + 1 < cells) sum += step(here, square[(y + 1) * cells + x]!);
    }
  return sum / 90;
}

/** `kept` × `kept` strengths of waves: first along the rows, then along the columns. */
function transform(square: Float32Array): Float32Array {
  const rows = new Float32Array(cells * kept);
  for (let y = 0; y < cells; y++)
    for (let u = 0; u < kept; u++) {
      let sum = 0;
      for (let x = 0; x < cells; x++) sum += square[y * cells + x]! * waves[u]![x]!;
      rows[y * kept + u] = sum;
    }
  const out = new Float32Array(kept * kept);
  for (let v = 0; v < kept; v++)
    for (let u = 0; u < kept; u++) {
      let sum = 0;
      for (let y = 0; y < cells; y++) sum += rows[y * kept + u]! * waves[v]![y]!;
      out[v * kept + u] = sum;
    }
  return out;
}

/** The strengths of the picture laid another way. The first wave is odd: mirrored, it changes its sign. */
function laid(strengths: Float32Array, { turned, across, down }: (typeof ways)[number]): Float32Array {
  return strengths.map((_, i) => {
    const [v, u] = [Math.floor(i / kept), i % kept];
    const strength = strengths[turned ? u * kept + v : i]!;
    return strength * (u % 2 === 0 ? across : 1) * (v % 2 === 0 ? down : 1);
  });
}

function bitsOf(strengths: Float32Array): PictureHash {
  const middle = median(strengths);
  const bytes = new Uint8Array((kept * kept) / 8);
  strengths.forEach((strength, i) => {
    if (strength > middle) bytes[i >> 3]! |= 1 << (i & 7);
  });
  return bytes;
}
