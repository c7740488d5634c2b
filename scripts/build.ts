// `npm run build [-- --quiet] [-- servers|web]`: what is already built from the same sources is left alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from './lib/hash.ts';

const root = path.dirname(import.meta.dirname);
const ledger = path.join(root, 'dist', 'built.json');

interface Part {
  /** Folders and files whose contents decide whether the part is stale. */
  folders: readonly string[];
  files: readonly string[];
  /** What must exist for the part to count as built. */
  outputs: readonly string[];
  make(): Promise<void>;
}

const inPackages = (...names: string[]) => names.map((name) => `packages/${name}`);
const common = ['package-lock.json', 'tsconfig.json', 'scripts/build.ts', 'scripts/lib/bundle.ts'];

const parts: Record<string, Part> = {
  servers: {
    folders: inPackages('members', 'talk', 'cli', 'eye', 'kit', 'look', 'contract', 'protocol', 'proof'),
    files: common,
    outputs: [
      'dist/members/main.mjs',
      'dist/members/rotate-key.mjs',
      'dist/members/member-role.mjs',
      'dist/talk/main.mjs',
      'dist/members/settings.mjs',
      'dist/talk/staff.mjs',
      'dist/talk/restored.mjs',
      'dist/talk/settings.mjs',
      'dist/cli/main.mjs',
      'dist/cli/lifeline.mjs',
    ],
    async make() {
      const { bundle, bundles } = await import('./lib/bundle.ts');
      await Promise.all((Object.keys(bundles) as (keyof typeof bundles)[]).map((name) => bundle(root, name)));
    },
  },
  web: {
    folders: inPackages('web', 'client', 'contract', 'look', 'protocol', 'proof'),
    files: [...common, 'scripts/lib/compress.ts', 'scripts/lib/web-manifest.ts'],
    outputs: ['packages/web/dist/index.html', 'packages/web/dist/web-manifest.json'],
    async make() {
      const out = path.join(root, 'packages/web/dist');
      rmSync(out, { recursive: true, force: true });
      const vite = path.join(root, 'node_modules/vite/bin/vite.js');
      const args = [vite, 'build', '--logLevel', 'warn', '--outDir', out];
      const env = { ...process.env, NODE_ENV: 'production' };
      const cwd = path.join(root, 'packages/web');
      const done = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
      // Its advice about speed is for those who build on purpose, not for those who start the town.
      if (done.status !== 0 || !quiet) process.stderr.write(done.stdout + done.stderr);
      if (done.status !== 0) throw new Error(`vite build ended with ${done.status ?? done.signal}`);
      const { compressAll } = await import('./lib/compress.ts');
      compressAll(out);
      const { writeWebManifest } = await import('./lib/web-manifest.ts');
      writeWebManifest(out);
    },
  },
};

function readLedger(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(ledger, 'utf8'));
  } catch {
    return {}; // never built, or the last build was killed while writing
  }
}

/** Builds one part when its sources changed since; says so unless there was nothing to do. */
async function ensureBuilt(name: string, part: Part, quiet: boolean): Promise<void> {
  const hash = hashOf(root, part.folders, part.files);
  const built =
    readLedger()[name] === hash && part.outputs.every((file) => existsSync(path.join(root, file)));
  if (built) {
    if (!quiet) console.log(`${name}: up to date`);
    return;
  }
  const began = performance.now();
  await part.make();
  mkdirSync(path.dirname(ledger), { recursive: true });
  writeFileSync(ledger, JSON.stringify({ ...readLedger(), [name]: hash }, null, 1));
  console.log(`Built ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

const args = process.argv.slice(2);
const quiet = args.includes('--quiet');
const wanted = args.filter((arg) => !arg.startsWith('--'));
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
  const part = parts[name];
  if (!part) {
    console.error(`There is no part "${name}" to build: ${Object.keys(parts).join(', ')}`);
    process.exit(2);
  }
  try {
    await ensureBuilt(name, part, quiet);
  } catch (error) {
    console.error(`Building ${name} failed: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
