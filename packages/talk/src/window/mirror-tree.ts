import { equal } from '@teahouse/protocol';
import {
  type Checkpoint,
  type Edge,
  edgeRoot,
  edgeTiles,
  emptyEdge,
  type FetchFile,
  fetchTile,
  growEdge,
  LogError,
  rebuildTree,
  TILE_WIDTH,
  type TileBytes,
  tileIn,
} from '@teahouse/protocol/log';

const hashBytes = 32;
/** Tiles of 256 entries that one look through the window takes at most: no log of ours grows by a million a minute. */
const mostTiles = 4096;

type Tree = Pick<Checkpoint, 'size' | 'root'>;

/**
 * The tiles that the copy of a log lacks so that it holds the tree of `next`; each is computed or checked, none is
 * believed. `local` reads the copy, which is of the tree of `last`; `seen` is what was seen of the log by another copy.
 * Throws LogError `rolled-back`, `forked`, and what is wrong with tiles; and what `remote` throws.
 */
export async function tilesToTake(i: {
  local: FetchFile;
  remote: FetchFile;
  last: Tree | undefined;
  seen: Tree | undefined;
  next: Tree;
}): Promise<readonly TileBytes[]> {
  const { local, remote, last, seen, next } = i;
  const longest = Math.max(last?.size ?? 0, seen?.size ?? 0);
  if (longest > next.size)
    throw new LogError('rolled-back', `the log had ${longest} entries, now ${next.size}`);
  // Another folder held the copy once, or this one was restored: then the issuer has to show all of its tree.
  if (seen && seen.size > (last?.size ?? 0))
    await rebuildTree({ fetch: remote, checkpoint: next, previous: seen });
  const edge = last && (await edgeOf(local, last));
  const grown = edge && (await growTo(remote, edge, next));
  if (grown) return grown;
  // Either it is another history, or the copy is damaged, or there was none.
  await rebuildTree({ fetch: remote, checkpoint: next, previous: last });
  const anew = await growTo(remote, emptyEdge, next);
  if (!anew) throw new LogError('root-mismatch', 'the tiles change while they are read');
  return anew;
}

/** The right edge of the copy, all tiles of which are checked; undefined when it is damaged. */
async function edgeOf(local: FetchFile, last: Tree): Promise<Edge | undefined> {
  try {
    return await rebuildTree({ fetch: local, checkpoint: last });
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}

/**
 * The tiles of the tree after `edge` grew to `next`, fetching those of level 0 that are new. Undefined when what is
 * served does not continue `edge` to that root.
 */
async function growTo(remote: FetchFile, edge: Edge, next: Tree): Promise<readonly TileBytes[] | undefined> {
  const tiles: TileBytes[] = [];
  let grown = edge;
  for (let taken = 0; grown.size < next.size; taken++) {
    if (taken === mostTiles) throw new Error('issuer-log-too-large');
    const known = grown.partial[0] ?? new Uint8Array();
    const tile = tileIn(0, Math.floor(grown.size / TILE_WIDTH), next.size)!;
    const hashes = await fetchTile(remote, tile);
    if (!equal(hashes.subarray(0, known.length), known)) return undefined;
    const step = growEdge(grown, hashes.subarray((grown.size % TILE_WIDTH) * hashBytes));
    tiles.push(...step.full);
    grown = step.edge;
  }
  if (!equal(edgeRoot(grown), next.root)) return undefined;
  return grown === edge ? [] : [...tiles, ...edgeTiles(grown)];
}
