import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8ToBytes } from './octets.ts';
import { backends, issue, outcome, present, seededRng } from './test-kit.ts';

describe.each(backends)('a batch of presentations with $name', ({ name, bbs }) => {
  const rng = seededRng('weights');
  const alice = issue(bbs, 'alice');
  const bob = issue(bbs, 'bob', undefined, 'another issuer');
  /** All holds but the pairings: the issuer signed another company than the one that is proved. */
  const forger = { ...alice, messages: alice.messages.with(3, utf8ToBytes('industry-9')) };
  const good = ['a', 'b', 'c'].map((context) => present(bbs, alice, context));
  const forged = ['d', 'e'].map((context) => present(bbs, forger, context));
  const others = [present(bbs, bob, 'f')];
  const broken = [
    { ...good[0]!, proof: good[0]!.proof.subarray(1) },
    { ...good[1]!, contextId: utf8ToBytes('elsewhere') },
    { ...good[2]!, pk: new Uint8Array(96) },
  ];
  const all = [...good, ...forged, ...others, ...broken];

  it('has the outcome that each would have alone, in any order and company', () => {
    expect(forged.map((input) => outcome(() => bbs.verify(input)))).toEqual([
      'proof-invalid',
      'proof-invalid',
    ]);
    const single = new Map(all.map((input) => [input, outcome(() => bbs.verify(input))]));
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (batch) => {
        const outcomes = bbs.verifyBatch(batch, rng).map((error) => error?.code ?? 'accepted');
        expect(outcomes).toEqual(batch.map((input) => single.get(input)));
      }),
      { numRuns: name === 'mcl' ? 40 : 4 },
    );
  });

  it('is nothing to a verifier without randomness', () => {
    expect(outcome(() => bbs.verifyBatch(good, () => new Uint8Array(16)))).toBe('randomness-invalid');
    expect(bbs.verifyBatch([], rng)).toEqual([]);
  });
});
