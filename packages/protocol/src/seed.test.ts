import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, hex, toInteger } from './bytes.ts';
import { actKey, deriveSecrets, newSeed, phraseFromSeed, seedFromPhrase } from './seed.ts';
import { bytes32, codeOf, seededRng } from './testing.ts';

const aSeed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Uint8Array.from(bytes));

describe('primitives, as their documents have them', () => {
  it('HKDF-SHA-256, RFC 5869 A.1', () => {
    const okm = hkdf(
      sha256,
      fromHex('0b'.repeat(22)),
      fromHex('000102030405060708090a0b0c'),
      fromHex('f0f1f2f3f4f5f6f7f8f9'),
      42,
    );
    expect(hex(okm)).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });

  it('Ed25519, RFC 8032 7.1 test 2', () => {
    const key = fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    expect(hex(ed25519.getPublicKey(key))).toBe(
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    );
    expect(hex(ed25519.sign(Uint8Array.of(0x72), key))).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });

  it('BIP-39, the vector of 32 zero bytes', () => {
    expect(phraseFromSeed(new Uint8Array(32))).toBe(`${'abandon '.repeat(23)}art`);
  });
});

describe('a seed', () => {
  it('is what its phrase says, whatever the spacing and case', () => {
    fc.assert(
      fc.property(aSeed, (seed) => {
        const phrase = phraseFromSeed(seed);
        expect(phrase.split(' ')).toHaveLength(24);
        expect(seedFromPhrase(`  ${phrase.toUpperCase().replaceAll(' ', ' \n ')} `)).toEqual(seed);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['too few words', 'abandon '.repeat(12)],
    ['an unknown word', `${'abandon '.repeat(23)}teahouse`],
    ['a wrong checksum', 'abandon '.repeat(24)],
    ['nothing', ''],
  ])('is not read from a phrase with %s, and the words are not repeated in the error', (_, phrase) => {
    expect(codeOf(() => seedFromPhrase(phrase))).toBe('phrase-invalid');
    expect(() => seedFromPhrase(phrase)).not.toThrow(/abandon/);
  });

  it('has 32 bytes and no other length', () => {
    expect(newSeed(seededRng('seed'))).toHaveLength(32);
    expect(codeOf(() => newSeed(() => new Uint8Array(16)))).toBe('seed-invalid');
    expect(codeOf(() => deriveSecrets(new Uint8Array(31)))).toBe('seed-invalid');
    expect(codeOf(() => phraseFromSeed(new Uint8Array(16)))).toBe('seed-invalid');
  });

  it('gives ten secrets and a blind, all different, below the order of the group', () => {
    const { nymSecrets, proverBlind } = deriveSecrets(bytes32('seed'));
    const all = [...nymSecrets, proverBlind];
    expect(new Set(all.map(hex)).size).toBe(11);
    const order = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;
    for (const secret of all) expect(toInteger(secret) < order && secret.length === 32).toBe(true);
  });

  it('gives each context a key of its own', () => {
    const [one, other] = [actKey(bytes32('seed'), bytes32('a')), actKey(bytes32('seed'), bytes32('b'))];
    expect(hex(one.publicKey)).not.toBe(hex(other.publicKey));
    expect(actKey(bytes32('seed'), bytes32('a'))).toEqual(one);
    expect(codeOf(() => actKey(bytes32('seed'), new Uint8Array(31)))).toBe('context-invalid');
  });
});
