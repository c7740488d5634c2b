import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromHex, fromInteger, hex, toInteger } from './bytes.ts';
import {
  invertModulo,
  power,
  rsaBlind,
  rsaBlindSign,
  rsaFinalize,
  rsaPrepare,
  rsaVariants,
  rsaVerify,
} from './rsa.ts';
import { codeOf, flipBit } from './testing.ts';

type Vector = Record<string, string> & { name: keyof typeof rsaVariants };
const file = '../shared/vectors/rfc9474/test_vectors_rfc9474.json';
const vectors: Vector[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const bytesOf = (text = '') => fromHex(text.replace(/^0x/, ''));
const numberOf = (text = '') => toInteger(bytesOf(text));

/** All that follows from a vector's keys and randomness. */
function run(vector: Vector) {
  const variant = rsaVariants[vector.name];
  const key = { n: numberOf(vector.n), e: numberOf(vector.e) };
  const prefix = vector.msg_prefix ? bytesOf(vector.msg_prefix) : undefined;
  const inputMessage = rsaPrepare(variant, bytesOf(vector.msg), prefix);
  const given = numberOf(vector.inv);
  const blind = invertModulo(given, key.n)!;
  const { blinded, inverse } = rsaBlind({ key, variant, inputMessage, blind, salt: bytesOf(vector.salt) });
  const rawPrivate = (message: Uint8Array) =>
    fromInteger(power(toInteger(message), numberOf(vector.d), key.n), message.length);
  const blindSignature = rsaBlindSign(key, blinded, rawPrivate);
  const signature = rsaFinalize({ key, variant, inputMessage, blindSignature, inverse });
  return { variant, key, inputMessage, blinded, inverse, blindSignature, signature, rawPrivate };
}

describe.skipIf(vectors.length === 0)('RFC 9474, test vectors', () => {
  it('cover all four variants', () => {
    expect(vectors.map(({ name }) => name).sort()).toEqual(Object.keys(rsaVariants).sort());
  });

  it.each(vectors)('$name comes out byte for byte', (vector) => {
    const { inputMessage, blinded, inverse, blindSignature, signature } = run(vector);
    expect(hex(inputMessage)).toBe(vector.input_msg);
    expect(hex(blinded)).toBe(vector.blinded_msg);
    expect(inverse).toBe(numberOf(vector.inv));
    expect(hex(blindSignature)).toBe(vector.blind_sig);
    expect(hex(signature)).toBe(vector.sig);
  });

  it.each(vectors)('$name does not verify when a bit changes or the variant is another', (vector) => {
    const { variant, key, inputMessage, signature } = run(vector);
    expect(rsaVerify(key, variant, inputMessage, signature)).toBe(true);
    expect(rsaVerify(key, variant, flipBit(inputMessage, 77), signature)).toBe(false);
    expect(rsaVerify(key, variant, inputMessage, flipBit(signature, 4000))).toBe(false);
    expect(rsaVerify(key, variant, inputMessage, signature.subarray(1))).toBe(false);
    expect(rsaVerify({ ...key, n: key.n + 2n }, variant, inputMessage, signature)).toBe(false);
    const otherSalt = { ...variant, saltLength: variant.saltLength === 48 ? 0 : 48 } as const;
    expect(rsaVerify(key, otherSalt, inputMessage, signature)).toBe(false);
    const larger = fromInteger(toInteger(signature) + key.n, 512 + 1).subarray(1);
    expect(rsaVerify(key, variant, inputMessage, larger)).toBe(false);
  });

  it('refuse a signer that signs something else, and a private operation gone wrong', () => {
    const { variant, key, inputMessage, blinded, inverse, blindSignature, rawPrivate } = run(vectors[0]!);
    const finalize = (given: Uint8Array) =>
      codeOf(() => rsaFinalize({ key, variant, inputMessage, blindSignature: given, inverse }));
    expect(finalize(flipBit(blindSignature, 9))).toBe('blind-signature-invalid');
    expect(finalize(blindSignature.subarray(1))).toBe('blind-signature-invalid');
    expect(finalize(fromInteger(key.n, 512))).toBe('blind-signature-invalid');
    const faulty = (message: Uint8Array) => flipBit(rawPrivate(message), 8);
    expect(codeOf(() => rsaBlindSign(key, blinded, faulty))).toBe('blind-signature-invalid');
    expect(codeOf(() => rsaBlindSign(key, fromInteger(key.n, 512), rawPrivate))).toBe(
      'blind-signature-invalid',
    );
  });

  it('refuse randomness of the wrong length, and a blind without inverse', () => {
    const { key, inputMessage } = run(vectors[0]!);
    const variant = rsaVariants['RSABSSA-SHA384-PSS-Randomized'];
    expect(codeOf(() => rsaPrepare(variant, inputMessage))).toBe('token-invalid');
    const blindWith = (blind: bigint, salt: number) => () =>
      rsaBlind({ key, variant, inputMessage, blind, salt: new Uint8Array(salt) });
    expect(codeOf(blindWith(2n, 0))).toBe('token-invalid');
    expect(codeOf(blindWith(numberOf(vectors[0]!.p), 48))).toBe('token-key-invalid');
  });
});

describe('modular arithmetic', () => {
  it('raises and inverts', () => {
    expect(power(5n, 117n, 19n)).toBe(1n);
    expect(power(5n, 0n, 19n)).toBe(1n);
    expect(invertModulo(3n, 11n)).toBe(4n);
    expect(invertModulo(22n, 11n)).toBeNull();
    expect(invertModulo(0n, 11n)).toBeNull();
    expect(invertModulo(6n, 9n)).toBeNull();
  });
});
