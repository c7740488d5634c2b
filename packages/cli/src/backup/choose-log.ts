import {
  auditLog,
  LogError,
  noteSigner,
  openCheckpoint,
  parseCheckpoint,
  textOfNote,
} from '@teahouse/protocol/log';
import { folderSource } from '../log/source.ts';
import { OperatorError } from '../operator-error.ts';
import { sizeOfLog } from './log-copy.ts';

/** Reads the head of the log in a folder, which must be signed by this key. Throws LogError. */
async function headOf(folder: string, key: Uint8Array) {
  const bytes = await folderSource(folder).fetch('checkpoint');
  if (!bytes) return undefined;
  const note = new TextDecoder().decode(bytes);
  const { origin } = parseCheckpoint(textOfNote(note));
  const verifiers = [noteSigner(origin, key).verifier];
  return { origin, verifiers, checkpoint: openCheckpoint({ note, origin, verifiers }).checkpoint };
}

/**
 * Of copies of a log the longest: others have seen what it says, and a shorter one would be another history (docs/log.md). It
 * must be signed by the log's key and go on from the backup's. Throws OperatorError where one of them does not.
 */
export async function newestLog(i: {
  /** The log of the backup. */
  backup: string;
  /** The log's key. */
  key: Uint8Array;
  others: readonly string[];
}): Promise<string> {
  const own = await headOf(i.backup, i.key);
  let best = { folder: i.backup, size: own?.checkpoint.size ?? 0 };
  for (const folder of i.others) {
    const size = await sizeOfLog(folder);
    if (size === undefined || size <= best.size) continue;
    try {
      const head = await headOf(folder, i.key);
      const { origin = '', verifiers = [] } = head ?? {};
      const audit = await auditLog({
        ...{ fetch: folderSource(folder).fetch, origin, verifiers },
        previous: own?.checkpoint,
      });
      // Every entry is read once: what is restored must be whole.
      for await (const _entry of audit.entries());
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      throw new OperatorError(
        `The log in ${folder} does not go on from that of the backup: ${error.message}.`,
      );
    }
    best = { folder, size };
  }
  return best.folder;
}
