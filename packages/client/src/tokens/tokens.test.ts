import {
  constants,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
} from 'node:crypto';
import { encodeTokenKey, fromBase64url, toBase64url, tokenKeyId } from '@teahouse/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TalkCaller } from '../call.ts';
import { ApiError, clientError } from '../errors.ts';
import type { Prover } from '../prover.ts';
import { memoryStore, type Store } from '../store.ts';
import type { World, Worlds } from '../talk/world.ts';
import type { Wallet } from '../wallet/wallet.ts';
import { createTokens } from './tokens.ts';

const now = new Date('2026-11-18T09:00:00Z');
const fixedRng = (length: number) => new Uint8Array(length);
const issuerPublicKey = new Uint8Array(96).fill(1);
const epoch = '2026-11';

function tokenKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })).export({
    format: 'jwk',
  });
  const integer = (text: string) => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
  const spki = encodeTokenKey({ n: integer(n), e: integer(e) });
  return {
    privateKey,
    published: { id: toBase64url(tokenKeyId(spki)), month: epoch, publicKey: toBase64url(spki), logged: 1 },
  };
}
const sign = (privateKey: KeyObject, blinded: string) =>
  toBase64url(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, fromBase64url(blinded)));

describe('tokens', () => {
  const keys = [tokenKey(), tokenKey()];
  let key = keys[0]!;
  let store: Store;
  /** Weeks that were asked for. */
  let asked: string[];
  /** What talk says to a draw for a week, instead of signing. */
  let refusals: Record<string, Error>;
  beforeEach(() => {
    key = keys[0]!;
    store = memoryStore();
    asked = [];
    refusals = {};
  });

  async function purseOf() {
    const usable = [{ epoch, company: 'a', industry: 'b', standing: 'current', issuerPublicKey }];
    const wallet = {
      ...{ seed: () => new Uint8Array(32).fill(3), usable: () => usable },
      ...{ restored: () => false, noteIssued: () => undefined },
    } as unknown as Wallet;
    const world = () =>
      ({
        info: { instance: 'tea.example', tokenKeys: [key.published] },
        issuer: { issued: [epoch], keys: [{ epochs: [epoch], publicKey: toBase64url(issuerPublicKey) }] },
      }) as unknown as World;
    const worlds = {
      load: async () => world(),
      loadWith: async () => world(),
      last: world,
    } as unknown as Worlds;
    const talk = {
      draw: async ({ body }: { body: { week: string; blinded: string[] } }) => {
        asked.push(body.week);
        if (refusals[body.week]) throw refusals[body.week];
        return { signatures: body.blinded.map((blinded) => sign(key.privateKey, blinded)) };
      },
    } as unknown as TalkCaller;
    const entry = {
      label: { kind: 'alias', epoch },
      ...{ proof: new Uint8Array(), pseudonym: new Uint8Array(48), publicKey: new Uint8Array(32) },
    };
    const prover = { present: async () => entry } as unknown as Prover;
    const exclusive = <T>(task: () => Promise<T>) => task();
    const quiet = { talk, quiet: talk, rooms: { snapshot: () => ({ entered: [] }) }, rng: fixedRng };
    const clock = { now: () => now };
    return createTokens({ store, ...quiet, wallet, prover, worlds, clock, exclusive });
  }

  it('are drawn once, of this week and then of the one before', async () => {
    const tokens = await purseOf();
    expect([await tokens.draw(), await tokens.draw()]).toEqual([14, 14]);
    expect(asked).toEqual(['2026-W47', '2026-W46']);
    expect(tokens.snapshot()).toMatchObject({ drawn: true, ofWeek: { free: 7 } });
    expect((await tokens.purse.take(8, 'x', [key.published.id])).length).toBe(8);
    expect((await tokens.purse.weeks()).map(({ week }) => week)).toEqual(['2026-W46', '2026-W47']);
  });

  it('of the week before can be had later when they can not be had now', async () => {
    const tokens = await purseOf();
    refusals = { '2026-W46': clientError('offline', 'no network') };
    expect(await tokens.draw()).toBe(7);
    refusals = {};
    expect(await tokens.draw()).toBe(14);
    expect(asked).toEqual(['2026-W47', '2026-W46', '2026-W46']);
  });

  it('of the week before are asked for no more when they were drawn under a key that is gone', async () => {
    const tokens = await purseOf();
    refusals = { '2026-W46': new ApiError('already-drawn', { status: 409 }) };
    expect([await tokens.draw(), await tokens.draw()]).toEqual([7, 7]);
    expect(asked).toEqual(['2026-W47', '2026-W46']);
  });

  it('of this week have to be had: what talk says to them is what the person is told', async () => {
    const tokens = await purseOf();
    refusals = { '2026-W47': clientError('offline', 'no network') };
    await expect(tokens.draw()).rejects.toMatchObject({ code: 'offline' });
    expect(asked).toEqual(['2026-W47']);
  });

  it('are drawn again when the key under which they were drawn is void', async () => {
    const tokens = await purseOf();
    await tokens.draw();
    key = keys[1]!;
    await tokens.refresh();
    expect(tokens.snapshot()).toMatchObject({ drawn: false, free: 0 });
    expect([await tokens.draw(), asked.length]).toEqual([14, 4]);
    const { id } = key.published;
    expect((await tokens.purse.weeks()).map(({ keyId }) => keyId)).toEqual([id, id]);
  });

  it('have other nonces then: whoever saw one on the wire joins it with no later act', async () => {
    const tokens = await purseOf();
    await tokens.draw();
    const before = await tokens.purse.take(14, 'sent', [key.published.id]);
    key = keys[1]!;
    expect(await tokens.draw()).toBe(14);
    const after = await tokens.purse.take(14, 'others', [key.published.id]);
    expect(new Set([...before, ...after].map(({ nonce }) => nonce)).size).toBe(28);
  });

  it('can be drawn later when the second draw does not come about', async () => {
    const tokens = await purseOf();
    await tokens.draw();
    key = { ...keys[1]!, privateKey: keys[0]!.privateKey };
    await expect(tokens.draw()).rejects.toMatchObject({ code: expect.any(String) });
    key = keys[1]!;
    expect(await tokens.draw()).toBe(14);
  });
});
