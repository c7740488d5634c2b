import path from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { hashOf } from './files.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import { VERIFIED } from './note.ts';
import { filesBelow } from './secrets.ts';

/** Compares every file of a backup with its hash, and looks for files that it should not have. Throws OperatorError with their names. */
export async function checkFiles(folder: string, manifest: Manifest): Promise<void> {
  const wrong: string[] = [];
  for (const [name, hash] of Object.entries(manifest.files)) {
    const found = await hashOf(path.join(folder, name));
    if (found === undefined) wrong.push(`${name} is not there`);
    else if (found !== hash) wrong.push(`${name} was changed`);
  }
  const known = new Set([...Object.keys(manifest.files), MANIFEST, VERIFIED]);
  for (const name of filesBelow(folder)) if (!known.has(name)) wrong.push(`${name} does not belong to it`);
  if (wrong.length === 0) return;
  throw new OperatorError(`The backup ${folder} is not as it was written: ${wrong.join('; ')}.`);
}
