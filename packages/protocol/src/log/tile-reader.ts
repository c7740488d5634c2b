import { decodeBundle } from './bundle.ts';
import { LogError } from './errors.ts';
import { foldHashes, HASH_LENGTH } from './hash.ts';
import type { NodeReader } from './proof.ts';
import { TILE_WIDTH, type Tile, tileIn, tilePath } from './tile.ts';

/** Gets a file of a log by its path relative to the log (`checkpoint`, `tile/…`); undefined where there is none. */
export type FetchFile = (path: string) => Promise<Uint8Array | undefined>;

/** A file of a tile and how wide it is: once the full tile is there, a log may delete the partial ones (tlog-tiles). */
async function fetchPart(fetch: FetchFile, tile: Tile): Promise<{ bytes: Uint8Array; width: number }> {
  for (const width of new Set([tile.width, TILE_WIDTH])) {
    const bytes = await fetch(tilePath({ ...tile, width }));
    if (bytes) return { bytes, width };
  }
  throw new LogError('tile-missing', `${tilePath(tile)} is not there`);
}

/** The hashes of a tile, unchecked but for their number. Throws `tile-missing`, `tile-invalid` and what `fetch` throws. */
export async function fetchTile(fetch: FetchFile, tile: Tile): Promise<Uint8Array> {
  const { bytes, width } = await fetchPart(fetch, tile);
  if (bytes.length !== width * HASH_LENGTH) {
    throw new LogError('tile-invalid', `${tilePath({ ...tile, width })} has a wrong length`);
  }
  return bytes.subarray(0, tile.width * HASH_LENGTH);
}

/** The entries of a bundle, unchecked. Throws `tile-missing`, `bundle-invalid` and what `fetch` throws. */
export async function fetchBundle(fetch: FetchFile, tile: Tile): Promise<Uint8Array[]> {
  const { bytes, width } = await fetchPart(fetch, tile);
  return decodeBundle(bytes, width).slice(0, tile.width);
}

/**
 * Reads the nodes of a tree of `size` leaves out of its tiles, each fetched once. What is served is not checked:
 * a proof made of it is, by its verifier. Throws `index-invalid` and what `fetchTile` throws.
 */
export function tileNodes(fetch: FetchFile, size: number): NodeReader {
  const tiles = new Map<string, Promise<Uint8Array>>();
  return async (level, index) => {
    const tileLevel = Math.floor(level / 8);
    const span = 2 ** (level % 8);
    const first = index * span;
    const tile = tileIn(tileLevel, Math.floor(first / TILE_WIDTH), size);
    const offset = first % TILE_WIDTH;
    if (!tile || offset + span > tile.width) {
      throw new LogError('index-invalid', `no node ${index} of level ${level} in a tree of ${size}`);
    }
    const path = tilePath(tile);
    const hashes = tiles.get(path) ?? fetchTile(fetch, tile);
    tiles.set(path, hashes);
    return foldHashes((await hashes).subarray(offset * HASH_LENGTH, (offset + span) * HASH_LENGTH));
  };
}
