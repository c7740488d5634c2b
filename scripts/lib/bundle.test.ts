import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';

/** A plane in small that does what is hard to bundle: a file beside it, a worker, a package in two versions. */
const sources: Record<string, string> = {
  'packages/talk/src/main.ts': `
    import { readFileSync } from 'node:fs';
    import { Worker } from 'node:worker_threads';
    import { kit } from '@teahouse/kit/kit';
    import { version } from 'leaf';
    const sql: string = readFileSync(new URL('../migrations/0001_first.sql', import.meta.url), 'utf8');
    const same = readFileSync(import.meta.dirname + '/../migrations/0001_first.sql', 'utf8') === sql;
    const worker = new Worker(new URL('./deep/verify.worker.ts', import.meta.url));
    worker.on('message', (heard) => console.log(JSON.stringify({ sql, same, kit, version, heard })));`,
  'packages/talk/src/deep/verify.worker.ts': `
    import { parentPort } from 'node:worker_threads';
    import { kit } from '@teahouse/kit/kit';
    parentPort?.postMessage('worker with ' + kit);`,
  'packages/talk/src/staff.ts': `console.log('staff');`,
  'packages/talk/src/settings.ts': `console.log('settings');`,
  'packages/talk/src/restored.ts': `console.log('restored');`,
  'packages/talk/migrations/0001_first.sql': 'SELECT 1;',
  'packages/kit/package.json': '{"name":"@teahouse/kit","type":"module","exports":{"./*":"./src/*.ts"}}',
  'packages/kit/src/kit.ts': `import { version } from 'leaf'; export const kit: string = 'kit of leaf ' + version;`,
  'node_modules/leaf/package.json': '{"name":"leaf","type":"module","exports":"./index.js"}',
  'node_modules/leaf/index.js': `export const version = 1;`,
  'packages/kit/node_modules/leaf/package.json': '{"name":"leaf","type":"module","exports":"./index.js"}',
  'packages/kit/node_modules/leaf/index.js': `export const version = 2;`,
};

describe('the bundle of a plane', () => {
  let root: string;
  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-bundle-'));
    for (const [file, text] of Object.entries(sources)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    mkdirSync(path.join(root, 'node_modules/@teahouse'));
    symlinkSync('../../packages/kit', path.join(root, 'node_modules/@teahouse/kit'));
    await bundle(root, 'talk');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('finds its files, its worker and the right version of each package', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/talk/main.mjs')], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      sql: 'SELECT 1;',
      same: true,
      kit: 'kit of leaf 2',
      version: 1,
      heard: 'worker with kit of leaf 2',
    });
  });

  it('is one file for each entry, workers included', () => {
    const files = readdirSync(path.join(root, 'dist/talk')).filter((file) => file.endsWith('.mjs'));
    expect(files.sort()).toEqual([
      ...['main.mjs', 'restored.mjs', 'settings.mjs', 'staff.mjs', 'verify.worker.mjs'],
    ]);
  });

  it('accounts for every source in meta.json, for the walls to read', () => {
    const { inputs } = JSON.parse(readFileSync(path.join(root, 'dist/talk/meta.json'), 'utf8'));
    expect(Object.keys(inputs)).toEqual(
      expect.arrayContaining([
        'packages/talk/src/main.ts',
        'packages/talk/src/deep/verify.worker.ts',
        'packages/kit/src/kit.ts',
      ]),
    );
  });
});
