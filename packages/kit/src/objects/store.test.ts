import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readObjectAddress } from './address.ts';
import { ObjectStoreError } from './error.ts';
import type { ObjectStore } from './object-store.ts';
import { openS3 } from './s3.ts';
import { sealObjects } from './sealed.ts';
import { openObjectStore } from './store.ts';

const dir = mkdtempSync(join(tmpdir(), 'tea-store-'));
const bucket = 'tea-talk';
let server: S3rver;
let endpoint: string;
beforeAll(async () => {
  server = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory: join(dir, 's3') },
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

const ofBucket = (more: { name?: string; key?: string } = {}) =>
  openObjectStore({
    objects: `s3://${more.name ?? bucket}/pictures?region=us-east-1&endpoint=${endpoint}`,
    objectsKey: more.key ?? 'S3RVER',
    objectsSecret: 'S3RVER',
  })!;
const nameOf = () => `${randomBytes(16).toString('hex')}.0`;
const namesIn = async (store: ObjectStore) => {
  const names: string[] = [];
  for await (const name of store.list()) names.push(name);
  return names.sort();
};

describe.each([
  ['a folder', () => openObjectStore({ objects: `folder:${join(dir, 'folder')}` })!],
  ['a bucket', () => ofBucket()],
])('%s', (_, open) => {
  it('is empty at first, and keeps bytes under a name until it is deleted', async () => {
    const store = open();
    expect(await namesIn(store)).toEqual([]);
    const [one, two] = [nameOf(), nameOf()];
    const bytes = randomBytes(300_000);
    await store.put(one, bytes);
    await store.put(two, Buffer.alloc(1));
    expect((await store.get(one))?.equals(bytes)).toBe(true);
    expect(await namesIn(store)).toEqual([one, two].sort());
    await store.put(one, Buffer.from('anew'));
    expect((await store.get(one))?.toString()).toBe('anew');
    await store.delete(one);
    expect(await store.get(one)).toBeUndefined();
    await store.delete(one);
    await store.delete(two);
    expect(await namesIn(store)).toEqual([]);
  });

  it('takes no other names, such as of a path', async () => {
    const store = open();
    for (const name of ['', '../x', 'a/b', 'picture.webp', `${'g'.repeat(32)}.0`])
      expect(() => store.put(name, Buffer.alloc(1))).toThrow(TypeError);
  });

  it('gives nothing of what was sealed to whoever has no key, nor under another name', async () => {
    const store = open();
    const objects = sealObjects(store);
    const kept = await objects.put([Buffer.from('signed'), Buffer.from('shown')]);
    expect((await objects.get(kept, 1))?.toString()).toBe('shown');
    expect(await objects.get({ ...kept, object_key: randomBytes(32) }, 1)).toBeUndefined();
    const hex = kept.object.toString('hex');
    await store.put(`${hex}.1`, (await store.get(`${hex}.0`))!);
    expect(await objects.get(kept, 1)).toBeUndefined();
    await objects.delete(kept.object, 2);
    expect(await namesIn(store)).toEqual([]);
  });
});

describe('a bucket', () => {
  it('is listed page after page', async () => {
    const address = { kind: 's3', bucket, prefix: '', region: 'us-east-1', endpoint } as const;
    const store = openS3(address, { key: 'S3RVER', secret: 'S3RVER' }, 3);
    const names = Array.from({ length: 8 }, nameOf);
    for (const name of names) await store.put(name, Buffer.alloc(1));
    expect(await namesIn(store)).toEqual(names.sort());
  });

  it('that does not let us in is told apart from one that has nothing', async () => {
    await expect(ofBucket({ name: 'nowhere' }).put(nameOf(), Buffer.alloc(1))).rejects.toThrow(ObjectStoreError);
    await expect(ofBucket({ key: 'nobody' }).get(nameOf())).rejects.toThrow(ObjectStoreError);
    const away = openObjectStore({ objects: 's3://b?endpoint=http://127.0.0.1:9', objectsKey: 'k', objectsSecret: 's' })!;
    await expect(away.get(nameOf())).rejects.toThrow(ObjectStoreError);
    await expect(namesIn(away)).rejects.toThrow(ObjectStoreError);
  });
});

describe('an address', () => {
  it('is a folder or a bucket', () => {
    expect(readObjectAddress('folder:/srv/tea')).toEqual({ kind: 'folder', folder: '/srv/tea' });
    expect(readObjectAddress('s3://tea/pictures?region=eu-1&endpoint=https://s3.example/')).toEqual({
      ...{ kind: 's3', bucket: 'tea', prefix: 'pictures', region: 'eu-1', endpoint: 'https://s3.example' },
    });
  });

  it('is nothing else, and has no key in it', () => {
    for (const text of ['', 'folder:here', '/srv', 's3://', 'http://x', 's3://k:s@tea', 's3://tea?endpoint=ftp://x'])
      expect(readObjectAddress(text)).toBeUndefined();
  });

  it('that is not given means no store, and a wrong one is refused', () => {
    expect(openObjectStore({})).toBeUndefined();
    expect(() => openObjectStore({ objects: 'here' })).toThrow(TypeError);
  });
});
