import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8ToBytes } from './octets.ts';
import { ORDER } from './params.ts';
import { scalarToOctets } from './scalars.ts';
import {
  backends,
  flipped,
  issue,
  MESSAGES,
  outcome,
  present,
  sampleSecrets,
  seededRng,
} from './test-kit.ts';
import type { VerifyInput } from './verify.ts';

describe.each(backends)('a presentation with $name', ({ name, bbs }) => {
  const numRuns = name === 'mcl' ? 100 : 8;
  const alice = issue(bbs, 'alice');
  const shown = present(bbs, alice, 'a thread');
  const refused = (change: Partial<VerifyInput>) => outcome(() => bbs.verify({ ...shown, ...change }));

  it('is accepted as it is, and has the stated length', () => {
    expect(outcome(() => bbs.verify(shown))).toBe('accepted');
    expect(shown.proof).toHaveLength(3 * 48 + (4 + 13) * 32);
    expect(shown.pseudonym).toHaveLength(48);
  });

  it('is refused when any single octet of any part is changed', () => {
    const parts = ['proof', 'pseudonym', 'contextId', 'presentationHeader', 'header', 'pk'] as const;
    const change = fc.record({
      part: fc.constantFrom(...parts, 'proof'),
      at: fc.nat(),
      mask: fc.integer({ min: 1, max: 255 }),
    });
    fc.assert(
      fc.property(change, ({ part, at, mask }) => {
        const octets = shown[part];
        expect(refused({ [part]: flipped(octets, at % octets.length, mask) })).not.toBe('accepted');
      }),
      { numRuns },
    );
  });

  it('is refused when a disclosed message is changed, shortened or lengthened', () => {
    const swap = (place: number, message: Uint8Array) =>
      shown.disclosed.map((item, i) => (i === place ? { ...item, message } : item));
    const change = fc.record({ place: fc.nat(2), at: fc.nat(), mask: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(change, ({ place, at, mask }) => {
        const { message } = shown.disclosed[place]!;
        expect(refused({ disclosed: swap(place, flipped(message, at % message.length, mask)) })).toBe(
          'proof-invalid',
        );
      }),
      { numRuns: numRuns / 4 },
    );
    expect(refused({ disclosed: swap(0, new Uint8Array()) })).toBe('proof-invalid');
    expect(refused({ disclosed: swap(0, utf8ToBytes('v1\0')) })).toBe('proof-invalid');
  });

  it('is refused with one named error for any octets that pose as a proof', () => {
    const { length } = shown.proof;
    fc.assert(
      fc.property(fc.uint8Array({ minLength: length, maxLength: length }), (proof) => {
        expect(refused({ proof })).toMatch(/^(scalar|point|proof)-invalid$/);
      }),
      { numRuns },
    );
  });

  it('is refused when the pseudonym is negated', () => {
    expect(refused({ pseudonym: flipped(shown.pseudonym, 0, 0x20) })).toBe('proof-invalid');
  });

  it('is refused under the pseudonym of somebody else or of another context', () => {
    const other = present(bbs, issue(bbs, 'bob'), 'a thread');
    const elsewhere = present(bbs, alice, 'another thread');
    for (const { pseudonym } of [other, elsewhere]) expect(refused({ pseudonym })).toBe('proof-invalid');
  });

  it('is refused when the counts shift a message into the nym secrets or back', () => {
    // Same number of signed scalars in total, so the length alone does not tell.
    expect(refused({ messageCount: 6, nymCount: 9 })).toBe('proof-invalid');
    expect(refused({ messageCount: 4, nymCount: 11 })).toBe('proof-invalid');
    expect(refused({ committedCount: 1, nymCount: 9 })).toBe('proof-invalid');
  });

  it('is not repeatable: two presentations share no octets but the pseudonym', () => {
    const { presentationHeader, contextId } = shown;
    const where = { presentationHeader, contextId, disclosed: [0] };
    const prove = (seed: string) => bbs.prove({ ...alice, ...where, rng: seededRng(seed) });
    const [one, two] = [prove('one'), prove('two')];
    expect(one.pseudonym).toEqual(two.pseudonym);
    for (let at = 0; at < one.proof.length; at += 16) {
      expect(one.proof.slice(at, at + 16)).not.toEqual(two.proof.slice(at, at + 16));
    }
  });
});

describe.each(backends)('a pseudonym with $name', ({ bbs }) => {
  it('is the same for the same secrets and context, whatever the credential or its issuer', () => {
    const former = issue(
      bbs,
      'alice',
      ['v1', '2026-12', 'company-8', 'industry-1', 'former'],
      'another issuer',
    );
    const ours = present(bbs, issue(bbs, 'alice'), 'a ballot');
    const theirs = present(bbs, former, 'a ballot', [0, 1]);
    expect(theirs.pseudonym).toEqual(ours.pseudonym);
    for (const presentation of [ours, theirs])
      expect(outcome(() => bbs.verify(presentation))).toBe('accepted');
  });

  it('differs between contexts and between holders', () => {
    const alice = issue(bbs, 'alice');
    const contexts = ['', 'a', 'b', 'a thread', 'a thread '];
    const pseudonyms = contexts.map((context) =>
      Buffer.from(present(bbs, alice, context).pseudonym).toString('hex'),
    );
    pseudonyms.push(Buffer.from(present(bbs, issue(bbs, 'bob'), 'a').pseudonym).toString('hex'));
    expect(new Set(pseudonyms).size).toBe(pseudonyms.length);
  });
});

describe('the backends', () => {
  it('accept what the other made, octet for octet', () => {
    const [noble, mcl] = backends.map(({ bbs }) => bbs) as [
      (typeof backends)[0]['bbs'],
      (typeof backends)[0]['bbs'],
    ];
    fc.assert(
      fc.property(fc.string(), fc.subarray([0, 1, 2, 3, 4]), (context, disclosed) => {
        const [a, b] = [noble, mcl].map((bbs) => present(bbs, issue(bbs, 'carol'), context, disclosed));
        expect(b).toEqual(a);
        for (const bbs of [noble, mcl]) expect(outcome(() => bbs.verify(a!))).toBe('accepted');
      }),
      { numRuns: 4 },
    );
  });
});

describe.each(backends)('a commitment with $name', ({ bbs }) => {
  const secrets = sampleSecrets('alice');
  const commitment = bbs.commit({ ...secrets, rng: seededRng('first') });
  const sk = bbs.keyGen(seededRng('issuer')(32));
  const signing = {
    sk,
    pk: bbs.publicKey(sk),
    header: new Uint8Array(),
    messages: MESSAGES.map(utf8ToBytes),
  };

  it('is the same point each time, with a fresh proof of opening', () => {
    const again = bbs.commit({ ...secrets, rng: seededRng('second') });
    expect(again.slice(0, 48)).toEqual(commitment.slice(0, 48));
    expect(again.slice(48)).not.toEqual(commitment.slice(48));
    expect(outcome(() => bbs.verifyCommitment(again, 10))).toBe('accepted');
  });

  it('is refused when any single octet is changed', () => {
    const change = fc.record({ at: fc.nat(commitment.length - 1), mask: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(change, ({ at, mask }) => {
        const commitmentWithProof = flipped(commitment, at, mask);
        expect(outcome(() => bbs.blindSign({ ...signing, commitmentWithProof, nymCount: 10 }))).toMatch(
          /^(commitment|point|scalar)-invalid$/,
        );
      }),
      { numRuns: 15 },
    );
  });

  it('is refused for another number of secrets', () => {
    for (const nymCount of [1, 9, 11]) {
      expect(outcome(() => bbs.verifyCommitment(commitment, nymCount))).toBe('commitment-length');
    }
    // Read as a committed message and nine secrets it opens, because the commitment is the same kind of sum;
    // the count is bound by the signature's header instead, and the holder can't show it with ten.
    expect(outcome(() => bbs.verifyCommitment(commitment, 9, 1))).toBe('accepted');
  });

  it('gives a credential that fails its check when anything about it is changed', () => {
    const credential = issue(bbs, 'alice');
    expect(bbs.verifyCredential(credential)).toBe(true);
    expect(bbs.verifyCredential({ ...credential, header: utf8ToBytes('another') })).toBe(false);
    expect(bbs.verifyCredential({ ...credential, messages: credential.messages.slice(1) })).toBe(false);
    expect(bbs.verifyCredential({ ...credential, ...sampleSecrets('bob') })).toBe(false);
    expect(bbs.verifyCredential({ ...credential, pk: bbs.publicKey(scalarToOctets(ORDER - 1n)) })).toBe(
      false,
    );
    const entropy = { signerNymEntropy: scalarToOctets(1n) };
    expect(bbs.verifyCredential({ ...credential, ...entropy })).toBe(false);
  });
});
