import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IGNORED = new Set(['node_modules', 'dist', '.git', 'data', 'artifacts']);

/** Every file below `path` (or `path` itself), in a stable order; tests are no part of what is built. */
export function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: false });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : filesBelow(join(path, entry.name));
      return /\.test\.tsx?$/.test(entry.name) ? [] : [join(path, entry.name)];
    });
}

/**
 * SHA-256 over names and contents of everything below the given folders and files of `root`.
 * Contents and not dates: a fresh clone, a switch of branch and a copy all keep what is already built.
 */
export function hashOf(root: string, folders: readonly string[], files: readonly string[]): string {
  const hash = createHash('sha256');
  const all = [
    ...folders.flatMap((folder) => filesBelow(join(root, folder))),
    ...files.map((file) => join(root, file)),
  ];
  for (const file of all) {
    hash.update(file.slice(root.length)).update('\0');
    if (existsSync(file)) hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}
