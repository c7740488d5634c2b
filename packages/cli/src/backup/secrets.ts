import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Secrets that no backup has: a badge's key is to end with the decision on it; who restores begins with other keys for tokens
 * and for sign-ins anyway, so that a stolen backup signs nobody in and posts nothing. Drafts and locks are nobody's.
 */
const leftOut = /(?:^|\/)(?:badge-[^/]*\.key|session\.key|token-[^/]*\.key|\.[^/]*|lock(?:-journal)?)$/;

/** Of the secrets beside the backup, those that would bring back what the restore ends. */
export const isOfBefore = (name: string): boolean => /(?:^|\/)(?:session\.key|token-[^/]*\.key)$/.test(name);

/** Paths of the files below a folder, sorted; nothing where there is none. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Secrets and sealed files that belong into a backup, one after the other. One that went meanwhile is left out. */
export function* secretsOf(folder: string): Generator<{ name: string; bytes: Uint8Array }> {
  for (const name of filesBelow(folder)) {
    if (leftOut.test(name) || name.startsWith('public-log/') || name.startsWith('issuer-log/')) continue;
    try {
      yield { name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
