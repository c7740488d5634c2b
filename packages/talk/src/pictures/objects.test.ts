import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openObjectStore } from '@teahouse/kit/objects/store';
import { sealObjects } from '@teahouse/kit/objects/sealed';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { erasePictures, insertPictures, type PictureRow, readShown, readShownOf, readSigned } from './store.ts';

const hour = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'tea-objects-'));
let town: Town;
let files: Parameters<typeof readShown>[0];
beforeAll(async () => {
  town = await startTown({ objects: `folder:${folder}` });
  const store = openObjectStore({ objects: `folder:${folder}` });
  files = { pool: town.db.pool, objects: store && sealObjects(store) };
});
afterAll(async () => {
  await town.stop();
  rmSync(folder, { recursive: true, force: true });
});

const picture = (): PictureRow => ({
  ...{ hash: randomBytes(32), signed: randomBytes(900), shown: randomBytes(700) },
  ...{ width: 320, height: 200 },
});
const lying = async () => (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'));
const inRows = async () => {
  const { rows } = await town.db.pool.query('SELECT FROM pictures WHERE signed IS NOT NULL OR shown IS NOT NULL');
  return rows.length;
};

/** A thread with pictures, as if they had come with it. */
async function threadWith(pictures: readonly PictureRow[]): Promise<Buffer> {
  const holder = new Holder(town);
  const sent = await send(town, 'square', holder.thread({ text: `tea ${randomBytes(9).toString('hex')}` }));
  expect(sent.status).toBe(200);
  const { rows } = await town.db.pool.query<{ id: Buffer }>('SELECT id FROM posts p WHERE seq = 0 AND NOT EXISTS (SELECT FROM pictures x WHERE x.post_id = p.id) ORDER BY slot DESC LIMIT 1');
  const id = rows[0]!.id;
  await insertPictures(town.db.pool, { room: 'square', id }, pictures);
  return id;
}

describe('pictures of a town with an object store', () => {
  let pictures: PictureRow[];
  let post: Buffer;
  beforeEach(async () => {
    pictures = [picture(), picture(), picture()];
    post = await threadWith(pictures);
  });

  it('stay in the database for a day, then leave it whole and read as before', async () => {
    town.clock.advance(2 * hour);
    await town.talk.upkeep();
    expect(await inRows()).toBe(3);
    town.clock.advance(24 * hour);
    await town.talk.upkeep();
    expect(await inRows()).toBe(0);
    expect(await lying()).toHaveLength(6);
    expect(await readShownOf(files, 'square', post)).toEqual(pictures.map(({ shown }) => shown));
    expect(await readSigned(files, 'square', post)).toEqual(pictures.map(({ hash, signed }) => ({ hash, signed })));
    expect(await readShown(files, 'square', pictures[1]!.hash)).toEqual(pictures[1]!.shown);
    const shown = await town.talk.app.inject(`/api/talk/rooms/square/pictures/${pictures[0]!.hash.toString('base64url')}`);
    expect(shown.rawPayload).toEqual(pictures[0]!.shown);
  });

  it('lie under names and times that say nothing, sealed', async () => {
    town.clock.advance(26 * hour);
    await town.talk.upkeep();
    for (const name of await lying()) {
      expect(name).toMatch(/^([0-9a-f]{2})\/\1[0-9a-f]{30}\.[01]$/);
      expect((await stat(join(folder, name))).mtime.toISOString()).toBe('2000-01-01T00:00:00.000Z');
      const bytes = await readFile(join(folder, name));
      for (const { shown, signed } of pictures) {
        expect(bytes.includes(shown.subarray(0, 16))).toBe(false);
        expect(bytes.includes(signed.subarray(0, 16))).toBe(false);
      }
    }
  });

  it('go with their post: unreadable at once, and removed with the next hour', async () => {
    town.clock.advance(26 * hour);
    await town.talk.upkeep();
    const before = (await lying()).length;
    expect(await erasePictures(town.db.pool, 'square', post)).toBe(3);
    expect(await readShownOf(files, 'square', post)).toEqual([]);
    town.clock.advance(hour);
    await town.talk.upkeep();
    expect(await lying()).toHaveLength(before - 6);
    expect((await town.db.pool.query('SELECT FROM gone_objects')).rowCount).toBe(0);
  });

  it('that were broken off on their way are swept, and those of rows are not', async () => {
    town.clock.advance(26 * hour);
    await town.talk.upkeep();
    const stray = `${'ab'.repeat(16)}.0`;
    const before = await lying();
    const store = openObjectStore({ objects: `folder:${folder}` });
    await store?.put(stray, randomBytes(20));
    await writeFile(join(folder, 'ab', 'something-else.txt'), 'not ours');
    for (let day = 0; day < 2; day += 1) {
      town.clock.advance(24 * hour);
      await town.talk.upkeep();
    }
    expect((await lying()).sort()).toEqual([...before, 'ab/something-else.txt'].sort());
    rmSync(join(folder, 'ab', 'something-else.txt'));
  });
});
