import { describe, expect, it } from 'vitest';
import { hexToBytes } from './octets.ts';
import { ORDER, P1_HEX } from './params.ts';
import { scalarToOctets } from './scalars.ts';
import {
  backends,
  badPoints,
  issue,
  keyOutsideSubgroup,
  outcome,
  present,
  sampleSecrets,
  seededRng,
  spliced,
} from './test-kit.ts';
import type { VerifyInput } from './verify.ts';

const BAD_SCALARS: [string, Uint8Array][] = [
  ['zero', new Uint8Array(32)],
  ['r', new Uint8Array(Buffer.from(ORDER.toString(16), 'hex'))],
  ['r + 1', new Uint8Array(Buffer.from((ORDER + 1n).toString(16), 'hex'))],
  ['all ones', new Uint8Array(32).fill(0xff)],
];

describe.each(backends)('refusals with $name', ({ backend, bbs }) => {
  const credential = issue(bbs, 'alice');
  const shown = present(bbs, credential, 'a thread');
  const { presentationHeader, contextId } = shown;
  const proving = { ...credential, presentationHeader, contextId, disclosed: [0, 1, 2], rng: seededRng('x') };
  const verifyWith = (change: Partial<VerifyInput>) => outcome(() => bbs.verify({ ...shown, ...change }));
  /** A point whose x is small enough for x + p to fit, so that the non-canonical form exists. */
  const smallPoint = (() => {
    const candidates = Array.from({ length: 64 }, (_, i) => backend.hashToPoint(Uint8Array.of(i), 'DST'));
    return backend
      .pointsToOctets(candidates)
      .find((octets) => badPoints(octets).some(([name]) => name === 'coordinate beyond the field'))!;
  })();

  it.each(badPoints(smallPoint))('refuses a point: %s', (_name, point) => {
    expect(backend.pointFromOctets(smallPoint)).toBeDefined();
    expect(backend.pointFromOctets(point)).toBeUndefined();
    expect(verifyWith({ pseudonym: point })).toBe('point-invalid');
    for (const at of [0, 48, 96])
      expect(verifyWith({ proof: spliced(shown.proof, at, point) })).toBe('point-invalid');
    const signature = spliced(credential.signature, 0, point);
    expect(outcome(() => bbs.verifyCredential({ ...credential, signature }))).toBe('signature-invalid');
  });

  it.each(BAD_SCALARS)('refuses a scalar: %s', (_name, scalar) => {
    for (let at = 144; at < shown.proof.length; at += 32) {
      expect(verifyWith({ proof: spliced(shown.proof, at, scalar) })).toBe('scalar-invalid');
    }
    const signature = spliced(credential.signature, 48, scalar);
    expect(outcome(() => bbs.verifyCredential({ ...credential, signature }))).toBe('signature-invalid');
    expect(outcome(() => bbs.publicKey(scalar))).toBe('scalar-invalid');
    expect(
      outcome(() => bbs.commit({ ...sampleSecrets('a'), proverBlind: scalar, rng: seededRng('a') })),
    ).toBe('scalar-invalid');
  });

  it('refuses a proof, pseudonym or key of the wrong length', () => {
    const { proof, pseudonym, pk } = shown;
    for (const length of [
      0,
      1,
      144,
      proof.length - 32,
      proof.length - 1,
      proof.length + 1,
      proof.length + 32,
    ]) {
      const wrong = new Uint8Array(length);
      wrong.set(proof.subarray(0, length));
      expect(verifyWith({ proof: wrong })).toBe('proof-length');
    }
    for (const wrong of [new Uint8Array(), pseudonym.slice(1), spliced(new Uint8Array(96), 0, pseudonym)]) {
      expect(verifyWith({ pseudonym: wrong })).toBe('point-invalid');
    }
    for (const wrong of [new Uint8Array(), pk.slice(1), new Uint8Array(97)]) {
      expect(verifyWith({ pk: wrong })).toBe('key-invalid');
    }
  });

  it('refuses a public key that is the identity or outside of the subgroup', () => {
    const identity = spliced(new Uint8Array(96), 0, Uint8Array.of(0xc0));
    for (const pk of [identity, keyOutsideSubgroup(), new Uint8Array(96).fill(0xff)]) {
      expect(verifyWith({ pk })).toBe('key-invalid');
    }
  });

  it('refuses indexes that repeat, go backwards, are out of range or no integers', () => {
    const at = (...indexes: number[]) =>
      indexes.map((index) => ({ index, message: credential.messages[0]! }));
    for (const indexes of [
      [0, 0, 1],
      [0, 2, 1],
      [2, 1, 0],
      [0, 1, 5],
      [-1, 0, 1],
      [0, 1, 1.5],
      [0, 1, Number.NaN],
    ]) {
      expect(verifyWith({ disclosed: at(...indexes) })).toBe('index-invalid');
      expect(outcome(() => bbs.prove({ ...proving, disclosed: indexes }))).toBe('index-invalid');
    }
    expect(verifyWith({ disclosedCommitted: at(0) })).toBe('index-invalid');
    expect(verifyWith({ disclosed: shown.disclosed.slice(1) })).toBe('proof-length');
    const [first, second, third] = shown.disclosed;
    const shifted = [first!, second!, { ...third!, index: 3 }];
    expect(verifyWith({ disclosed: shifted })).toBe('proof-invalid');
  });

  it('refuses counts and types that make no sense', () => {
    for (const count of [-1, 1.5, Number.NaN, 257, Number.POSITIVE_INFINITY]) {
      expect(verifyWith({ messageCount: count })).toBe('input-invalid');
      expect(verifyWith({ nymCount: count })).toBe('input-invalid');
    }
    expect(verifyWith({ nymCount: 0 })).toBe('input-invalid');
    const wrongTypes = [
      { proof: 'ff' },
      { pk: null },
      { contextId: [1] },
      { disclosed: 'abc' },
      { disclosed: [null] },
    ];
    for (const change of wrongTypes) expect(verifyWith(change as never)).toBe('input-invalid');
    expect(outcome(() => bbs.keyGen(new Uint8Array(31)))).toBe('input-invalid');
  });

  it('refuses to go on with broken randomness', () => {
    for (const rng of [() => new Uint8Array(48), () => new Uint8Array(47).fill(1), () => new Uint8Array()]) {
      expect(outcome(() => bbs.commit({ ...sampleSecrets('a'), rng }))).toBe('randomness-invalid');
      expect(outcome(() => bbs.prove({ ...proving, rng }))).toBe('randomness-invalid');
    }
  });

  it('refuses proofs under another key, and keeps working when many keys were seen', () => {
    for (let i = 0; i < 10; i++) {
      const pk = bbs.publicKey(bbs.keyGen(seededRng(`key ${i}`)(32)));
      expect(verifyWith({ pk })).toBe('proof-invalid');
    }
    expect(verifyWith({})).toBe('accepted');
  });

  it('refuses a proof by one who knows no credential but satisfies every equation except the pairing', () => {
    // Abar = Bbar = P1: a forger may choose them freely; only the pairing ties them to the key.
    const forged = spliced(spliced(shown.proof, 0, hexToBytes(P1_HEX)), 48, hexToBytes(P1_HEX));
    expect(verifyWith({ proof: forged })).toBe('proof-invalid');
    const other = bbs.publicKey(scalarToOctets(7n));
    const { proof, pseudonym } = bbs.prove({ ...proving, pk: other });
    expect(verifyWith({ pk: other, proof, pseudonym })).toBe('proof-invalid');
  });
});
