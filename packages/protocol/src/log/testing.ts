import { utf8 } from '../bytes.ts';
import { bytes32 } from '../testing.ts';
import { LogError, type LogErrorCode } from './errors.ts';
import { logFiles } from './files.ts';
import { noteSigner } from './note-key.ts';
import type { FetchFile } from './tile-reader.ts';

export const origin = 'teahouse.example/issuer-log';
export const signer = noteSigner(origin, bytes32('the key of the log'));

/** Entries of a log, all different. */
export function someEntries(count: number, name = 'entry'): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => utf8(`${name} ${i}`));
}

/** The files of a log that holds these entries, by path. */
export const filesOf = (entries: readonly Uint8Array[]): Map<string, Uint8Array> =>
  logFiles(entries, { origin, signers: [signer] });

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
