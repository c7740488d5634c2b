import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { lockFile } from '@teahouse/kit/lock-file';

/** The data folder is in use by another running program. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
  readonly code = 'data-in-use';
}

/**
 * Claims the data folder for this process, so that two never run over the same databases. The system gives the claim
 * of a killed process back, also of one that nobody has buried yet. Throws LockedError.
 * @returns gives the claim back
 */
export function claimData(data: string): () => void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const release = lockFile(path.join(data, 'teahouse.lock'));
  if (!release) throw new LockedError(`Teahouse is running already over ${data}.`);
  return release;
}
