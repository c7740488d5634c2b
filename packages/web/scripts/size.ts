import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What Vite writes beside a build (`build.manifest`): which chunk of which source needs which others. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const dist = path.join(import.meta.dirname, '..', 'dist');
/** Budget of the first page in kB of gzipped script (issue 2, "Speed and size"). */
export const budget = 130;

/** What the square loads beside the entry, where those are files of their own: its page, and the words in the language that weighs more. */
const firstPage = ['src/talk/read/square-page.tsx', 'src/locales/zh/first.po'];

/** Files of script that the first page loads, with their gzipped size in bytes. */
export function firstPageScripts(): { file: string; bytes: number }[] {
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8'),
  );
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry && key.endsWith('.html'));
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    // The square's page may have been laid into the entry's own file.
    if (!chunk) return;
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of [...entries, ...firstPage]) visit(key);
  const files = new Set(
    [...seen].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js')),
  );
  return [...files].map((file) => ({
    file,
    bytes: gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length,
  }));
}

if (import.meta.main) {
  const scripts = firstPageScripts().sort((a, b) => b.bytes - a.bytes);
  for (const { file, bytes } of scripts) console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`);
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  console.log(`${total.toFixed(1).padStart(7)} kB  gzipped script on the first page, of ${budget}`);
  process.exitCode = total <= budget ? 0 : 1;
}
