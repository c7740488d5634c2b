import type { OwnProfile } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { look, newMember, newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const paint = (width: number, height: number, r = 90) =>
  sharp({ create: { width, height, channels: 3, background: { r, g: 120, b: 100 } } })
    .withExif({ IFD0: { Copyright: 'where I live' } })
    .jpeg()
    .toBuffer();

async function send(who: TestMember, file: Buffer): Promise<string> {
  const { body } = await who.browser.call<{ picture: string }>('POST', '/pictures', {
    file: file.toString('base64url'),
  });
  return body.picture;
}
const set = (who: TestMember, picture: string) =>
  who.browser.call<OwnProfile>('PUT', '/me/photo', { picture });
const kept = async () => (await town.db.pool.query('SELECT FROM pictures')).rowCount;

it('a photo is shown on page and cards, as WebP without what else was in the file', async () => {
  const [ann, bo] = (await newMembers(town, 'Ann', 'Bo')) as [TestMember, TestMember];
  const picture = await send(ann, await paint(512, 512));
  expect((await set(ann, picture)).body.photo).toBe(picture);
  expect((await look(bo, ann)).body.photo).toBe(picture);
  await town.db.pool.query(`UPDATE profiles SET page = 'everyone' WHERE account_id = $1`, [ann.id]);
  const file = await town.members.app.inject(`/api/members/pictures/${picture}`);
  expect(file.headers['cache-control']).toContain('immutable');
  const { format, width, height, exif } = await sharp(file.rawPayload).metadata();
  expect([format, width, height, exif]).toEqual(['webp', 512, 512, undefined]);
});

it('the photo of before is gone with its last use, and no photo is an answer too', async () => {
  const [cy, di] = (await newMembers(town, 'Cy', 'Di')) as [TestMember, TestMember];
  const before = (await kept()) ?? 0;
  const [one, other] = [await paint(300, 300, 10), await paint(300, 300, 200)];
  await set(cy, await send(cy, one));
  await set(di, await send(di, one));
  expect(await kept()).toBe(before + 1);
  await set(cy, await send(cy, other));
  expect(await kept()).toBe(before + 2);
  await set(di, await send(di, other));
  expect(await kept()).toBe(before + 1);
  await set(di, await send(di, other)); // the same again
  for (const one of [cy, di])
    expect((await one.browser.call<OwnProfile>('DELETE', '/me/photo')).body.photo).toBeNull();
  expect(await kept()).toBe(before);
});

it('is a square that its owner sent', async () => {
  const [ed, fay] = (await newMembers(town, 'Ed', 'Fay')) as [TestMember, TestMember];
  expect((await set(ed, await send(ed, await paint(400, 300)))).code).toBe('photo-not-square');
  expect((await set(ed, await send(ed, await paint(600, 600)))).code).toBe('photo-not-square');
  expect((await set(ed, await send(fay, await paint(200, 200)))).code).toBe('picture-unknown');
  expect((await look(fay, ed)).body.photo).toBeNull();
});

it('takes at most eight statements', async () => {
  const gus = await newMember(town, 'Gus');
  const picture = await send(gus, await paint(64, 64));
  const { statements } = await countStatements(() => set(gus, picture));
  expect(statements.length).toBeLessThanOrEqual(8);
});
