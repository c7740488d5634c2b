import type { LoggedEntry } from '@teahouse/contract/talk';
import {
  type ClaimedEntry,
  type FetchFile,
  inclusionProof,
  parseCheckpoint,
  textOfNote,
  tileNodes,
} from '@teahouse/protocol/log';
import { textOf } from '../wire.ts';

export interface LoggedEntries {
  /** The signed note under which the paths hold. */
  readonly checkpoint: string;
  readonly entries: readonly LoggedEntry[];
}

/**
 * Paths for entries of a log, all under one checkpoint: the newest that a witness signed, as long as it covers them,
 * else the newest. Undefined when that doesn't either. Throws LogError where a tile can't be read.
 */
export async function loggedIn(
  read: FetchFile,
  claims: readonly ClaimedEntry[],
): Promise<LoggedEntries | undefined> {
  const last = Math.max(...claims.map(({ index }) => index));
  for (const path of ['witnessed', 'checkpoint']) {
    const bytes = await read(path);
    const checkpoint = new TextDecoder().decode(bytes);
    const size = bytes ? parseCheckpoint(textOfNote(checkpoint)).size : 0;
    if (last >= size) continue;
    const nodes = tileNodes(read, size);
    const entries = claims.map(async ({ index, entry }) => {
      const proof = await inclusionProof(nodes, index, size);
      return { index, entry: textOf(entry), path: proof.map(textOf) };
    });
    return { checkpoint, entries: await Promise.all(entries) };
  }
  return undefined;
}
