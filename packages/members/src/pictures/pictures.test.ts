import { countStatements } from '@teahouse/kit/pool';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../sweep.ts';
import { type Browser, openTown, signUp, type Town } from '../testing/test-town.ts';
import { dropUses, useDrafts } from './store.ts';

let town: Town;
let ann: Browser;
let bo: Browser;
beforeAll(async () => {
  town = await openTown();
  ann = await signUp(town, 'ann@home.test');
  bo = await signUp(town, 'bo@home.test');
});
afterAll(() => town.close());

interface Sent {
  picture: string;
  width: number;
  height: number;
}
const photo = (background: string, width = 300, height = 200) =>
  sharp({ create: { width, height, channels: 3, background } });
const send = (by: Browser, file: Buffer) =>
  by.call<Sent>('POST', '/pictures', { file: file.toString('base64url') });
const fetchBy = (by: Browser, picture: string) => {
  const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return town.members.app.inject({ url: `/api/members/pictures/${picture}`, headers: { cookie } });
};
const count = async () => Number((await town.db.pool.query('SELECT count(*) FROM pictures')).rows[0].count);
const idOf = async (by: Browser) => (await by.call<{ id: string }>('GET', '/me')).body.id;

describe('a picture', () => {
  it('becomes a WebP of pixels alone: upright, small enough, without a word of what was in the file', async () => {
    const file = await photo('#a33', 2400, 1200)
      .withExif({ IFD0: { Copyright: 'a-secret-mark' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(file.includes('a-secret-mark')).toBe(true);
    const { body, status } = await send(ann, file);
    expect(status).toBe(200);
    expect(body).toMatchObject({ width: 800, height: 1600 });
    const shown = await fetchBy(ann, body.picture);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(shown.rawPayload.includes('a-secret-mark')).toBe(false);
    const { format, exif, icc, xmp } = await sharp(shown.rawPayload).metadata();
    expect({ format, exif, icc, xmp }).toEqual({ format: 'webp' });
  });

  it.each(['png', 'webp'] as const)('may come as %s', async (format) => {
    expect((await send(ann, await photo('#393').toFormat(format).toBuffer())).status).toBe(200);
  });

  it('may be nothing else: no SVG, no GIF, no half a file, no bomb, nothing too large', async () => {
    const whole = await photo('#339').jpeg().toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const bomb = await photo('#fff', 9000, 9000).png({ compressionLevel: 9 }).toBuffer();
    for (const file of [
      svg,
      await photo('#339').gif().toBuffer(),
      whole.subarray(0, 200),
      bomb,
      Buffer.alloc(0),
    ])
      expect((await send(ann, file)).code).toBe('picture-invalid');
    expect((await send(ann, Buffer.alloc(5 * 1024 * 1024, 1))).code).toBe('too-large');
  });

  it('is its sender’s alone until something shows it, whoever knows its hash', async () => {
    const file = await photo('#123456').jpeg().toBuffer();
    const { body } = await send(ann, file);
    expect((await fetchBy(ann, body.picture)).statusCode).toBe(200);
    for (const who of [bo, town.browser()]) {
      const refused = await fetchBy(who, body.picture);
      expect(refused.json().code).toBe('picture-unknown');
    }
    const hashes = [Buffer.from(body.picture, 'base64url')];
    const used = await useDrafts(town.db.pool, {
      ...{ kind: 'profile', hashes },
      ...{ holder: await idOf(bo), account: await idOf(bo) },
    });
    expect(used).toBe(0);
  });

  it('is kept once however often it is sent, and goes with what showed it last', async () => {
    const before = await count();
    const file = await photo('#654321').jpeg().toBuffer();
    const both = await Promise.all([send(ann, file), send(bo, file)]);
    expect(both[0].body).toEqual(both[1].body);
    expect(await count()).toBe(before + 1);
    const hash = Buffer.from(both[0].body.picture, 'base64url');
    for (const who of [ann, bo]) {
      const id = await idOf(who);
      await useDrafts(town.db.pool, { kind: 'profile', hashes: [hash], holder: id, account: id });
    }
    await dropUses(town.db.pool, { kinds: ['profile'], holder: await idOf(ann) });
    expect(await count()).toBe(before + 1);
    await dropUses(town.db.pool, { kinds: ['profile'], holder: await idOf(bo) });
    expect(await count()).toBe(before);
  });

  it('goes with its account, and a day after nothing came to show it', async () => {
    const before = await count();
    const guest = await signUp(town, 'guest@home.test');
    await send(guest, await photo('#0a0b0c').jpeg().toBuffer());
    await town.db.pool.query('DELETE FROM accounts WHERE id = $1', [await idOf(guest)]);
    expect(await count()).toBe(before);
    await send(ann, await photo('#0c0b0a').jpeg().toBuffer());
    const sweepOn = (day: string) => sweep(town.db.pool, new Date(day), day);
    await sweepOn('2026-11-11');
    expect(await count()).toBeGreaterThan(before);
    await sweepOn('2026-11-12');
    const { rows } = await town.db.pool.query(`SELECT FROM picture_uses WHERE kind = 'draft'`);
    expect(rows).toEqual([]);
  });

  it('waits for something to show it thirty times at most', async () => {
    const eager = await signUp(town, 'eager@home.test');
    let last: { code: string | undefined } = { code: undefined };
    for (let n = 0; n <= 30; n += 1)
      last = await send(
        eager,
        await photo(`rgb(${n * 8},90,${255 - n * 8})`, 8, 8)
          .png()
          .toBuffer(),
      );
    expect(last.code).toBe('picture-drafts');
  });

  it('takes at most three statements to read', async () => {
    const { body } = await send(ann, await photo('#778899').jpeg().toBuffer());
    const { statements } = await countStatements(() => fetchBy(ann, body.picture));
    expect(statements.length).toBeLessThanOrEqual(3);
  });
});
