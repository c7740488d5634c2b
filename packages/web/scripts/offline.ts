import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

const web = path.join(import.meta.dirname, '..');

/** What is kept for offline beside the entry: the page of proofs with all that it needs, in both languages. */
const keptModules = [
  'src/proof/verify-page.tsx',
  'src/locales/zh/first.po',
  'src/locales/en/first.po',
  'src/locales/zh/proof.po',
  'src/locales/en/proof.po',
];
/** Scripts that no chunk imports: workers are reached by their address. */
const keptWorkers = /^assets\/check-worker-[\w-]+\.js$/;
const publicFiles = ['icon.svg', 'manifest.webmanifest'];

/** Names of the files that the shell and /verify consist of. Throws where one is not in the bundle. */
function keptFiles(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const kept = new Set<string>(['index.html']);
  const visit = (name: string): void => {
    if (kept.has(name)) return;
    kept.add(name);
    for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) visit(next);
  };
  for (const { fileName, isEntry } of chunks) if (isEntry) visit(fileName);
  for (const module of keptModules) {
    const holding = chunks.find(({ moduleIds }) =>
      moduleIds.some((id) => id.split('?')[0] === path.join(web, module)),
    );
    if (!holding) throw new Error(`${module} is in no chunk: it can't be kept for offline`);
    visit(holding.fileName);
  }
  const assets = Object.keys(bundle).filter((name) => name.endsWith('.css') || keptWorkers.test(name));
  if (assets.length < 2) throw new Error('the worker that checks proofs is not in the bundle');
  return [...kept, ...assets].sort();
}

/**
 * Writes `sw.js` beside the build: the service worker with the list of the files that it keeps, each with its hash,
 * so that no half of one build is ever kept with a half of another.
 */
export function offline(): Plugin {
  return {
    name: 'teahouse-offline',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = [...keptFiles(bundle), ...publicFiles].map((name) => [
        `/${name}`,
        `sha256-${createHash('sha256')
          .update(readFileSync(path.join(dir, name)))
          .digest('base64')}`,
      ]);
      const tag = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
      await build({
        configFile: false,
        root: web,
        publicDir: false,
        logLevel: 'warn',
        define: { __BUILD__: JSON.stringify(tag), __FILES__: JSON.stringify(files) },
        build: {
          target: 'es2023',
          outDir: dir,
          emptyOutDir: false,
          // One plain script: not every browser takes a module here.
          rolldownOptions: {
            input: path.join(web, 'src/offline/sw.ts'),
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      });
    },
  };
}
