#!/usr/bin/env node
// `node scripts/complete-lock.mjs`, after `npm install` changed the packages: writes into package-lock.json the optional
// packages for other platforms that npm left out, because `npm ci` refuses a lock file without them. npm leaves them
// out when they were not on disk, or when the registry it asked has only some platforms. They get the version that
// their parent asks for and their platform out of their name, so that `npm ci` never fetches one it can't use.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const file = path.join(path.dirname(import.meta.dirname), 'package-lock.json');
const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
];

/** Where node would look for a package from `place`, nearest first, as keys of the lock file. */
function* homes(place, name) {
  for (let base = place; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    yield base ? `${base}/node_modules/${name}` : `node_modules/${name}`;
    if (!base) return;
  }
}

/** What npm itself would have written, but for `integrity`, which only the registry knows. */
function entryFor(name, version) {
  const words = name.split(/[^a-z0-9]+/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : [];
  const platform = Object.entries({ cpu, libc, os }).filter(([, names]) => names.length > 0);
  return { version, optional: true, ...Object.fromEntries(platform) };
}

const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = [];
for (const [place, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if ([...homes(place, name)].some((home) => lock.packages[home])) continue;
    lock.packages[`node_modules/${name}`] = entryFor(name, version);
    added.push(`${name}@${version}`);
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
if (added.length > 0) {
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}
console.log(
  added.length > 0
    ? `Added to package-lock.json:\n  ${added.join('\n  ')}`
    : 'package-lock.json is complete.',
);
