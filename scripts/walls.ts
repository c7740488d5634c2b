// `npm run walls`: the boundaries between the packages, three ways: imports, computed imports, finished bundles; what a
// migration that serves older programs may not do; and whether talk could be spread over several machines (scripts/citus).
import path from 'node:path';
import { findCitusBreaches } from './citus/check.ts';
import { type Breach, checkBundles, checkComputedImports, checkImports } from './lib/breaches.ts';
import { checkMigrations } from './lib/migrations.ts';

/** All breaches of the walls of the project at `root`. `bundles: false` looks at the sources alone. */
export function findBreaches(root: string, { bundles = true } = {}): Breach[] {
  return [
    ...checkImports(root),
    ...checkComputedImports(root),
    ...checkMigrations(root),
    ...(bundles ? checkBundles(root) : []),
  ];
}

if (import.meta.main) {
  const root = path.dirname(import.meta.dirname);
  const breaches = [...findBreaches(root), ...findCitusBreaches(root)];
  for (const { rule, from, to } of breaches) console.error(`${rule}: ${from} → ${to}`);
  console.log(breaches.length === 0 ? 'The walls stand.' : `${breaches.length} breaches of the walls.`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
