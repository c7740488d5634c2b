import type { LogInfo } from '@teahouse/contract/talk';
import { type LogFiles, logFiles } from '@teahouse/kit/log-book-files';
import { parseWitnesses, withLinesOf } from '@teahouse/kit/log-book-witness';
import { durableFiles, makeFolder } from '@teahouse/kit/log-store-files';
import { CHECKPOINT, NEXT, publish } from '@teahouse/kit/log-store-state';
import {
  type Checkpoint,
  type FetchFile,
  fetchTile,
  isCovered,
  LogError,
  openCheckpoint,
  parseTilePath,
  parseVerifier,
  TILE_WIDTH,
  type TileBytes,
  tileIn,
  tilePath,
  type Verifier,
} from '@teahouse/protocol/log';

/** The folder that holds checkpoint and hash tiles of a log whose key these are, as far as they were taken over. */
export interface LogCopy {
  readonly info: LogInfo;
  /** The log's key and those of its witnesses. */
  readonly verifiers: readonly Verifier[];
  /** A file to be served; undefined where there is none. */
  readonly read: FetchFile;
  /** Keeps a cosigned checkpoint. See kit's `LogFiles`. */
  readonly keep: LogFiles['keep'];
  /** The signed checkpoint that the copy is of; undefined when there is none, or one of another log. */
  newest(): Promise<{ readonly note: string; readonly checkpoint: Checkpoint } | undefined>;
  /** Serves a checkpoint that was on disk for good when the machine stopped, but not served for good yet. */
  complete(): Promise<void>;
  /** First the tiles, then the checkpoint: whoever reads it finds them. */
  put(note: string, tiles: readonly TileBytes[]): Promise<void>;
}

/** Opens the copy in a folder. Throws LogError `key-invalid`. */
export function openCopy(dir: string, info: LogInfo): LogCopy {
  const files = durableFiles(dir, true);
  const own = parseVerifier(info.key);
  const witnesses = parseWitnesses(info.witnesses);
  const verifiers = [own, ...witnesses];
  const folder = logFiles({ files, info, own, witnesses });

  async function openedAt(path: string) {
    const bytes = await files.read(path);
    if (!bytes) return undefined;
    try {
      const note = new TextDecoder().decode(bytes);
      return { note, checkpoint: openCheckpoint({ note, origin: info.origin, verifiers: [own] }).checkpoint };
    } catch (error) {
      if (error instanceof LogError) return undefined;
      throw error;
    }
  }

  return {
    info,
    verifiers,
    newest: () => openedAt(CHECKPOINT),
    async complete() {
      const [now, next] = await Promise.all([openedAt(CHECKPOINT), openedAt(NEXT)]);
      if (next && next.checkpoint.size >= (now?.checkpoint.size ?? 0)) await files.rename(NEXT, CHECKPOINT);
    },
    keep: folder.keep,
    async read(path) {
      if (!(await files.read(CHECKPOINT))) return undefined;
      return (await folder.read(path)) ?? (await narrowTile(folder, path));
    },
    async put(note, tiles) {
      await makeFolder(dir, true);
      await files.write(tiles.map(({ tile, bytes }) => ({ path: tilePath(tile), bytes })));
      await publish(files, withLinesOf(note, verifiers).note);
      const full = tiles.filter(({ tile }) => tile.width === TILE_WIDTH);
      await Promise.all(full.map(({ tile }) => files.remove(`${tilePath(tile)}.p`)));
    },
  };
}

/** A tile as it stood in a smaller tree than any that was copied: the beginning of the one that is here. */
async function narrowTile(folder: LogFiles, path: string): Promise<Uint8Array | undefined> {
  const tile = parseTilePath(path);
  if (!tile || tile.level === 'entries') return undefined;
  const size = await folder.size();
  if (!isCovered(tile, size)) return undefined;
  const whole = await fetchTile(folder.read, tileIn(tile.level, tile.index, size)!);
  return whole.slice(0, tile.width * 32);
}
