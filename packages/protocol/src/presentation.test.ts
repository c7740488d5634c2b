import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadMclBackend } from './bbs/backend-mcl.ts';
import { nobleBackend } from './bbs/backend-noble.ts';
import { createBbs } from './bbs/index.ts';
import { concat, equal, hex } from './bytes.ts';
import { reportContext, tokensContext } from './context.ts';
import { type Credential, credentialHeader, credentialMessages } from './credential.ts';
import { domainHash } from './hash.ts';
import { labelBytes, labelFor, labelKinds } from './label.ts';
import {
  checkCommitment,
  checkCredential,
  commitmentPoint,
  issue,
  issuerKeyId,
  makeCommitment,
  type Presentation,
  present,
  presentationFromWire,
  presentationToWire,
  verifyPresentation,
} from './presentation.ts';
import { actKey, deriveSecrets } from './seed.ts';
import { bytes32, codeOf, flipBit, seededRng } from './testing.ts';

const backends = [
  { name: 'noble', bbs: createBbs(nobleBackend) },
  { name: 'mcl', bbs: createBbs(await loadMclBackend()) },
];
const november: Credential = { epoch: '2026-11', company: 'acme', industry: 'games', standing: 'current' };
const context = tokensContext('tea.example', '2026-W47');

describe.each(backends)('a credential and its presentations, on $name', ({ name, bbs }) => {
  const rng = seededRng(name);
  const seed = bytes32('holder');
  const secretKey = bbs.keyGen(bytes32('issuer'));
  const issuerPublicKey = bbs.publicKey(secretKey);
  const issuedTo = (of: Uint8Array, credential = november) => {
    const commitment = makeCommitment({ bbs, seed: of, rng });
    return issue({ bbs, secretKey, publicKey: issuerPublicKey, commitment, credential });
  };
  const signature = issuedTo(seed);
  const show = (change: Partial<Parameters<typeof present>[0]> = {}) =>
    present({
      bbs,
      issuerPublicKey,
      signature,
      credential: november,
      kind: 'company',
      context,
      seed,
      rng,
      ...change,
    });
  const verdict = (
    presentation: Presentation,
    change: { context?: Uint8Array; issuerPublicKey?: Uint8Array } = {},
  ) => {
    try {
      verifyPresentation({ bbs, issuerPublicKey, context, presentation, ...change });
      return 'holds';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('commits to the same point each time, with a fresh proof', () => {
    const [one, two] = [makeCommitment({ bbs, seed, rng }), makeCommitment({ bbs, seed, rng })];
    expect(commitmentPoint(one)).toEqual(commitmentPoint(two));
    expect(equal(one, two)).toBe(false);
    expect(() => checkCommitment({ bbs, commitment: one })).not.toThrow();
  });

  it('refuses a commitment that was tampered with, or is of another length', () => {
    const commitment = makeCommitment({ bbs, seed, rng });
    const other = makeCommitment({ bbs, seed: bytes32('other'), rng });
    const stolen = concat(commitmentPoint(commitment), other.subarray(48));
    for (const bad of [flipBit(commitment, 1000), commitment.subarray(1), new Uint8Array(), stolen]) {
      expect(codeOf(() => checkCommitment({ bbs, commitment: bad }))).toBe('commitment-invalid');
      expect(
        codeOf(() =>
          issue({ bbs, secretKey, publicKey: issuerPublicKey, commitment: bad, credential: november }),
        ),
      ).toBe('commitment-invalid');
    }
    expect(codeOf(() => makeCommitment({ bbs, seed, rng: () => new Uint8Array() }))).toBe(
      'commitment-invalid',
    );
    expect(codeOf(() => commitmentPoint(new Uint8Array(47)))).toBe('commitment-invalid');
  });

  it('is accepted by its holder only as it was issued', () => {
    const check = (change: Partial<Parameters<typeof checkCredential>[0]>) => () =>
      checkCredential({ bbs, issuerPublicKey, signature, credential: november, seed, ...change });
    expect(check({})).not.toThrow();
    expect(codeOf(check({ credential: { ...november, company: 'other' } }))).toBe('credential-invalid');
    expect(codeOf(check({ seed: bytes32('somebody else') }))).toBe('credential-invalid');
    expect(codeOf(check({ signature: flipBit(signature, 400) }))).toBe('credential-invalid');
    expect(codeOf(check({ issuerPublicKey: bbs.publicKey(bbs.keyGen(bytes32('x'))) }))).toBe(
      'credential-invalid',
    );
  });

  it.each(labelKinds)('shows a %s label and holds', (kind) => {
    const shown = show({ kind });
    expect(shown.label).toEqual(labelFor(kind, november));
    expect(shown.publicKey).toEqual(actKey(seed, context).publicKey);
    expect(verdict(shown)).toBe('holds');
    expect(presentationFromWire(presentationToWire(shown))).toEqual(shown);
  });

  it('has one pseudonym in a context, whatever credential and label', () => {
    const december: Credential = {
      epoch: '2026-12',
      company: 'pixel',
      industry: 'chips',
      standing: 'former',
    };
    const later = show({ credential: december, signature: issuedTo(seed, december), kind: 'alias' });
    expect(verdict(later)).toBe('holds');
    expect(later.pseudonym).toEqual(show().pseudonym);
    expect(equal(show().proof, show().proof)).toBe(false);
  });

  it('has unlike pseudonyms and keys in two contexts, and beside another holder', () => {
    const other = bytes32('other holder');
    const all = [
      show(),
      show({ context: reportContext(bytes32('post')) }),
      show({ seed: other, signature: issuedTo(other) }),
    ];
    expect(new Set(all.map(({ pseudonym }) => hex(pseudonym))).size).toBe(3);
    expect(new Set(all.map(({ publicKey }) => hex(publicKey))).size).toBe(3);
  });

  it('is bound to context, issuer, key and label', () => {
    const shown = show();
    const refused = 'presentation-invalid';
    expect(verdict(shown, { context: tokensContext('tea.example', '2026-W48') })).toBe(refused);
    expect(verdict(shown, { context: new Uint8Array(31) })).toBe(refused);
    expect(verdict(shown, { issuerPublicKey: bbs.publicKey(bbs.keyGen(bytes32('x'))) })).toBe(refused);
    expect(verdict({ ...shown, publicKey: actKey(bytes32('mallory'), context).publicKey })).toBe(refused);
    expect(verdict({ ...shown, publicKey: new Uint8Array(31) })).toBe(refused);
    expect(verdict({ ...shown, label: { ...shown.label, company: 'ACME' } as never })).toBe(refused);
    for (const kind of labelKinds.slice(1)) {
      expect(verdict({ ...shown, label: labelFor(kind, november) })).toBe(refused);
    }
    for (const change of [{ company: 'pixel' }, { epoch: '2026-12' }, { standing: 'former' } as const]) {
      expect(verdict({ ...shown, label: labelFor('company', { ...november, ...change }) })).toBe(refused);
    }
  });

  it('does not hold for a key under which anybody could sign, however well it is proved', () => {
    const proved = (publicKey: Uint8Array): Presentation => {
      const label = labelFor('alias', november);
      const shown = bbs.prove({
        pk: issuerPublicKey,
        signature,
        header: credentialHeader,
        messages: credentialMessages(november),
        ...deriveSecrets(seed),
        presentationHeader: domainHash('entry', context, labelBytes(label), publicKey),
        contextId: context,
        disclosed: [0, 1],
        rng,
      });
      return { label, publicKey, ...shown };
    };
    expect(verdict(proved(actKey(bytes32('any other'), context).publicKey))).toBe('holds');
    expect(verdict(proved(ed25519.Point.ZERO.toBytes()))).toBe('presentation-invalid');
  });

  it('does not hold when any bit of it changes', () => {
    const shown = show();
    fc.assert(
      fc.property(fc.constantFrom('proof', 'pseudonym', 'publicKey'), fc.nat(), (part, place) => {
        const changed = { ...shown, [part]: flipBit(shown[part as 'proof'], place) };
        expect(verdict(changed)).toBe('presentation-invalid');
      }),
      { numRuns: name === 'mcl' ? 120 : 20 },
    );
  });

  it('can not be shown as more than it is', () => {
    const claimed = { ...november, company: 'rival' };
    expect(verdict(show({ credential: claimed }))).toBe('presentation-invalid');
    expect(verdict(show({ seed: bytes32('thief of the signature') }))).toBe('presentation-invalid');
    expect(codeOf(() => show({ signature: new Uint8Array(80) }))).toBe('credential-invalid');
  });
});

describe('presentations on the wire', () => {
  it.each([
    { label: { kind: 'alias' } },
    { proof: '=' },
    { pseudonym: 'AAAA' },
    { publicKey: 'AAAA' },
    { pseudonym: undefined },
  ])('are refused with %j', (change) => {
    const wire = {
      label: labelFor('alias', november),
      proof: '',
      pseudonym: 'A'.repeat(64),
      publicKey: 'A'.repeat(43),
    };
    expect(presentationFromWire(wire).pseudonym).toHaveLength(48);
    expect(codeOf(() => presentationFromWire({ ...wire, ...change } as never))).toBe('presentation-invalid');
  });

  it('name an issuer key by eleven characters', () => {
    expect(issuerKeyId(new Uint8Array(96))).toMatch(/^[\w-]{11}$/);
    expect(codeOf(() => issuerKeyId(new Uint8Array(95)))).toBe('key-invalid');
  });
});
