import {
  checkBundle,
  type Edge,
  edgeRoot,
  edgeTiles,
  emptyEdge,
  encodeBundle,
  encodeCheckpoint,
  type FetchFile,
  fetchBundle,
  fetchTile,
  growEdge,
  isCovered,
  LogError,
  leafHashes,
  type NoteSigner,
  openCheckpoint,
  parseTilePath,
  rebuildTree,
  signNote,
  TILE_WIDTH,
  type TileBytes,
  tileIn,
  tilePath,
} from '@teahouse/protocol/log';
import { LogStoreError } from './log-store-errors.ts';
import { DRAFT, type DurableFiles, type NewFile } from './log-store-files.ts';

/** A log as of one checkpoint: all that is needed to append to it. Never changed, only replaced. */
export interface LogState {
  readonly edge: Edge;
  /** The entries of the last bundle as long as it is not full. */
  readonly open: readonly Uint8Array[];
  /** The signed checkpoint. */
  readonly note: string;
}

/** Where the newest checkpoint is served. */
export const CHECKPOINT = 'checkpoint';
/** A checkpoint that is on disk for good, but not served yet. */
export const NEXT = 'checkpoint.next';

/** Signs the checkpoint of an edge. */
export function checkpointOf(edge: Edge, origin: string, signer: NoteSigner): string {
  const text = encodeCheckpoint({ origin, size: edge.size, root: edgeRoot(edge) });
  return signNote(text, [signer]);
}

/** The log after these entries, and the files that are new with them. Throws LogError `entry-too-long`. */
export function grow(
  state: LogState,
  entries: readonly Uint8Array[],
  sign: (edge: Edge) => string,
): { readonly state: LogState; readonly files: readonly NewFile[]; readonly filled: readonly string[] } {
  const files: NewFile[] = [];
  const pending = [...state.open, ...entries];
  const first = Math.floor(state.edge.size / TILE_WIDTH);
  const size = state.edge.size + entries.length;
  for (let at = 0; at < pending.length; at += TILE_WIDTH) {
    const tile = tileIn('entries', first + at / TILE_WIDTH, size)!;
    files.push({ path: tilePath(tile), bytes: encodeBundle(pending.slice(at, at + TILE_WIDTH)) });
  }
  const { edge, full } = growEdge(state.edge, leafHashes(entries));
  const known = new Set(edgeTiles(state.edge).map(({ tile }) => tilePath(tile)));
  const fileOf = ({ tile, bytes }: TileBytes) => ({ path: tilePath(tile), bytes });
  files.push(...[...full, ...edgeTiles(edge)].map(fileOf).filter(({ path }) => !known.has(path)));
  const open = pending.slice(pending.length - (size % TILE_WIDTH));
  return { state: { edge, open, note: sign(edge) }, files, filled: filledBy(files) };
}

/** The folders of partial tiles that full ones among these files replace. */
const filledBy = (files: readonly NewFile[]) =>
  files.filter(({ path }) => parseTilePath(path)?.width === TILE_WIDTH).map(({ path }) => `${path}.p`);

/** Reads a tile or bundle that a log of this size has; undefined for every other path. */
export async function readCovered(
  files: DurableFiles,
  path: string,
  size: number,
): Promise<Uint8Array | undefined> {
  const tile = parseTilePath(path);
  return tile && isCovered(tile, size) ? files.read(path) : undefined;
}

/** One entry of a log of this size, checked against its leaf. Throws `not-in-log`, `damaged`. */
export async function readEntry(fetch: FetchFile, index: number, size: number): Promise<Uint8Array> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new LogStoreError('not-in-log', `The log has no entry ${index}.`);
  }
  const bundle = Math.floor(index / TILE_WIDTH);
  try {
    const entries = await fetchBundle(fetch, tileIn('entries', bundle, size)!);
    checkBundle(entries, await fetchTile(fetch, tileIn(0, bundle, size)!), bundle);
    return entries[index % TILE_WIDTH]!;
  } catch (cause) {
    throw new LogStoreError('damaged', `Entry ${index} can't be read as it was written.`, { cause });
  }
}

/**
 * The log as it is on disk, after it was made whole: a checkpoint that was on disk for good but not served is served,
 * what an append had written before it stopped is dropped. A folder without a log gets an empty one.
 * Throws `damaged` when a checkpoint is not signed by this key for this origin or the tiles do not hash to it.
 */
export async function loadState(files: DurableFiles, origin: string, signer: NoteSigner): Promise<LogState> {
  const found = await Promise.all([CHECKPOINT, NEXT].map((path) => files.read(path)));
  const notes = found.filter((bytes) => bytes !== undefined).map((bytes) => new TextDecoder().decode(bytes));
  if (notes.length === 0) return startLog(files, origin, signer);
  const state = await checkedState(files, notes, origin, signer);
  if (found[1]) await publish(files, state.note);
  await sweep(files, state.edge.size);
  return state;
}

async function startLog(files: DurableFiles, origin: string, signer: NoteSigner): Promise<LogState> {
  // Anew from nothing over an old log would be another history under the same key.
  if ((await files.list('tile')).length > 0) throw new LogStoreError('damaged', 'Tiles, but no checkpoint.');
  const state = { edge: emptyEdge, open: [], note: checkpointOf(emptyEdge, origin, signer) };
  await publish(files, state.note);
  return state;
}

/** The log of the newest of one or two checkpoints; the other must be of its beginning. */
async function checkedState(
  files: DurableFiles,
  notes: readonly string[],
  origin: string,
  signer: NoteSigner,
): Promise<LogState> {
  try {
    const verifiers = [signer.verifier];
    const opened = notes.map((note) => ({ note, ...openCheckpoint({ note, origin, verifiers }) }));
    const [older, newest] = opened.sort((a, b) => a.checkpoint.size - b.checkpoint.size);
    const { note, checkpoint } = newest ?? older!;
    const fetch = (path: string) => readCovered(files, path, checkpoint.size);
    const edge = await rebuildTree({ fetch, checkpoint, previous: older!.checkpoint });
    return { edge, open: await openBundle(fetch, edge), note };
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause;
    throw new LogStoreError('damaged', `The log does not agree with its checkpoint: ${cause.message}.`, {
      cause,
    });
  }
}

/** The entries of the last bundle as long as it is not full, checked against their leaves. */
async function openBundle(fetch: FetchFile, edge: Edge): Promise<readonly Uint8Array[]> {
  const index = Math.floor(edge.size / TILE_WIDTH);
  const tile = tileIn('entries', index, edge.size);
  if (!tile) return [];
  const entries = await fetchBundle(fetch, tile);
  checkBundle(entries, edge.partial[0]!, index);
  return entries;
}

/**
 * Puts a checkpoint in its place. Whoever sees it there can rely on it: it was on disk under another name before, so a
 * crash between the change of name and its being on disk leaves one that `loadState` completes.
 */
export async function publish(files: DurableFiles, note: string): Promise<void> {
  await files.write([{ path: NEXT, bytes: new TextEncoder().encode(note) }]);
  await files.rename(NEXT, CHECKPOINT);
}

/** Drops what the checkpoint does not cover; files that are none of ours stay. */
async function sweep(files: DurableFiles, size: number): Promise<void> {
  for (const path of await files.list('tile')) {
    const tile = parseTilePath(path);
    if (path.endsWith(DRAFT) || (tile && !isCovered(tile, size))) await files.remove(path);
  }
}
