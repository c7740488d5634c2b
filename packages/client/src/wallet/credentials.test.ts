import type { IssuerDocument } from '@teahouse/contract/members';
import { issuerKeyId, toBase64url } from '@teahouse/protocol';
import { encodeEntry } from '@teahouse/protocol/record';
import { describe, expect, it } from 'vitest';
import { ownPoint, testIssuer } from '../log/test-issuer.ts';
import { checkIssued, publishedKey } from './credentials.ts';

const publicKey = new Uint8Array(96).fill(1);
const id = issuerKeyId(publicKey);
const other = new Uint8Array(96).fill(2);
const document = (keys: IssuerDocument['keys']): IssuerDocument => ({
  instance: 'i',
  log: { origin: 'i/issuer', key: '', witnesses: [] },
  keys,
  counts: [],
  issued: [],
  openings: [],
});
const key = (bytes: Uint8Array, epochs: string[]) => ({
  id: issuerKeyId(bytes),
  publicKey: toBase64url(bytes),
  epochs,
  logged: 1,
});
const unknown = expect.objectContaining({ code: 'issuer-key-unknown' });

describe("the issuer's key of an epoch", () => {
  it('is the one that the published document holds', () => {
    const published = document([key(publicKey, ['2026-11']), key(other, ['2026-10'])]);
    expect(publishedKey(published, '2026-11', id, {})).toEqual(publicKey);
  });

  it('is refused when the document does not hold it', () => {
    expect(() => publishedKey(document([key(other, ['2026-11'])]), '2026-11', id, {})).toThrow(unknown);
    expect(() => publishedKey(document([key(publicKey, ['2026-10'])]), '2026-11', id, {})).toThrow(unknown);
  });

  it('is refused when an epoch has two: a key for a few would tag them', () => {
    const published = document([key(publicKey, ['2026-11']), key(other, ['2026-11'])]);
    expect(() => publishedKey(published, '2026-11', id, {})).toThrow(unknown);
  });

  it('is refused when it is not the one seen before, or its id is not its own', () => {
    expect(() =>
      publishedKey(document([key(publicKey, ['2026-11'])]), '2026-11', id, { '2026-11': 'x' }),
    ).toThrow(unknown);
    const renamed = document([{ ...key(other, ['2026-11']), id }]);
    expect(() => publishedKey(renamed, '2026-11', id, {})).toThrow(unknown);
  });
});

describe('a credential as received', () => {
  const { document: published, credential: issued, log } = testIssuer();
  const input = (holds: boolean, asked: string[]) => ({
    prover: {
      commit: () => Promise.reject(new Error('not asked for')),
      present: () => Promise.reject(new Error('not asked for')),
      checkCredential: async ({ credential }: { credential: { company: string } }) => {
        asked.push(credential.company);
        return holds;
      },
    },
    seed: new Uint8Array(32),
    document: published,
    seen: {},
    known: [],
    tree: { entry: async (index: number) => log.claim(index).entry },
    point: async () => ownPoint,
  });

  it('is refused when the signature does not hold', async () => {
    await expect(checkIssued(issued, input(false, []))).rejects.toMatchObject({ code: 'credential-invalid' });
  });

  it('is refused when the log does not hold it', async () => {
    const tree = { entry: async () => encodeEntry({ type: 'log', instance: 'i', plane: 'issuer' }) };
    await expect(checkIssued(issued, { ...input(true, []), tree })).rejects.toMatchObject({
      code: 'not-in-log',
    });
  });

  it('is looked for in the log again when another leaf is named', async () => {
    const asked: string[] = [];
    const stored = await checkIssued(issued, input(true, asked));
    const moved = { ...issued, leaf: { ...issued.leaf, logged: 2 } };
    const again = checkIssued(moved, { ...input(true, asked), known: [stored] });
    await expect(again).rejects.toMatchObject({ code: 'not-in-log' });
  });

  it('is checked once, and not again when it comes unchanged', async () => {
    const asked: string[] = [];
    const stored = await checkIssued(issued, input(true, asked));
    await checkIssued(issued, { ...input(true, asked), known: [stored] });
    expect(asked).toEqual(['harbour']);
    const changed = { ...stored, signature: new Uint8Array(80).fill(9) };
    await checkIssued(issued, { ...input(true, asked), known: [changed] });
    expect(asked).toEqual(['harbour', 'harbour']);
  });
});
