import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStore, type Store } from '../store.ts';
import { createPurse, type Purse, type PurseToken, withoutSpent } from './purse.ts';

const token = (nonce: string): PurseToken => ({ nonce, token: `token of ${nonce}`, state: 'free' });
const nonces = (tokens: readonly PurseToken[]) => tokens.map(({ nonce }) => nonce);

describe('the purse', () => {
  let store: Store;
  let purse: Purse;
  beforeEach(async () => {
    store = memoryStore();
    purse = createPurse(store);
    await purse.put({ week: '2026-W47', keyId: 'november', tokens: ['c', 'd'].map(token) });
    await purse.put({ week: '2026-W44', keyId: 'october', tokens: ['a', 'b'].map(token) });
  });

  it('gives the oldest first, and only those under a key that counts', async () => {
    expect(nonces(await purse.take(3, 'x', ['october', 'november']))).toEqual(['a', 'b', 'c']);
    expect(await purse.free(['october', 'november'])).toBe(1);
    await expect(purse.take(1, 'y', ['october'])).rejects.toMatchObject({ code: 'tokens-out' });
  });

  it('gives an act the same tokens again after a crash', async () => {
    const first = await purse.take(2, 'x', ['november']);
    const again = await createPurse(store).take(2, 'x', ['november']);
    expect(nonces(again)).toEqual(nonces(first));
  });

  it('takes nothing when there are not enough', async () => {
    await expect(purse.take(5, 'x', ['october', 'november'])).rejects.toMatchObject({ code: 'tokens-out' });
    expect(await purse.free(['october', 'november'])).toBe(4);
  });

  it('frees what was never on the wire, and never gives out again what was', async () => {
    await purse.take(1, 'x', ['october']);
    await purse.take(1, 'y', ['october']);
    await purse.release('x');
    await purse.drop('y');
    expect(nonces(await purse.take(1, 'z', ['october']))).toEqual(['a']);
    await expect(purse.take(1, 'w', ['october'])).rejects.toMatchObject({ code: 'tokens-out' });
  });

  it('forgets draws under keys that no longer count', async () => {
    await purse.prune(['november']);
    expect((await purse.weeks()).map(({ week }) => week)).toEqual(['2026-W47']);
  });

  it('marks what another device has spent', () => {
    const drawn = { week: '2026-W47', keyId: 'november', tokens: ['c', 'd'].map(token) };
    expect(withoutSpent(drawn, new Set(['d'])).tokens.map(({ state }) => state)).toEqual(['free', 'gone']);
  });
});
