import { randomBytes } from 'node:crypto';
import { talkPaths, talkRoutes } from '@teahouse/contract/talk';
import { createServer, implement, type Server } from '@teahouse/kit/http';
import { createLogger } from '@teahouse/kit/log';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../app.ts';
import { refuse } from '../errors.ts';
import { refuseIdentity } from '../no-identity.ts';
import { createPublicCache } from '../public-cache.ts';
import type { RoomKeys } from '../rooms/key.ts';
import type { RoomBook } from '../rooms/service.ts';
import { textOf } from '../wire.ts';
import { pictureHandlers } from './routes.ts';
import { erasePictures, insertPictures, type PictureRow, readShown, readSigned } from './store.ts';

let db: TestDb;
let app: Server;
const files = () => ({ pool: db.pool, objects: undefined });
beforeAll(async () => {
  db = await createTestDb(migrationsFolder);
  const log = createLogger({ name: 'test', write: () => {} });
  app = await createServer({ prefix: '/api/talk', title: 'Talk', log });
  refuseIdentity(app);
  const rooms: RoomBook = {
    require: async (id) => {
      if (id !== 'square' && id !== 'xinghe') throw refuse('unknown-room');
      return { id, company: null, access: 'public' };
    },
    sync: async () => {},
  };
  const roomKeys: RoomKeys = { of: () => Buffer.alloc(32), requireReader: () => Number.POSITIVE_INFINITY };
  const ctx = { ...files(), rooms, roomKeys, cache: createPublicCache() };
  const { picture } = talkRoutes;
  implement(app, '/api/talk', { picture: talkPaths.picture }, { picture }, pictureHandlers(ctx));
});
afterAll(async () => {
  await app.close();
  await db.drop();
});

const picture = (hash = randomBytes(32)): PictureRow => ({
  ...{ hash, signed: randomBytes(900), shown: randomBytes(700) },
  ...{ width: 320, height: 200 },
});
async function post(pictures: readonly PictureRow[], room = 'square'): Promise<Buffer> {
  const id = randomBytes(32);
  await insertPictures(db.pool, { room, id }, pictures);
  return id;
}
const get = (room: string, hash: Uint8Array | string, headers = {}) =>
  app.inject({
    url: `/api/talk/rooms/${room}/pictures/${typeof hash === 'string' ? hash : textOf(hash)}`,
    headers,
  });

describe('what is kept of pictures', () => {
  it('is both forms, in the order of the post', async () => {
    const pictures = [picture(), picture(), picture(), picture()];
    const id = await post(pictures);
    const signed = await readSigned(files(), 'square', id);
    expect(signed.map((row) => textOf(row.signed))).toEqual(pictures.map((one) => textOf(one.signed)));
    expect(signed.map((row) => textOf(row.hash))).toEqual(pictures.map((one) => textOf(one.hash)));
    expect(await readShown(files(), 'square', pictures[2]!.hash)).toEqual(pictures[2]!.shown);
  });

  it('is found in its own room only', async () => {
    const one = picture();
    const id = await post([one]);
    expect(await readShown(files(), 'xinghe', one.hash)).toBeUndefined();
    expect(await readSigned(files(), 'xinghe', id)).toEqual([]);
  });

  it('goes with its post, and with no other that has the same picture', async () => {
    const one = picture();
    const [first, second] = [await post([one, picture()]), await post([one])];
    expect(await erasePictures(db.pool, 'square', first)).toBe(2);
    expect(await readSigned(files(), 'square', first)).toEqual([]);
    expect(await readShown(files(), 'square', one.hash)).toEqual(one.shown);
    expect(await erasePictures(db.pool, 'square', second)).toBe(1);
    expect(await readShown(files(), 'square', one.hash)).toBeUndefined();
    expect(await erasePictures(db.pool, 'square', second)).toBe(0);
  });

  it('is nothing for a post without pictures', async () => {
    expect(await readSigned(files(), 'square', await post([]))).toEqual([]);
  });
});

describe('a picture on its way to readers', () => {
  it("is the server's encoding, and can do nothing but be looked at", async () => {
    const one = picture();
    await post([one]);
    const { statusCode, headers, rawPayload } = await get('square', one.hash);
    expect(statusCode).toBe(200);
    expect(rawPayload.equals(Buffer.from(one.shown))).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'content-length': '700',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline; filename="picture.webp"',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'public, max-age=300',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('is not sent again to whoever has it, as long as it stands', async () => {
    const one = picture();
    const id = await post([one]);
    const { etag = '' } = (await get('square', one.hash)).headers;
    const again = await get('square', one.hash, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await erasePictures(db.pool, 'square', id);
    const gone = await get('square', one.hash, { 'if-none-match': etag });
    expect([gone.statusCode, gone.headers['cache-control']]).toEqual([404, 'no-store']);
  });

  it('is nowhere else: another room, no room, no hash', async () => {
    const one = picture();
    await post([one]);
    expect((await get('xinghe', one.hash)).json()).toMatchObject({ code: 'unknown-picture' });
    expect((await get('nowhere', one.hash)).json()).toMatchObject({ code: 'unknown-room' });
    expect((await get('square', 'abc')).json()).toMatchObject({ code: 'invalid-input' });
    // 43 characters of which the last has bits that no 32 bytes have.
    expect((await get('square', `${'A'.repeat(42)}B`)).json()).toMatchObject({ code: 'invalid-input' });
  });

  it('is refused to a request that says who asks', async () => {
    const one = picture();
    await post([one]);
    const { statusCode, rawPayload } = await get('square', one.hash, { cookie: 'session=1' });
    expect(statusCode).toBe(400);
    expect(rawPayload.includes(Buffer.from(one.shown))).toBe(false);
  });
});
