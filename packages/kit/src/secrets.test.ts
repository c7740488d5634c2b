import { chmodSync, linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'keys');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

it('makes a secret once and gives the same ever after', () => {
  const first = openSecrets(folder).readOrCreate('issuer', () => Uint8Array.of(1, 2, 3));
  expect(first).toEqual(Uint8Array.of(1, 2, 3));
  expect(openSecrets(folder).readOrCreate('issuer', () => Uint8Array.of(9))).toEqual(first);
  expect(openSecrets(folder).names()).toEqual(['issuer']);
});

it('is for its owner only, also when the folder was open before', () => {
  openSecrets(folder).write('issuer', Uint8Array.of(1));
  chmodSync(folder, 0o755);
  openSecrets(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'issuer')).mode & 0o777).toBe(0o600);
});

it('replaces and removes, and leaves no draft', () => {
  const secrets = openSecrets(folder);
  secrets.write('token-key', Uint8Array.of(1));
  secrets.write('token-key', Uint8Array.of(2));
  expect(secrets.read('token-key')).toEqual(Uint8Array.of(2));
  secrets.remove('token-key');
  expect(secrets.read('token-key')).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

it('destroys: the bytes are written over in their place before the name goes', () => {
  const secrets = openSecrets(folder);
  secrets.write('photo.key', Uint8Array.of(1, 2, 3));
  linkSync(join(folder, 'photo.key'), join(folder, '.watched')); // the same place on the disk under another name
  secrets.destroy('photo.key');
  expect(secrets.read('photo.key')).toBeUndefined();
  expect(readFileSync(join(folder, '.watched'))).toEqual(Buffer.alloc(3));
  secrets.destroy('photo.key'); // nothing there: nothing to do
});

it.each(['../outside', '.hidden', 'UPPER', ''])('takes no name that leads elsewhere: %j', (name) => {
  expect(() => openSecrets(folder).read(name)).toThrow(TypeError);
});

it('gives all who race the same secret', async () => {
  const module = JSON.stringify(new URL('./secrets.ts', import.meta.url).href);
  const program = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(${module}).then(({ openSecrets }) => parentPort.postMessage(
      Buffer.from(openSecrets(workerData).readOrCreate('race', () => crypto.getRandomValues(new Uint8Array(32)))).toString('hex')));`;
  const racers = Array.from(
    { length: 6 },
    () => new Worker(program, { eval: true, workerData: folder, execArgv: [] }),
  );
  const got = await Promise.all(racers.map((worker) => new Promise((done) => worker.once('message', done))));
  expect(new Set(got).size).toBe(1);
});
