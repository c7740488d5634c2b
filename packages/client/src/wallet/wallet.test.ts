import { describe, expect, it } from 'vitest';
import { memoryStore, type Store } from '../store.ts';
import { createWallet } from './wallet.ts';

/** Only what needs neither server nor proof. */
const walletOver = (store: Store) =>
  createWallet({
    store,
    clock: { now: () => new Date('2026-11-09') },
    rng: (length) => crypto.getRandomValues(new Uint8Array(length)),
  } as Parameters<typeof createWallet>[0]);

describe('the 24 words', () => {
  it('can be put off, which is remembered until they were shown to be on paper', async () => {
    const store = memoryStore();
    const wallet = await walletOver(store);
    const phrase = await wallet.create();
    expect(wallet.snapshot()).toMatchObject({ phraseConfirmed: false, phrasePostponed: false });
    await wallet.postponePhrase();
    const again = await walletOver(store);
    expect(again.snapshot()).toMatchObject({ phraseConfirmed: false, phrasePostponed: true });
    expect(await again.confirmPhrase(`${phrase.replace(/\w+$/, '')}tea`)).toBe(false);
    expect(await again.confirmPhrase(phrase)).toBe(true);
    expect(again.snapshot()).toMatchObject({ phraseConfirmed: true, phrasePostponed: false });
  });

  it('count as on paper where they brought the key here', async () => {
    const phrase = await (await walletOver(memoryStore())).create();
    const wallet = await walletOver(memoryStore());
    await wallet.restore(phrase);
    expect(wallet.snapshot()).toMatchObject({ exists: true, phraseConfirmed: true });
  });
});
