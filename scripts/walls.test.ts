import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBundles } from './lib/breaches.ts';
import { findBreaches } from './walls.ts';

const project = path.dirname(import.meta.dirname);
const packages = [
  'protocol',
  'contract',
  'proof',
  'kit',
  'look',
  'eye',
  'members',
  'talk',
  'client',
  'web',
  'cli',
  'testbed',
];

/** A town in small: the real configuration and `package.json` of each package, with one or two lines of code. */
const sound: Record<string, string> = {
  'packages/protocol/src/index.ts': `import { sha256 } from '@noble/hashes/sha2.js';\nexport const digest = sha256;\n`,
  'packages/contract/src/common.ts': 'export type Id = string;\n',
  'packages/contract/src/members/routes.ts': `import type { Id } from '../common.ts';\nexport type Member = Id;\n`,
  'packages/contract/src/members/paths.ts': 'export const membersPaths = {};\n',
  'packages/contract/src/talk/routes.ts': `import type { Id } from '../common.ts';\nexport type Alias = Id;\n`,
  'packages/contract/src/talk/paths.ts': 'export const talkPaths = {};\n',
  'packages/contract/src/desk/routes.ts': `import type { Alias } from '../talk/routes.ts';\nexport type Case = Alias;\n`,
  'packages/proof/src/index.ts': `export { digest } from '@teahouse/protocol';\nexport type { Alias } from '@teahouse/contract/talk';\n`,
  'packages/look/src/index.ts': `export { digit } from './personal/index.ts';\nexport const weights = 1;\n`,
  'packages/look/src/kinds.ts': 'export const kinds = [];\n',
  'packages/look/src/personal/index.ts': 'export const digit = 1;\n',
  'packages/look/src/train/main.ts': `export { readdirSync } from 'node:fs';\nexport { hostname } from 'node:os';\n`,
  'packages/kit/src/clock.ts': `export type { Id } from '@teahouse/contract/common';\nexport const now = 1;\n`,
  'packages/eye/src/index.ts': 'export const verdict = 1;\n',
  'packages/kit/src/test-db.ts': `export const rows = 1;\n`,
  'packages/members/src/app.ts': `export { now } from '@teahouse/kit/clock';\nexport type { Member } from '@teahouse/contract/members';\n`,
  'packages/talk/src/app.ts': `export { now } from '@teahouse/kit/clock';\nexport { verdict } from '@teahouse/eye';\nexport type { Alias } from '@teahouse/contract/talk';\n`,
  'packages/client/src/index.ts': `export { digest } from '@teahouse/protocol';\nexport const lazy = () => import('./later.ts');\n`,
  'packages/client/src/later.ts': 'export const later = 1;\n',
  'packages/web/src/main.tsx': `export { digest } from '@teahouse/client';\n`,
  'packages/web/src/desk/desk.ts': 'export const desk = 1;\n',
  'packages/web/src/holder/wallet.ts': 'export const wallet = 1;\n',
  'packages/cli/src/main.ts': `export { now } from '@teahouse/kit/clock';\n`,
  'packages/testbed/src/index.ts': `export * as members from '@teahouse/members/app';\nexport * as talk from '@teahouse/talk/app';\n`,
  'e2e/run.ts': `export { members } from '@teahouse/testbed';\n`,
};

const bundle = (...inputs: string[]) =>
  JSON.stringify({ inputs: Object.fromEntries(inputs.map((name) => [name, {}])) });
const bundles: Record<string, string> = {
  'dist/members/meta.json': bundle('packages/members/src/app.ts', 'packages/kit/src/clock.ts'),
  'dist/talk/meta.json': bundle(
    'packages/talk/src/app.ts',
    'packages/contract/src/talk/routes.ts',
    'packages/contract/src/desk/routes.ts',
  ),
  'dist/cli/meta.json': bundle('packages/cli/src/main.ts'),
};

/** Rule → the breach that is planted: a file of the small town with what is added to it. */
const plants: [rule: string, file: string, line: string][] = [
  ['talk-never-reaches-members', 'packages/talk/src/app.ts', `export * from '@teahouse/members/app';`],
  ['members-never-reaches-talk', 'packages/members/src/app.ts', `import type {} from '@teahouse/talk/app';`],
  [
    'contracts-stay-apart',
    'packages/contract/src/talk/routes.ts',
    `export type { Member } from '../members/routes.ts';`,
  ],
  ['contracts-stay-apart', 'packages/contract/src/members/routes.ts', `export * from '../talk/paths.ts';`],
  [
    'contracts-stay-apart',
    'packages/contract/src/members/routes.ts',
    `export type { Case } from '../desk/routes.ts';`,
  ],
  ['desk-knows-no-member', 'packages/contract/src/desk/routes.ts', `export * from '../members/paths.ts';`],
  ['common-contract-knows-no-plane', 'packages/contract/src/common.ts', `export * from './talk/paths.ts';`],
  ['protocol-is-pure', 'packages/protocol/src/index.ts', `export { readFileSync } from 'node:fs';`],
  ['protocol-is-pure', 'packages/protocol/src/index.ts', `export { z } from 'zod';`],
  ['proof-is-offline', 'packages/proof/src/index.ts', `export { readFileSync } from 'node:fs';`],
  ['proof-is-offline', 'packages/proof/src/index.ts', `export * from '@teahouse/contract/members/paths';`],
  ['planes-judge-no-proofs', 'packages/talk/src/app.ts', `export * as p from '@teahouse/proof';`],
  ['look-is-pure', 'packages/look/src/index.ts', `export { hostname } from 'node:os';`],
  ['look-is-pure', 'packages/look/src/index.ts', `export * from '@teahouse/contract/common';`],
  ['look-in-the-app-is-small', 'packages/web/src/main.tsx', `export * as look from '@teahouse/look';`],
  ['no-weights-in-the-app', 'packages/web/src/main.tsx', `export * from '@teahouse/look';`],
  ['only-servers-look', 'packages/kit/src/clock.ts', `export * as look from '@teahouse/look';`],
  ['training-stays-at-home', 'packages/look/src/index.ts', `export * as train from './train/main.ts';`],
  ['eye-knows-nobody', 'packages/eye/src/index.ts', `export { now } from '@teahouse/kit/clock';`],
  ['only-talk-and-cli-see-pictures', 'packages/members/src/app.ts', `export * as eye from '@teahouse/eye';`],
  ['only-talk-and-cli-see-pictures', 'packages/web/src/main.tsx', `export * as eye from '@teahouse/eye';`],
  ['kit-knows-no-plane', 'packages/kit/src/clock.ts', `export * from '@teahouse/client';`],
  [
    'kit-knows-no-contract-of-a-plane',
    'packages/kit/src/clock.ts',
    `export * from '@teahouse/contract/talk/paths';`,
  ],
  ['client-no-server', 'packages/client/src/later.ts', `export { now } from '@teahouse/kit/clock';`],
  ['desk-knows-no-wallet', 'packages/web/src/desk/desk.ts', `export * from '../holder/wallet.ts';`],
  ['desk-knows-no-wallet', 'packages/web/src/desk/desk.ts', `export { digest } from '@teahouse/client';`],
  ['only-the-shell-opens-the-desk', 'packages/web/src/holder/wallet.ts', `export * from '../desk/desk.ts';`],
  ['web-no-server', 'packages/web/src/main.tsx', `export { now } from '@teahouse/kit/clock';`],
  [
    'cli-starts-planes-as-processes',
    'packages/cli/src/main.ts',
    `export const t = () => import('@teahouse/talk/app');`,
  ],
  ['only-the-testbed-imports-planes', 'e2e/run.ts', `export * as talk from '@teahouse/talk/app';`],
  ['nobody-imports-the-testbed', 'packages/web/src/main.tsx', `export { talk } from '@teahouse/testbed';`],
  [
    'no-test-code-in-the-product',
    'packages/talk/src/app.ts',
    `export { rows } from '@teahouse/kit/test-db';`,
  ],
  ['no-circular', 'packages/client/src/later.ts', `export { lazy } from './index.ts';`],
  ['no-unresolved', 'packages/kit/src/clock.ts', `export * from './nowhere.ts';`],
  ['no-computed-import', 'packages/kit/src/clock.ts', `export const load = (name: string) => import(name);`],
  [
    'no-computed-import',
    'packages/talk/src/app.ts',
    `export const load = (name: string) => import('@teahouse/' + name);`,
  ],
];

describe('the walls', () => {
  let town: string;
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(town, file)), { recursive: true });
    writeFileSync(path.join(town, file), text);
  };

  beforeEach(() => {
    town = mkdtempSync(path.join(tmpdir(), 'tea-walls-'));
    for (const [file, text] of Object.entries({ ...sound, ...bundles })) put(file, text);
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      cpSync(path.join(project, file), path.join(town, file));
    }
    mkdirSync(path.join(town, 'node_modules/@teahouse'), { recursive: true });
    for (const name of packages) {
      cpSync(
        path.join(project, `packages/${name}/package.json`),
        path.join(town, `packages/${name}/package.json`),
      );
      symlinkSync(`../../packages/${name}`, path.join(town, `node_modules/@teahouse/${name}`));
    }
    for (const name of ['@noble', 'zod']) {
      symlinkSync(path.join(project, 'node_modules', name), path.join(town, 'node_modules', name));
    }
  });
  afterEach(() => rmSync(town, { recursive: true, force: true }));

  const broken = () => findBreaches(town).map((breach) => breach.rule);

  it('stand in a town that keeps the rules', () => {
    expect(findBreaches(town)).toEqual([]);
  });

  it.each(plants)('%s is broken by a line in %s: %s', (rule, file, line) => {
    put(file, `${sound[file]}${line}\n`);
    expect(broken()).toContain(rule);
  });

  it('talk-never-reaches-members is broken by way of a third package too', () => {
    put('packages/talk/src/app.ts', `export { helper } from '@teahouse/kit/helper';\n`);
    put('packages/kit/src/helper.ts', `export * as helper from '@teahouse/members/app';\n`);
    expect(broken()).toEqual(expect.arrayContaining(['talk-never-reaches-members', 'kit-knows-no-plane']));
  });

  it.each([
    ['members', 'packages/talk/src/app.ts'],
    ['members', 'packages/contract/src/talk/paths.ts'],
    ['members', 'packages/contract/src/desk/routes.ts'],
    ['talk', 'packages/members/src/app.ts'],
    ['talk', 'packages/testbed/src/index.ts'],
    ['cli', 'packages/members/src/app.ts'],
  ])('bundle-holds-one-plane is broken by %s with %s inside', (name, input) => {
    put(`dist/${name}/meta.json`, bundle(`packages/${name}/src/main.ts`, input));
    expect(checkBundles(town)).toEqual([
      { rule: 'bundle-holds-one-plane', from: `dist/${name}/main.mjs`, to: input },
    ]);
  });

  it('cannot be checked, and say so, where no bundle was built', () => {
    rmSync(path.join(town, 'dist'), { recursive: true });
    expect(() => checkBundles(town)).toThrow(/npm run build/);
  });
});
