import { utf8 } from '../bytes.ts';
import { encodeBundle } from './bundle.ts';
import { encodeCheckpoint } from './checkpoint.ts';
import { type Edge, edgeRoot, edgeTiles, emptyEdge, growEdge } from './edge.ts';
import { leafHashes } from './hash.ts';
import { signNote } from './note.ts';
import type { NoteSigner } from './note-key.ts';
import { TILE_WIDTH, tileIn, tilePath } from './tile.ts';

/** Root (32 bytes) of the tree over these entries. RFC 6962 2.1. */
export const rootOf = (entries: readonly Uint8Array[]): Uint8Array =>
  edgeRoot(growEdge(emptyEdge, leafHashes(entries)).edge);

/** The hash tiles of the tree over these entries by their paths, and the edge it ends with. C2SP tlog-tiles. */
export function tileFiles(entries: readonly Uint8Array[]): { files: Map<string, Uint8Array>; edge: Edge } {
  const { edge, full } = growEdge(emptyEdge, leafHashes(entries));
  const tiles = [...full, ...edgeTiles(edge)];
  return { files: new Map(tiles.map(({ tile, bytes }) => [tilePath(tile), bytes])), edge };
}

/** All files of a log that holds these entries: tiles, entries, and the checkpoint signed by these. */
export function logFiles(
  entries: readonly Uint8Array[],
  { origin, signers }: { readonly origin: string; readonly signers: readonly NoteSigner[] },
): Map<string, Uint8Array> {
  const { files, edge } = tileFiles(entries);
  for (let at = 0; at < entries.length; at += TILE_WIDTH) {
    const tile = tileIn('entries', at / TILE_WIDTH, entries.length);
    if (tile) files.set(tilePath(tile), encodeBundle(entries.slice(at, at + TILE_WIDTH)));
  }
  const text = encodeCheckpoint({ origin, size: entries.length, root: edgeRoot(edge) });
  return files.set('checkpoint', utf8(signNote(text, signers)));
}
