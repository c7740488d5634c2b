import { actKey, toBase64url } from '@teahouse/protocol';
import { describe, expect, it } from 'vitest';
import { matchOwn } from './restore.ts';
import { memoryStore } from './store.ts';
import { createAliases } from './talk/aliases.ts';
import { nativeDerivation } from './talk/native-keys.ts';
import { presentAliases } from './talk/present.ts';
import type { Wallet } from './wallet/wallet.ts';

const seed = new Uint8Array(32).fill(3);
const wallet = {
  seed: () => seed,
  snapshot: () => ({ exists: true }),
  subscribe: () => () => undefined,
} as unknown as Wallet;
const threadAt = (i: number) => new Uint8Array(32).fill(i);

describe('own aliases', () => {
  const row = (i: number, of: Uint8Array) => ({
    room: 'square',
    thread: toBase64url(threadAt(i)),
    publicKey: toBase64url(actKey(of, threadAt(i)).publicKey),
    pseudonym: toBase64url(new Uint8Array(48).fill(i)),
    label: { kind: 'alias', epoch: '2026-11' } as const,
  });

  it('are found among those of others by derivation alone', async () => {
    const stranger = new Uint8Array(32).fill(4);
    const rows = [row(1, stranger), row(1, seed), row(2, stranger), row(3, seed)];
    const own = await matchOwn(rows, createAliases(memoryStore(), wallet));
    expect(own.map(({ thread }) => thread)).toEqual([row(1, seed).thread, row(3, seed).thread]);
  });

  it('have the same keys by the platform and by the protocol, and a platform that differs is not used', async () => {
    const { thread, publicKey } = row(7, seed);
    const check = { context: threadAt(7), publicKey };
    const native = await nativeDerivation(seed, check);
    expect(await native?.(threadAt(8))).toBe(row(8, seed).publicKey);
    expect(await nativeDerivation(seed, { ...check, publicKey: thread })).toBeUndefined();
  });
});

describe('names of a thread', () => {
  const label = { kind: 'alias', epoch: '2026-11' } as const;
  const alias = (pseudonym: string) => ({ pseudonym, publicKey: '', label });
  const post = (pseudonym: string) =>
    ({ pseudonym }) as Parameters<typeof presentAliases>[0]['posts'][number];

  it('get a numeral where somebody drew the same before, in the order in which they spoke', () => {
    // The name is a function of the pseudonym: among so many some draw the same.
    const pseudonyms = Array.from({ length: 400 }, (_, i) => {
      const bytes = new Uint8Array(48);
      new DataView(bytes.buffer).setUint32(0, i);
      return toBase64url(bytes);
    });
    const view = { aliases: pseudonyms.toReversed().map(alias), posts: pseudonyms.map(post) };
    const named = [...presentAliases(view).values()];
    const shown = named.map(({ zh, numeral }) => `${zh} ${numeral ?? ''}`);
    expect(new Set(shown).size).toBe(400);
    const twins = named.filter(({ numeral }) => numeral === 2);
    expect(twins.length).toBeGreaterThan(0);
    for (const { zh } of twins) {
      const places = named.flatMap((one, i) => (one.zh === zh ? [[i, one.numeral]] : []));
      expect(places.map(([, numeral]) => numeral)).toEqual(places.map((_, i) => (i === 0 ? null : i + 1)));
    }
  });
});
