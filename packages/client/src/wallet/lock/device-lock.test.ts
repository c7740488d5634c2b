import { newSeed, phraseFromSeed } from '@teahouse/protocol';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../store.ts';
import { createDeviceLock } from './device-lock.ts';
import { createLockedStore } from './locked-store.ts';
import { recordKey } from './record.ts';
import type { NewLockSecret } from './secrets.ts';
import { stretch } from './stretch.ts';
import { contents, device, diskOf, kept, mutex, quickStretch, rng } from './test-lock.ts';
import { browser, lockedInner, page, passphrase, phrase, wrong } from './test-pages.ts';

const passkey = {
  kind: 'passkey',
  credential: rng(20),
  input: rng(32),
  output: rng(32),
} satisfies NewLockSecret;
const code = (name: string) => expect.objectContaining({ code: name });

describe('the lock of a device', () => {
  it('opens with the passphrase, and with the recovery phrase', async () => {
    const inner = await lockedInner();
    for (const secret of [passphrase, { kind: 'phrase', phrase } as const]) {
      const { lock, store } = await page(inner);
      expect(lock.snapshot()).toMatchObject({ state: 'locked', ways: [{ kind: 'passphrase' }], after: 15 });
      await lock.unlock(secret);
      expect(lock.snapshot().state).toBe('open');
      expect(await contents(store)).toEqual(Object.fromEntries(kept));
    }
  });

  it('opens with a passkey, by what its PRF gives', async () => {
    const inner = await lockedInner(passkey);
    const { lock } = await page(inner);
    expect(lock.snapshot().ways).toMatchObject([
      { kind: 'passkey', credential: passkey.credential, input: passkey.input },
    ]);
    await expect(lock.unlock({ ...passkey, output: rng(32) })).rejects.toEqual(code('passkey-wrong'));
    await expect(lock.unlock({ ...passkey, credential: rng(20) })).rejects.toEqual(code('passkey-wrong'));
    await lock.unlock(passkey);
    expect(lock.snapshot().state).toBe('open');
  });

  it('stays shut for a wrong passphrase, however often, and for the words of another key', async () => {
    const inner = await lockedInner();
    const before = await diskOf(inner);
    const { lock } = await page(inner);
    for (let i = 0; i < 20; i++) await expect(lock.unlock(wrong)).rejects.toEqual(code('passphrase-wrong'));
    const other = { kind: 'phrase', phrase: phraseFromSeed(newSeed(rng)) } as const;
    await expect(lock.unlock(other)).rejects.toEqual(code('phrase-other'));
    await expect(lock.unlock({ kind: 'phrase', phrase: 'tea tea' })).rejects.toEqual(code('phrase-invalid'));
    await expect(lock.unlock(passkey)).rejects.toEqual(code('passkey-wrong'));
    expect(lock.snapshot().state).toBe('locked');
    expect(await diskOf(inner)).toBe(before);
    await lock.unlock(passphrase);
  });

  it('takes the passphrase however its letters are composed', async () => {
    const inner = await lockedInner({ kind: 'passphrase', passphrase: 'café in the rain' });
    const { lock } = await page(inner);
    await lock.unlock({ kind: 'passphrase', passphrase: 'cafe\u0301 in the rain' });
    expect(lock.snapshot().state).toBe('open');
  });

  it('refuses a short passphrase, and leaves everything as it is', async () => {
    const inner = device();
    const { lock } = await page(inner);
    await expect(lock.turnOn({ kind: 'passphrase', passphrase: 'ninechars' })).rejects.toEqual(
      code('passphrase-short'),
    );
    expect(await contents(inner)).toEqual(Object.fromEntries(kept));
  });

  it('changes the passphrase by wrapping the same key anew: no entry is rewritten', async () => {
    const inner = await lockedInner();
    const before = new Map(Object.entries(await contents(inner)));
    const { lock } = await page(inner);
    await lock.unlock(passphrase);
    await expect(lock.add({ kind: 'passphrase', passphrase: 'a new passphrase' }, wrong)).rejects.toEqual(
      code('passphrase-wrong'),
    );
    await lock.add({ kind: 'passphrase', passphrase: 'a new passphrase' }, { kind: 'phrase', phrase });
    expect(lock.snapshot().ways).toHaveLength(1);
    for (const [key, value] of Object.entries(await contents(inner))) {
      if (key !== recordKey) expect(value).toEqual(before.get(key));
    }
    const again = await page(inner);
    await expect(again.lock.unlock(passphrase)).rejects.toEqual(code('passphrase-wrong'));
    await again.lock.unlock({ kind: 'passphrase', passphrase: 'a new passphrase' });
  });

  it('may have a passkey beside the passphrase, and always keeps one of them', async () => {
    const inner = await lockedInner();
    const { lock } = await page(inner);
    await lock.unlock(passphrase);
    await lock.add(passkey, passphrase);
    const [first, second] = lock.snapshot().ways;
    expect([first?.kind, second?.kind]).toEqual(['passphrase', 'passkey']);
    await lock.remove(first?.id ?? '');
    await expect(lock.remove(second?.id ?? '')).rejects.toEqual(code('lock-last-way'));
    const again = await page(inner);
    await again.lock.unlock(passkey);
  });

  it('keeps its settings, and is as if it had never been when it is turned off', async () => {
    const inner = await lockedInner();
    const { lock } = await page(inner);
    await lock.setAfter('closed');
    expect((await page(inner)).lock.snapshot().after).toBe('closed');
    await expect(lock.turnOff()).rejects.toEqual(code('store-locked'));
    await lock.unlock(passphrase);
    await lock.turnOff();
    expect(lock.snapshot()).toMatchObject({ state: 'off', ways: [] });
    expect(await contents(inner)).toEqual(Object.fromEntries(kept));
  });

  it('says that it is damaged, and not that the passphrase is wrong, where the wrapped key was changed', async () => {
    const inner = await lockedInner();
    const record = structuredClone(await inner.get(recordKey)) as { ways: { wrapped: Uint8Array }[] };
    for (const { wrapped } of record.ways) wrapped[20] = (wrapped[20] ?? 0) ^ 1;
    await inner.set(recordKey, record);
    const { lock } = await page(inner);
    await expect(lock.unlock(passphrase)).rejects.toEqual(code('store-damaged'));
    await inner.set(recordKey, 'nonsense');
    const again = await page(inner);
    expect(again.lock.snapshot()).toMatchObject({ state: 'locked', ways: [] });
    await expect(again.lock.unlock(passphrase)).rejects.toEqual(code('store-damaged'));
  });

  it('does not open with a cost that was lowered on the disk', async () => {
    const inner = await lockedInner();
    const record = structuredClone(await inner.get(recordKey)) as { ways: { cost?: object }[] };
    for (const way of record.ways) if (way.cost) way.cost = { memory: 8, passes: 1, lanes: 1 };
    await inner.set(recordKey, record);
    const { lock } = await page(inner);
    await expect(lock.unlock(passphrase)).rejects.toEqual(code('store-damaged'));
  });

  it('stays locked and says so when the key under it can not be read', async () => {
    const inner = await lockedInner();
    for (const key of await inner.keys())
      if (key.startsWith('sealed/')) await inner.set(key, new Uint8Array(90));
    const { lock } = await page(inner);
    await expect(lock.unlock(passphrase)).rejects.toEqual(code('store-damaged'));
    expect(lock.snapshot().state).toBe('locked');
  });

  it('takes the real Argon2id, at no less than OWASP recommends', async () => {
    const inner = device();
    const first = await page(inner, browser(), stretch);
    await first.lock.turnOn(passphrase);
    const { ways } = (await inner.get(recordKey)) as {
      ways: { cost?: { memory: number; passes: number } }[];
    };
    const cost = ways.flatMap((way) => way.cost ?? [])[0];
    expect(cost?.memory).toBeGreaterThanOrEqual(19_456);
    expect(cost?.passes).toBeGreaterThanOrEqual(2);
    const again = await page(inner, browser(), stretch);
    await expect(again.lock.unlock(wrong)).rejects.toEqual(code('passphrase-wrong'));
    await again.lock.unlock(passphrase);
    expect(again.lock.snapshot().state).toBe('open');
  });
});

it('a device without a key has nothing to lock', async () => {
  const locked = createLockedStore({ inner: memoryStore(), rng, mutex: mutex() });
  await locked.load();
  const seedless = () => {
    throw Object.assign(new Error(), { code: 'wallet-missing' });
  };
  const deps = { locked, rng, stretch: quickStretch, tabs: browser().tabs(), reload: async () => undefined };
  const lock = createDeviceLock({ ...deps, seed: seedless });
  await expect(lock.turnOn(passphrase)).rejects.toEqual(code('wallet-missing'));
  expect(lock.snapshot().state).toBe('off');
});
