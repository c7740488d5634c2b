import { concat } from '../bytes.ts';
import { emptyRoot, foldHashes, HASH_LENGTH, nodeHash } from './hash.ts';
import { hashesAt, TILE_BYTES, TILE_WIDTH, type TileBytes } from './tile.ts';

/** The right edge of a tree: all that is needed to append to it and to know its root. */
export interface Edge {
  /** Leaves. */
  readonly size: number;
  /** For each level of tiles from 0 the hashes of its last tile, one after the other, as long as it is not full. */
  readonly partial: readonly Uint8Array[];
}

/** The edge of a tree without leaves. */
export const emptyEdge: Edge = { size: 0, partial: [] };

/** The edge after these leaf hashes (32 bytes each, one after the other), and every tile that became full. */
export function growEdge(
  edge: Edge,
  leaves: Uint8Array,
): { readonly edge: Edge; readonly full: readonly TileBytes[] } {
  const partial = [...edge.partial];
  const full: TileBytes[] = [];
  let rising = leaves;
  for (let level = 0; rising.length > 0; level++) {
    const held = concat(partial[level] ?? new Uint8Array(), rising);
    const first = Math.floor(hashesAt(level, edge.size) / TILE_WIDTH);
    const count = Math.floor(held.length / TILE_BYTES);
    rising = new Uint8Array(count * HASH_LENGTH);
    for (let i = 0; i < count; i++) {
      const bytes = held.slice(i * TILE_BYTES, (i + 1) * TILE_BYTES);
      full.push({ tile: { level, index: first + i, width: TILE_WIDTH }, bytes });
      rising.set(foldHashes(bytes), i * HASH_LENGTH);
    }
    partial[level] = held.slice(count * TILE_BYTES);
  }
  return { edge: { size: edge.size + leaves.length / HASH_LENGTH, partial }, full };
}

/** The partial tiles at the edge; none is empty. */
export function edgeTiles(edge: Edge): TileBytes[] {
  return edge.partial.flatMap((bytes, level) => {
    const index = Math.floor(hashesAt(level, edge.size) / TILE_WIDTH);
    const width = bytes.length / HASH_LENGTH;
    return width === 0 ? [] : [{ tile: { level, index, width }, bytes }];
  });
}

/** Root of the tree, 32 bytes (RFC 6962 §2.1). */
export function edgeRoot(edge: Edge): Uint8Array {
  let root: Uint8Array | undefined;
  for (const bytes of edge.partial) {
    // From right to left, as the binary digits of the size go up: complete subtrees, each twice the last or more.
    for (let span = HASH_LENGTH, end = bytes.length; end > 0; span *= 2) {
      if (end % (2 * span) === 0) continue;
      const subtree = foldHashes(bytes.subarray(end - span, end));
      root = root ? nodeHash(subtree, root) : subtree;
      end -= span;
    }
  }
  return root ?? emptyRoot;
}
