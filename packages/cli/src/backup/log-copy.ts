import {
  encodeBundle,
  type FetchFile,
  fetchBundle,
  fetchTile,
  parseCheckpoint,
  TILE_WIDTH,
  textOfNote,
  tileIn,
  tilePath,
} from '@teahouse/protocol/log';
import { folderSource } from '../log/source.ts';

interface LogFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Entries of the log in a folder by its newest checkpoint; undefined where there is none. */
export async function sizeOfLog(folder: string): Promise<number | undefined> {
  const note = await folderSource(folder).fetch('checkpoint');
  return note && parseCheckpoint(textOfNote(new TextDecoder().decode(note))).size;
}

/**
 * The files of the log in a folder as of one checkpoint, also while the log grows: a tile that was filled meanwhile is cut back
 * to what that checkpoint covers. The checkpoint comes last. Nothing where there is no log. Throws LogError.
 */
export async function* filesOfLog(folder: string): AsyncGenerator<LogFile> {
  const { fetch } = folderSource(folder);
  const note = await fetch('checkpoint');
  if (!note) return;
  const { size } = parseCheckpoint(textOfNote(new TextDecoder().decode(note)));
  yield* tilesOf(fetch, size);
  // A witness's note may be of a newer checkpoint than ours by now: what it vouches for must be there.
  const witnessed = await fetch('witnessed');
  if (witnessed && parseCheckpoint(textOfNote(new TextDecoder().decode(witnessed))).size <= size) {
    yield { path: 'witnessed', bytes: witnessed };
  }
  yield { path: 'checkpoint', bytes: note };
}

async function* tilesOf(fetch: FetchFile, size: number): AsyncGenerator<LogFile> {
  for (let index = 0; ; index += 1) {
    const tile = tileIn('entries', index, size);
    if (!tile) break;
    yield { path: tilePath(tile), bytes: encodeBundle(await fetchBundle(fetch, tile)) };
  }
  for (let level = 0; TILE_WIDTH ** level <= size; level += 1) {
    for (let index = 0; ; index += 1) {
      const tile = tileIn(level, index, size);
      if (!tile) break;
      yield { path: tilePath(tile), bytes: await fetchTile(fetch, tile) };
    }
  }
}
