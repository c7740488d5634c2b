/*
 * Colours of the opera masks, in the manner of Peking opera: each set is a ground with two paints that go with it.
 * Frozen with version 1 like everything that a pseudonym draws.
 */
export const INK = '#1f1a18';
export const PAPER = '#f6efe0';
const RED = '#b6352b';
const GOLD = '#dcaa37';
const BLUE = '#28588a';
const GREEN = '#2f7153';

/** `[ground, first paint, second paint]`. */
export const paintSets: readonly (readonly [ground: string, first: string, second: string])[] = [
  [RED, INK, GOLD],
  [RED, PAPER, BLUE],
  ['#8d2531', GOLD, PAPER],
  ['#d0604a', INK, PAPER],
  ['#26211f', PAPER, RED],
  ['#26211f', GOLD, '#c8473a'],
  ['#2b2a30', '#7fa9b8', PAPER],
  ['#f3ebda', RED, INK],
  ['#f3ebda', BLUE, RED],
  ['#f3ebda', GREEN, GOLD],
  ['#ece4d6', '#8d2531', '#6f8f86'],
  ['#f1e3d3', '#6b3b64', GOLD],
  [BLUE, PAPER, RED],
  [BLUE, GOLD, INK],
  ['#7fa9b8', INK, '#8d2531'],
  [GREEN, GOLD, RED],
  [GREEN, PAPER, INK],
  ['#8fb9a3', INK, RED],
  ['#1f6a6c', '#d97a45', PAPER],
  [GOLD, INK, RED],
  ['#e0bb5c', GREEN, PAPER],
  ['#6b3b64', GOLD, PAPER],
  ['#6b3b64', PAPER, '#8fb9a3'],
  ['#dda394', '#8d2531', PAPER],
  ['#e2b3a4', INK, BLUE],
  ['#b77f33', INK, PAPER],
  ['#a9b0ad', INK, RED],
  ['#a9b0ad', BLUE, PAPER],
  ['#7c4a2f', PAPER, GOLD],
  ['#cc6c35', INK, GOLD],
  ['#b9b06a', '#5a2a2a', PAPER],
  ['#c9b7a2', GREEN, '#8d2531'],
];

/** Colours of a mask, every one chosen to stand out from what it lies on. */
export interface Paint {
  readonly ground: string;
  readonly first: string;
  readonly second: string;
  /** Painted round the eyes. */
  readonly socket: string;
  /** Fine lines that part the socket and the brow from what is around them. */
  readonly line: string;
}

/** Luma of a colour `#rrggbb`, 0 to 1. */
function luma(colour: string): number {
  const channel = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return 0.299 * channel(1) + 0.587 * channel(3) + 0.114 * channel(5);
}

/** The first of some colours that can be told from what it lies on, ink or paper if none can. */
export function standingOut(on: string, ...colours: readonly string[]): string {
  const apart = (colour: string) => Math.abs(luma(colour) - luma(on)) > 0.16;
  return colours.find(apart) ?? (luma(on) > 0.5 ? INK : PAPER);
}

/** The colours of a set, its two paints exchanged or not. */
export function paintOf(set: number, exchanged: boolean): Paint {
  const [ground, one, two] = paintSets[set % paintSets.length]!;
  const [first, second] = exchanged ? [two, one] : [one, two];
  // Round the eyes a face is black, unless it is black itself.
  const socket = luma(ground) < 0.2 ? PAPER : INK;
  return { ground, first, second, socket, line: standingOut(socket, first, second, PAPER, INK) };
}
