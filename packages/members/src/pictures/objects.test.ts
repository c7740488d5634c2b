import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealObjects } from '@teahouse/kit/objects/sealed';
import { openObjectStore } from '@teahouse/kit/objects/store';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, openTown, signUp, type Town } from '../testing/test-town.ts';
import { createPictureMover } from './objects.ts';
import { dropUses, readPicture, useDrafts } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'tea-members-objects-'));
const store = openObjectStore({ objects: `folder:${folder}` });
const objects = store && sealObjects(store);
let town: Town;
let ann: Browser;
beforeAll(async () => {
  town = await openTown();
  ann = await signUp(town, 'ann@home.test');
});
afterAll(async () => {
  await town.close();
  rmSync(folder, { recursive: true, force: true });
});
const lying = async () => (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.0'));

it('a picture leaves the database the day after it was shown, reads as before, and goes with what showed it last', async () => {
  const file = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#283' } }).png().toBuffer();
  const sent = await ann.call<{ picture: string }>('POST', '/pictures', { file: file.toString('base64url') });
  const hash = Buffer.from(sent.body.picture, 'base64url');
  const { id } = (await ann.call<{ id: string }>('GET', '/me')).body;
  await useDrafts(town.db.pool, { kind: 'profile', hashes: [hash], holder: id, account: id });
  const { pool } = town.db;
  const shown = (await readPicture({ pool, objects: undefined }, id, hash))?.file;
  const { rows } = await pool.query<{ day: string }>('SELECT day::text FROM picture_uses');
  const day = rows[0]!.day;

  const move = createPictureMover(pool, objects);
  await move(day);
  expect(await lying()).toEqual([]);
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  await move(next);
  expect(await lying()).toHaveLength(1);
  expect((await pool.query('SELECT FROM pictures WHERE file IS NOT NULL')).rowCount).toBe(0);
  expect((await readPicture({ pool, objects }, id, hash))?.file).toEqual(shown);

  // The same picture sent anew is the same row, and stays where it is.
  await ann.call('POST', '/pictures', { file: file.toString('base64url') });
  expect((await readPicture({ pool, objects }, id, hash))?.file).toEqual(shown);
  await dropUses(pool, { kinds: ['profile', 'draft'], holder: id });
  expect(await readPicture({ pool, objects }, id, hash)).toBeUndefined();
  await move(next);
  expect(await lying()).toEqual([]);
  expect((await pool.query('SELECT FROM gone_objects')).rowCount).toBe(0);
});
