import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Beside the files that it lists; the command line hands its hash to talk, which logs it (protocol `webHash`). */
export const WEB_MANIFEST = 'web-manifest.json';

/** Other forms of a file that is listed, and source maps, which nobody serves. */
const UNLISTED = /\.(?:br|gz|map)$/;

/**
 * Writes what the built app in `folder` consists of: the path of each file as a browser asks for it, and its SHA-256 in
 * hexadecimal. The same bytes for the same files, so that anyone can build it again and compare.
 */
export function writeWebManifest(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !UNLISTED.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, url: `/${path.relative(folder, file).split(path.sep).join('/')}` }))
    .filter(({ url }) => url !== `/${WEB_MANIFEST}`)
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ file, url }) => [url, createHash('sha256').update(readFileSync(file)).digest('hex')]);
  writeFileSync(path.join(folder, WEB_MANIFEST), `${JSON.stringify(Object.fromEntries(files), null, 1)}\n`);
}
