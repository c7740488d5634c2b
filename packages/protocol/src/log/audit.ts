import { equal } from '../bytes.ts';
import { type Checkpoint, type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { type Edge, edgeRoot, edgeTiles, emptyEdge, growEdge } from './edge.ts';
import { LogError } from './errors.ts';
import { fetchCheckpoint } from './follow.ts';
import { HASH_LENGTH, leafHash } from './hash.ts';
import type { Verifier } from './note-key.ts';
import { TILE_WIDTH, type TileBytes, tileIn, tilePath } from './tile.ts';
import { type FetchFile, fetchBundle, fetchTile } from './tile-reader.ts';

export interface LogEntry {
  readonly index: number;
  readonly entry: Uint8Array;
}

export interface Audit extends OpenedCheckpoint {
  /** The signed note: what to keep, as the `previous` of the next audit and as evidence. */
  readonly note: string;
  /**
   * The entries from an index on, each yielded only after it hashed to its leaf in the tree. All are checked when it
   * has come to its end. Throws `tile-missing`, `bundle-invalid`, `entry-mismatch` and what `fetch` throws.
   */
  entries(from?: number): AsyncGenerator<LogEntry, void>;
}

/**
 * Checks a whole log as an outsider: the signature on its checkpoint, every tile against the tiles below it, the root,
 * and that the tree of the `previous` checkpoint is its beginning; the entries as they are read. Keeps 32 bytes an
 * entry. Throws LogError with the code of what is wrong, and what `fetch` throws.
 */
export async function auditLog(input: {
  readonly fetch: FetchFile;
  readonly origin: string;
  readonly verifiers: readonly Verifier[];
  readonly previous?: Pick<Checkpoint, 'size' | 'root'> | undefined;
}): Promise<Audit> {
  const { fetch, origin, verifiers, previous } = input;
  const note = await fetchCheckpoint(fetch);
  const opened = openCheckpoint({ note, origin, verifiers });
  const { size } = opened.checkpoint;
  if (previous && previous.size > size) {
    throw new LogError('rolled-back', `the log had ${previous.size} entries, now it shows ${size}`);
  }
  const leaves: Uint8Array[] = [];
  await rebuildTree({
    fetch,
    checkpoint: opened.checkpoint,
    previous,
    onLeaves: (hashes) => leaves.push(hashes),
  });
  return { ...opened, note, entries: (from = 0) => readEntries(fetch, leaves, from, size) };
}

/**
 * Fetches all tiles of a tree, checks each, and returns the right edge. Throws `tile-missing`, `tile-invalid`,
 * `tile-mismatch`, `root-mismatch`, and `forked` when the previous tree is not its beginning.
 */
export async function rebuildTree(input: {
  readonly fetch: FetchFile;
  readonly checkpoint: Pick<Checkpoint, 'size' | 'root'>;
  readonly previous?: Pick<Checkpoint, 'size' | 'root'> | undefined;
  /** Called with the hashes of each tile of level 0; they are proven only when this function has returned. */
  readonly onLeaves?: (hashes: Uint8Array) => void;
}): Promise<Edge> {
  const { fetch, checkpoint, previous, onLeaves } = input;
  let edge = emptyEdge;
  let isConsistent = previous === undefined || equal(previous.root, edgeRoot(edge));
  for (let index = 0; edge.size < checkpoint.size; index++) {
    const hashes = await fetchTile(fetch, tileIn(0, index, checkpoint.size)!);
    onLeaves?.(hashes);
    const before = edge;
    const grown = growEdge(edge, hashes);
    await checkTiles(fetch, grown.full);
    edge = grown.edge;
    if (previous && before.size < previous.size && previous.size <= edge.size) {
      const upTo = hashes.subarray(0, (previous.size - before.size) * HASH_LENGTH);
      isConsistent = equal(previous.root, edgeRoot(growEdge(before, upTo).edge));
    }
  }
  await checkTiles(fetch, edgeTiles(edge));
  if (!equal(edgeRoot(edge), checkpoint.root)) {
    throw new LogError('root-mismatch', 'the tiles do not hash to the root that was signed');
  }
  if (!isConsistent) throw new LogError('forked', 'the log once signed another history');
  return edge;
}

/** Compares the tiles above level 0 with what they must be; those of level 0 are where it was computed from. */
async function checkTiles(fetch: FetchFile, expected: readonly TileBytes[]): Promise<void> {
  for (const { tile, bytes } of expected) {
    if (tile.level !== 0 && !equal(await fetchTile(fetch, tile), bytes)) {
      throw new LogError('tile-mismatch', `${tilePath(tile)} does not agree with the tiles below it`);
    }
  }
}

async function* readEntries(
  fetch: FetchFile,
  leaves: readonly Uint8Array[],
  from: number,
  size: number,
): AsyncGenerator<LogEntry, void> {
  for (let bundle = Math.floor(from / TILE_WIDTH); bundle < leaves.length; bundle++) {
    const entries = await fetchBundle(fetch, tileIn('entries', bundle, size)!);
    checkBundle(entries, leaves[bundle]!, bundle);
    for (const [i, entry] of entries.entries()) {
      const index = bundle * TILE_WIDTH + i;
      if (index >= from) yield { index, entry };
    }
  }
}

/** Compares the entries of a bundle with the tile of level 0 of the same number. Throws `entry-mismatch`. */
export function checkBundle(entries: readonly Uint8Array[], leaves: Uint8Array, bundle: number): void {
  entries.forEach((entry, i) => {
    if (!equal(leafHash(entry), leaves.subarray(i * HASH_LENGTH, (i + 1) * HASH_LENGTH))) {
      throw new LogError('entry-mismatch', `entry ${bundle * TILE_WIDTH + i} is not what the tree holds`);
    }
  });
}
