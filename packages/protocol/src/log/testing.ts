import { utf8 } from '../bytes.ts';
import { bytes32 } from '../testing.ts';
import { encodeBundle } from './bundle.ts';
import { encodeCheckpoint } from './checkpoint.ts';
import { edgeRoot, edgeTiles, emptyEdge, growEdge } from './edge.ts';
import { LogError, type LogErrorCode } from './errors.ts';
import { leafHashes } from './hash.ts';
import { signNote } from './note.ts';
import { noteSigner } from './note-key.ts';
import { TILE_WIDTH, tileIn, tilePath } from './tile.ts';
import type { FetchFile } from './tile-reader.ts';

export const origin = 'teahouse.example/issuer-log';
export const signer = noteSigner(origin, bytes32('the key of the log'));

/** Entries of a log, all different. */
export function someEntries(count: number, name = 'entry'): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => utf8(`${name} ${i}`));
}

/** The files of a log that holds these entries, by path. */
export function filesOf(entries: readonly Uint8Array[]): Map<string, Uint8Array> {
  const { edge, full } = growEdge(emptyEdge, leafHashes(entries));
  const files = new Map([...full, ...edgeTiles(edge)].map(({ tile, bytes }) => [tilePath(tile), bytes]));
  for (let at = 0; at < entries.length; at += TILE_WIDTH) {
    const tile = tileIn('entries', at / TILE_WIDTH, entries.length)!;
    files.set(tilePath(tile), encodeBundle(entries.slice(at, at + TILE_WIDTH)));
  }
  const text = encodeCheckpoint({ origin, size: entries.length, root: edgeRoot(edge) });
  return files.set('checkpoint', utf8(signNote(text, [signer])));
}

export function serve(files: ReadonlyMap<string, Uint8Array>): FetchFile {
  return async (path) => files.get(path);
}

/** The code of the LogError that `work` throws or rejects with; fails on anything else. */
export async function logCodeOf(work: () => unknown): Promise<LogErrorCode> {
  try {
    await work();
  } catch (error) {
    if (error instanceof LogError) return error.code;
    throw error;
  }
  throw new Error('nothing was thrown');
}
