import { fromUtf8 } from '../bytes.ts';
import { type OpenedCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { LogError } from './errors.ts';
import { leafHash } from './hash.ts';
import type { Verifier } from './note-key.ts';
import { consistencyProof, inclusionProof, treeHash, verifyConsistency, verifyInclusion } from './proof.ts';
import { type FetchFile, tileNodes } from './tile-reader.ts';

/** What somebody says stands in a log. */
export interface ClaimedEntry {
  readonly index: number;
  readonly entry: Uint8Array;
}

export interface Followed extends OpenedCheckpoint {
  /** The signed note: what to keep, as the `previous` of the next time and as evidence. */
  readonly note: string;
}

/** The text of a note, without its signatures. */
export const textOfNote = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1);

/**
 * What a client does each time it relies on a log: opens its checkpoint, sees that the one it remembers is its
 * beginning, and that each claimed entry stands where it is said to. Fetches a few tiles, never an entry. `previous` is
 * a note that was checked when it was kept. Throws LogError: `rolled-back`, `forked`, `not-in-log`, `root-mismatch` for a
 * broken copy, `log-behind` for an entry beyond the checkpoint, those of `openCheckpoint` and of tiles; and what `fetch` throws.
 */
export async function followLog(input: {
  readonly fetch: FetchFile;
  readonly origin: string;
  readonly verifiers: readonly Verifier[];
  readonly previous?: string | undefined;
  readonly claims: readonly ClaimedEntry[];
}): Promise<Followed> {
  const { fetch, origin, verifiers, previous, claims } = input;
  const note = await fetchCheckpoint(fetch);
  const opened = openCheckpoint({ note, origin, verifiers });
  const { size, root } = opened.checkpoint;
  const nodes = tileNodes(fetch, size);
  if (previous !== undefined) {
    const old = parseCheckpoint(textOfNote(previous));
    if (old.size > size) throw new LogError('rolled-back', `the log had ${old.size} entries, now ${size}`);
    const proof = await consistencyProof(nodes, old.size, size);
    try {
      verifyConsistency({ oldSize: old.size, oldRoot: old.root, size, root, proof });
    } catch (cause) {
      const shown = { oldSize: old.size, oldRoot: await treeHash(nodes, old.size), size, root, proof };
      const code = holds(() => verifyConsistency(shown)) ? 'forked' : 'root-mismatch';
      throw new LogError(code, 'the remembered checkpoint is not its beginning', { cause });
    }
  }
  for (const { index, entry } of claims) {
    if (index >= size) throw new LogError('log-behind', `entry ${index} is not in a tree of ${size} yet`);
    const proof = await inclusionProof(nodes, index, size);
    try {
      verifyInclusion({ index, size, leaf: leafHash(entry), root, proof });
    } catch (cause) {
      const shown = { index, size, leaf: await nodes(0, index), root, proof };
      const code = holds(() => verifyInclusion(shown)) ? 'not-in-log' : 'root-mismatch';
      throw new LogError(code, `entry ${index} is not what is claimed`, { cause });
    }
  }
  return { ...opened, note };
}

/**
 * Whether what the tiles show instead of what was expected is really below the signed root. Tiles that don't lead there
 * are a broken copy, and no proof of a second history.
 */
function holds(verify: () => void): boolean {
  try {
    verify();
    return true;
  } catch {
    return false;
  }
}

/** The text of a log's checkpoint file. Throws `checkpoint-missing`, `note-invalid`, and what `fetch` throws. */
export async function fetchCheckpoint(fetch: FetchFile): Promise<string> {
  const bytes = await fetch('checkpoint');
  if (!bytes) throw new LogError('checkpoint-missing', 'there is no checkpoint');
  try {
    return fromUtf8(bytes);
  } catch (cause) {
    throw new LogError('note-invalid', 'not valid UTF-8', { cause });
  }
}
