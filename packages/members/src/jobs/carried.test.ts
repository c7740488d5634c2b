import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openObjectStore } from '@teahouse/kit/objects/store';
import { openSecrets } from '@teahouse/kit/secrets';
import { afterAll, expect, it } from 'vitest';
import { openFiles } from './files.ts';

const dir = mkdtempSync(join(tmpdir(), 'tea-carried-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('a file of an application leaves the folder after its day, reads as before, and goes when nobody knows it any more', async () => {
  const store = openObjectStore({ objects: `folder:${join(dir, 'store')}` });
  const files = openFiles(join(dir, 'files'), openSecrets(join(dir, 'secrets')), store);
  const [old, young] = [randomUUID(), randomUUID()];
  const bytes = randomBytes(5000);
  const key = await files.write(old, bytes, '2026-11-20');
  await files.write(young, bytes, '2026-11-21');
  await files.carry('2026-11-21', async (names) => new Set(names));
  expect(await files.list()).toEqual([young]);
  expect((await files.read(old, key))?.equals(bytes)).toBe(true);
  await files.carry('2026-11-21', async () => new Set());
  expect(await files.read(old, key)).toBeUndefined();
  expect(await files.list()).toEqual([young]);
});
