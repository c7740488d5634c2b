#!/usr/bin/env node
// The one door behind every `npm run …`. Plain JavaScript that the Node of Debian 12 and later can read (≥ 20):
// it makes sure the packages are installed and that a new enough Node runs, and only then starts anything typed.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';
import { goodNode, isGoodNode } from './lib/node.mjs';
import { run } from './lib/process.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const node = (file, args) => run(process.execPath, [at(file), ...args], { cwd: root });

/** Builds what is stale, in a process of its own so that the builder's memory is gone before the town opens. */
async function build(parts) {
  const code = await node('scripts/build.ts', ['--quiet', ...parts]);
  if (code !== 0) process.exit(code);
}

/** Runs the command line in this very process: one process less to keep in memory. */
async function teahouse(...args) {
  const main = at('dist/cli/main.mjs');
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
}

/** Each command: what must be built for it, and what it runs. */
const everything = ['servers', 'web'];
const commands = {
  start: { needs: everything, run: (args) => teahouse('start', ...args) },
  seed: { needs: ['servers'], run: (args) => teahouse('seed', ...args) },
  teahouse: { needs: ['servers'], run: (args) => teahouse(...args) },
  build: { needs: [], run: (args) => node('scripts/build.ts', args) },
  check: { needs: [], run: (args) => node('scripts/check.ts', args) },
  walls: { needs: ['servers'], run: (args) => node('scripts/walls.ts', args) },
  test: { needs: [], run: (args) => node('scripts/test.ts', args) },
  e2e: { needs: everything, run: (args) => node('e2e/run.ts', args) },
  screens: { needs: everything, run: (args) => node('e2e/screens.ts', args) },
  bench: { needs: everything, run: (args) => node('bench/run.ts', args) },
  adversary: { needs: everything, run: (args) => node('adversary/run.ts', args) },
  train: { needs: [], run: (args) => node('packages/look/src/train/main.ts', args) },
  eye: { needs: [], run: (args) => node('packages/eye/src/testing/measure.ts', args) },
  trials: { needs: everything, run: (args) => node('trials/run.ts', args) },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Usage: npm run <command>\n  ${Object.keys(commands).join('\n  ')}`);
  process.exit(2);
}

await ensureInstalled(root);
process.env.PATH = [path.dirname(process.execPath), at('node_modules/.bin'), process.env.PATH].join(
  path.delimiter,
);
if (isGoodNode(process.versions.node)) {
  if (command.needs.length > 0) await build(command.needs);
  const code = await command.run(args);
  if (typeof code === 'number') process.exitCode = code;
} else {
  // Too old: the same script once more under the Node that came with the packages. This process only waits.
  process.exitCode = await run(goodNode(root), [at('scripts/run.mjs'), name, ...args], { lifeline: true });
}
