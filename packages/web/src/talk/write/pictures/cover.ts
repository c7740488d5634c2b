import type { Pixels, Size } from './shrink.ts';

/** A place in a picture, as parts of its width and height from the upper left: 0 to 1. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}
/** What is blacked out: a rectangle between two corners, or the way of a brush whose radius is a part of the longer side. */
export type Cover =
  | { readonly kind: 'rectangle'; readonly from: Spot; readonly to: Spot }
  | { readonly kind: 'brush'; readonly radius: number; readonly spots: readonly Spot[] };

/**
 * Blacks out: every pixel that a cover touches is replaced, none is blurred or mixed, so nothing of it is left to be
 * found. Must happen before encoding, which spreads each pixel over its neighbours. Changes `pixels`.
 */
export function applyCovers(pixels: Pixels, covers: readonly Cover[]): void {
  for (const cover of covers) {
    if (cover.kind === 'rectangle') coverRectangle(pixels, cover.from, cover.to);
    else coverStroke(pixels, cover.spots, cover.radius * Math.max(pixels.width, pixels.height));
  }
}

function blacken({ width, data }: Pixels, y: number, from: number, to: number): void {
  for (let x = from, at = (y * width + from) * 4; x < to; x++, at += 4) {
    data[at] = data[at + 1] = data[at + 2] = 0;
    data[at + 3] = 255;
  }
}

/** Whole pixels from `low` to `high`, both rounded outwards. */
const outwards = (low: number, high: number, length: number): [number, number] => [
  Math.max(0, Math.floor(Math.min(low, high))),
  Math.min(length, Math.ceil(Math.max(low, high))),
];

function coverRectangle(pixels: Pixels, from: Spot, to: Spot): void {
  const [left, right] = outwards(from.x * pixels.width, to.x * pixels.width, pixels.width);
  const [top, bottom] = outwards(from.y * pixels.height, to.y * pixels.height, pixels.height);
  for (let y = top; y < bottom; y++) blacken(pixels, y, left, right);
}

function coverStroke(pixels: Pixels, spots: readonly Spot[], radius: number): void {
  const points = spots.map(({ x, y }) => ({ x: x * pixels.width, y: y * pixels.height }));
  for (const [i, point] of points.entries()) coverSegment(pixels, points[i - 1] ?? point, point, radius);
}

/** All pixels whose middle is nearer than `radius` to the way from `a` to `b`. */
function coverSegment(pixels: Pixels, a: Spot, b: Spot, radius: number): void {
  const [left, right] = outwards(Math.min(a.x, b.x) - radius, Math.max(a.x, b.x) + radius, pixels.width);
  const [top, bottom] = outwards(Math.min(a.y, b.y) - radius, Math.max(a.y, b.y) + radius, pixels.height);
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      if (distance({ x: x + 0.5, y: y + 0.5 }, a, b) <= radius) blacken(pixels, y, x, x + 1);
}

function distance(p: Spot, a: Spot, b: Spot): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  return Math.hypot(p.x - (a.x + t * dx), p.y - (a.y + t * dy));
}

/** A rectangle moved by parts of the picture, and kept inside; `by` may grow it instead, from its second corner. */
export function moveRectangle(
  { from, to }: { readonly from: Spot; readonly to: Spot },
  by: Spot,
  grow: boolean,
): { readonly kind: 'rectangle'; readonly from: Spot; readonly to: Spot } {
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  if (grow) {
    const corner = (low: number, high: number, step: number) => inside(Math.max(low + 0.01, high + step));
    return { kind: 'rectangle', from, to: { x: corner(from.x, to.x, by.x), y: corner(from.y, to.y, by.y) } };
  }
  const step = (low: number, high: number, wanted: number) => Math.min(1 - high, Math.max(-low, wanted));
  const [dx, dy] = [step(from.x, to.x, by.x), step(from.y, to.y, by.y)];
  return {
    kind: 'rectangle',
    from: { x: from.x + dx, y: from.y + dy },
    to: { x: to.x + dx, y: to.y + dy },
  };
}

/** A rectangle in the middle, for whoever begins with the keyboard. */
export const middleRectangle = (size: Size) => {
  const half = { x: 0.15, y: Math.min(0.5, (0.08 * size.width) / size.height) };
  return {
    kind: 'rectangle',
    from: { x: 0.5 - half.x, y: 0.5 - half.y },
    to: { x: 0.5 + half.x, y: 0.5 + half.y },
  } as const;
};
