import { describe, expect, it } from 'vitest';
import { memoryStore, type Store } from '../../store.ts';
import type { LockedStore } from './locked-store.ts';
import { contents, device, diskOf, kept, mutex, privateNames, record, tab, testKey } from './test-lock.ts';

const secretsOnDisk = (disk: string) =>
  ['SSSSSSSS', 'A-thread-that-I-wrote-in', '还没有说出口的话', '2026-W45', 'draft/'].filter((secret) =>
    disk.includes(secret),
  );
const locked = expect.objectContaining({ code: 'store-locked' });

async function lockedDevice(): Promise<{ inner: Store; open: LockedStore }> {
  const inner = device();
  const open = await tab(inner);
  await open.turnOn(record, await testKey());
  return { inner, open };
}

describe('a store under a lock', () => {
  it('shows the same as before while it is open, and the disk shows nothing of it', async () => {
    const { inner, open } = await lockedDevice();
    expect(secretsOnDisk(await diskOf(device()))).toHaveLength(5);
    expect(secretsOnDisk(await diskOf(inner))).toEqual([]);
    expect(await contents(open.store)).toEqual(Object.fromEntries(kept));
  });

  it('reads as if nothing private were there while it is locked, and lets nothing be written', async () => {
    const { inner } = await lockedDevice();
    const { store } = await tab(inner);
    expect((await store.keys()).sort()).toEqual(['instance', 'log/key/talk']);
    expect(await store.get('wallet')).toBeUndefined();
    await expect(store.set('wallet', 'another')).rejects.toEqual(locked);
    await expect(store.delete('wallet')).rejects.toEqual(locked);
    await store.set('log/newest/directory', 7);
    expect(await store.get('log/newest/directory')).toBe(7);
  });

  it('takes what is written, changed and deleted while it is open', async () => {
    const { inner, open } = await lockedDevice();
    await open.store.set('draft/room/square', { text: '新的' });
    await open.store.set('draft/thread/x', { text: 'changed' });
    await open.store.delete('tokens/2026-W45');
    const again = await tab(inner);
    await again.open(await testKey());
    expect(await again.store.get('draft/room/square')).toEqual({ text: '新的' });
    expect(await again.store.get('draft/thread/x')).toEqual({ text: 'changed' });
    expect(await again.store.keys()).not.toContain('tokens/2026-W45');
    expect((await diskOf(inner)).includes('新的')).toBe(false);
  });

  it('shows who reads what was written before, though that is not done yet', async () => {
    const inner = device();
    const { store } = await tab({
      ...inner,
      set: async (...entry) => later().then(() => inner.set(...entry)),
    });
    const done = Promise.all([store.set('draft/thread/x', 'a megabyte'), store.delete('draft/thread/x')]);
    expect(await store.get('draft/thread/x')).toBeUndefined();
    const set = store.set('draft/thread/z', { text: 'new' });
    expect(await store.keys()).toContain('draft/thread/z');
    await Promise.all([done, set]);
  });

  it('is as it was after the lock is turned off', async () => {
    const { inner, open } = await lockedDevice();
    await open.turnOff();
    expect(await contents(inner)).toEqual(Object.fromEntries(kept));
  });

  it('lets no other tab write into clear what has just been sealed', async () => {
    const inner = device();
    const shared = mutex();
    const [one, other] = [await tab(inner, shared), await tab(inner, shared)];
    const turned = one.turnOn(record, await testKey());
    await expect(other.store.set('draft/thread/y', { text: '迟到的话' })).rejects.toEqual(locked);
    await turned;
    expect((await diskOf(inner)).includes('迟到的话')).toBe(false);
  });

  it('keeps the newer of two when a write falls into a sealing that was interrupted', async () => {
    const inner = device();
    const one = await tab(failing(inner, 6));
    await expect(one.turnOn(record, await testKey())).rejects.toThrow('power cut');
    const other = await tab(inner);
    await other.open(await testKey());
    await other.store.set('draft/thread/x', { text: 'newer' });
    const third = await tab(inner);
    await third.open(await testKey());
    expect(await third.store.get('draft/thread/x')).toEqual({ text: 'newer' });
  });

  it('refuses a second lock, and a key that is not its own', async () => {
    const { inner, open } = await lockedDevice();
    await expect(open.turnOn(record, await testKey())).rejects.toMatchObject({ code: 'lock-exists' });
    const again = await tab(inner);
    await expect(again.open({ ...(await testKey()), id: 'another' })).rejects.toEqual(locked);
    expect(again.opened()).toBeUndefined();
  });

  it('leaves out an entry that was damaged, counts it, and can let go of it', async () => {
    const { inner } = await lockedDevice();
    const places = (await inner.keys()).filter((key) => key.startsWith('sealed/'));
    const { open } = { open: await tab(inner) };
    await open.open(await testKey());
    const before = await open.store.keys();
    const key = await testKey();
    const { sealedKey } = await import('./seal.ts');
    await inner.set(await sealedKey(key, 'draft/thread/x'), new Uint8Array(80));
    const again = await tab(inner);
    await again.open(key);
    expect((await again.store.keys()).sort()).toEqual(
      before.filter((name) => name !== 'draft/thread/x').sort(),
    );
    expect(await again.store.get('draft/thread/x')).toBeUndefined();
    expect(again.damaged()).toBe(1);
    await again.dropDamaged();
    expect(again.damaged()).toBe(0);
    expect((await inner.keys()).filter((one) => one.startsWith('sealed/'))).toHaveLength(places.length - 1);
  });

  it('says so when the key itself is damaged', async () => {
    const { inner } = await lockedDevice();
    const { sealedKey } = await import('./seal.ts');
    await inner.set(await sealedKey(await testKey(), 'wallet'), new Uint8Array(80));
    const again = await tab(inner);
    await again.open(await testKey());
    await expect(again.store.get('wallet')).rejects.toMatchObject({ code: 'store-damaged' });
  });

  it('stays locked, and opens with nothing, when its record is damaged', async () => {
    const { inner } = await lockedDevice();
    await inner.set('lock', { version: 1, key: 5 });
    const again = await tab(inner);
    expect(again.record()?.ways).toEqual([]);
    await expect(again.open(await testKey())).rejects.toEqual(locked);
    await expect(again.store.set('wallet', 1)).rejects.toEqual(locked);
  });

  it('is wiped with all that was sealed, and what an interrupted wiping left is cleared away', async () => {
    const { inner, open } = await lockedDevice();
    const copy = memoryStore(Object.entries(await contents(inner)));
    await open.wipe();
    expect(await inner.keys()).toEqual([]);
    await expect((await tab(failing(copy, 1))).wipe()).rejects.toThrow('power cut');
    expect(await copy.keys()).not.toContain('lock');
    const after = await tab(copy);
    expect((await after.store.keys()).sort()).toEqual(['instance', 'log/key/talk']);
    expect((await copy.keys()).sort()).toEqual(['instance', 'log/key/talk']);
  });
});

const later = () => new Promise<void>((done) => setTimeout(done, 5));

/** The same store until so many writes were done: then the power is cut. */
function failing(inner: Store, writes: number): Store {
  let left = writes;
  const cut = () => {
    if (left-- <= 0) throw new Error('power cut');
  };
  return {
    get: inner.get,
    keys: inner.keys,
    set: async (key, value) => {
      cut();
      return inner.set(key, value);
    },
    delete: async (key) => {
      cut();
      return inner.delete(key);
    },
  };
}

describe('a power cut', () => {
  /** Cuts the power after every number of writes until the task ends by itself; says how often that was. */
  async function afterEachWrite(
    start: () => Promise<Store>,
    task: (locked: LockedStore) => Promise<void>,
    check: (inner: Store) => Promise<void>,
  ): Promise<number> {
    for (let writes = 0; ; writes++) {
      const inner = await start();
      const done = await tab(failing(inner, writes))
        .then(task)
        .then(
          () => true,
          (error: Error) => {
            expect(error.message).toBe('power cut');
            return false;
          },
        );
      await check(inner);
      if (done) return writes;
    }
  }
  /** What is there after the next start, unlocked if there is something to unlock. */
  async function opened(inner: Store): Promise<LockedStore> {
    const next = await tab(inner);
    if (next.record()) await next.open(await testKey());
    return next;
  }

  it('loses nothing at any step of turning the lock on, and leaves nothing in clear once it was unlocked', async () => {
    const cuts = await afterEachWrite(
      async () => device(),
      async (one) => one.turnOn(record, await testKey()),
      async (inner) => {
        const began = (await inner.get('lock')) !== undefined;
        const next = await opened(inner);
        expect(await contents(next.store)).toEqual(Object.fromEntries(kept));
        expect(secretsOnDisk(await diskOf(inner))).toHaveLength(began ? 0 : 5);
        expect(next.record()?.phase).toBe(began ? 'on' : undefined);
      },
    );
    // The record, each private entry written and deleted, the record again.
    expect(cuts).toBe(2 + 2 * privateNames.length);
  });

  it('loses nothing at any step of turning it off', async () => {
    const cuts = await afterEachWrite(
      async () => (await lockedDevice()).inner,
      async (one) => {
        await one.open(await testKey());
        await one.turnOff();
      },
      async (inner) => {
        const next = await opened(inner);
        expect(await contents(next.store)).toEqual(Object.fromEntries(kept));
      },
    );
    expect(cuts).toBe(2 + 2 * privateNames.length);
  });
});
