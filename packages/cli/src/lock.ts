import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { lockFile } from '@teahouse/kit/lock-file';
import { type PlaneName, planes } from './config.ts';

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
  return claimAll(data, ['teahouse', ...planes.map(lockOf)]);
}

/** Claims what is one plane's of it: the planes may run apart over one folder. Throws LockedError. */
export const claimPlane = (data: string, plane: PlaneName): (() => void) => claimAll(data, [lockOf(plane)]);

const lockOf = (plane: PlaneName) => `teahouse-${plane}`;

function claimAll(data: string, names: readonly string[]): () => void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const held: (() => void)[] = [];
  for (const name of names) {
    const release = lockFile(path.join(data, `${name}.lock`));
    if (release) held.push(release);
    else {
      for (const one of held) one();
      throw new LockedError(`Teahouse is running already over ${data}.`);
    }
  }
  return () => {
    for (const release of held) release();
  };
}
