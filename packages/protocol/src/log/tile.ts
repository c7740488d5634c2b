import { HASH_LENGTH } from './hash.ts';

/** Hashes in a full tile, entries in a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
/** Bytes of a full tile. */
export const TILE_BYTES = TILE_WIDTH * HASH_LENGTH;

/**
 * A tile of hashes, or a bundle of entries (`level` is `entries`). Hash i of tile n at level l is that over the complete
 * subtree of 256^l leaves with number n · 256 + i. Below `TILE_WIDTH` the tile is partial.
 */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

export interface TileBytes {
  readonly tile: Tile;
  readonly bytes: Uint8Array;
}

/** Where a tile is served, relative to the log: `tile/<L>/<N>[.p/<W>]`, with N as in `x001/x234/067`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(3 * Math.ceil(digits.length / 3), '0').match(/.{3}/g)!;
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** The tile that is served at a path; undefined where the path is none of a tile, in its one canonical form. */
export function parseTilePath(path: string): Tile | undefined {
  const parts = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!parts) return undefined;
  const [, level, index, width] = parts;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(index!.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const inRange = (level === 'entries' || Number(level) < 64) && tile.width > 0;
  return inRange && Number.isSafeInteger(tile.index) && tilePath(tile) === path ? tile : undefined;
}

/** How many hashes a tree of `size` leaves has at a level of tiles (complete subtrees only). */
export function hashesAt(level: Tile['level'], size: number): number {
  return level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);
}

/** The tile with this number as it stands in a tree of `size` leaves; undefined where the tree has none. */
export function tileIn(level: Tile['level'], index: number, size: number): Tile | undefined {
  const width = Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH);
  return width > 0 ? { level, index, width } : undefined;
}

/**
 * Whether a tile may be kept by a log of `size` leaves: every full one, and of the last one at each level also what it
 * was in smaller trees, for those who hold an older checkpoint.
 */
export function isCovered(tile: Tile, size: number): boolean {
  const current = tileIn(tile.level, tile.index, size);
  if (!current || tile.width > current.width) return false;
  return tile.width === TILE_WIDTH || current.width < TILE_WIDTH;
}
