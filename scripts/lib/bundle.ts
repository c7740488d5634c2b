import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

/** What is bundled for the server side: package → its entries below `src/`, without `.ts`. */
export const bundles = {
  members: ['main', 'rotate-key', 'member-role', 'settings'],
  talk: ['main', 'staff', 'restored', 'settings'],
  cli: ['main', 'lifeline'],
} as const;
export type Bundle = keyof typeof bundles;

/**
 * Bundles one package to `dist/<name>/<entry>.mjs` and writes esbuild's account of what went in to
 * `dist/<name>/meta.json`, which `npm run walls` reads. Code of the project goes in, packages stay outside.
 * Every `new URL('./x.worker.ts', import.meta.url)` becomes an entry of its own beside.
 * Throws esbuild's error, with its messages already printed.
 */
export async function bundle(root: string, name: Bundle): Promise<void> {
  const out = path.join(root, 'dist', name);
  rmSync(out, { recursive: true, force: true });
  const meta: Metafile = { inputs: {}, outputs: {} };
  const done = new Set<string>();
  let entries: string[] = bundles[name].map((entry) =>
    path.join(root, 'packages', name, 'src', `${entry}.ts`),
  );
  while (entries.length > 0) {
    const workers = new Set<string>();
    const made = await bundleFiles(root, out, entries, workers);
    Object.assign(meta.inputs, made.inputs);
    Object.assign(meta.outputs, made.outputs);
    for (const entry of entries) done.add(entry);
    entries = [...workers].filter((worker) => !done.has(worker));
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'meta.json'), JSON.stringify(meta, null, 1));
}

async function bundleFiles(
  root: string,
  out: string,
  entries: string[],
  workers: Set<string>,
): Promise<Metafile> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: entry, out: path.basename(entry, '.ts') })),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    // What is imported when it is needed is loaded when it is needed: `teahouse start` waits for no cryptography.
    splitting: true,
    target: 'node22',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
    plugins: [packagesStayOutside(root), filesStayWhereTheyAre(out, workers)],
  });
  return result.metafile;
}

/**
 * Packages are loaded from `node_modules` at run time, but for those of which the bundle in `dist/` would find
 * another copy than the source does (a version nested below one workspace): these go in.
 */
function packagesStayOutside(root: string): Plugin {
  return {
    name: 'packages-stay-outside',
    setup(setup) {
      setup.onResolve({ filter: /^[^./]/ }, ({ path: wanted, importer, kind }) => {
        if (kind === 'entry-point' || wanted.startsWith('@teahouse/')) return undefined;
        if (wanted.startsWith('node:')) return { path: wanted, external: true };
        const name = wanted.split('/', wanted.startsWith('@') ? 2 : 1).join('/');
        const home = homeOf(name, path.dirname(importer));
        return home === undefined || home === path.join(root, 'node_modules', name)
          ? { path: wanted, external: true }
          : undefined;
      });
    },
  };
}

function homeOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) return undefined;
  }
}

const join = (folder: string) =>
  `process.getBuiltinModule('node:path').join(import.meta.dirname, ${JSON.stringify(folder)})`;

/**
 * A source that looks for a file beside itself (`new URL('../migrations', import.meta.url)`) must find it from
 * `dist/` as well, so `import.meta.url` is replaced by the address of the source, relative to the bundle, and
 * `import.meta.dirname` likewise.
 */
function filesStayWhereTheyAre(out: string, workers: Set<string>): Plugin {
  const worker = /new URL\(\s*(['"])(\.{1,2}\/[^'"]*\.worker\.ts)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g;
  return {
    name: 'files-stay-where-they-are',
    setup(setup) {
      setup.onLoad({ filter: /\/packages\/[^/]+\/src\/.*\.tsx?$/ }, ({ path: file }) => {
        const source = readFileSync(file, 'utf8');
        if (!/import\.meta\.(?:url|dirname)/.test(source)) return undefined;
        const beside = source.replace(worker, (_all, _quote, target: string) => {
          const found = path.resolve(path.dirname(file), target);
          workers.add(found);
          return `new URL('./${path.basename(found, '.ts')}.mjs', __bundle)`;
        });
        const address = path.relative(out, file).split(path.sep).join('/');
        const contents = beside
          .replaceAll('import.meta.url', `new URL(${JSON.stringify(address)}, __bundle).href`)
          .replaceAll('__bundle', 'import.meta.url')
          .replaceAll('import.meta.dirname', join(path.posix.dirname(address)));
        return { contents, loader: file.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}
