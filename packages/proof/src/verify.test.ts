import type { Proof } from '@teahouse/contract/talk';
import { createBbs, toBase64url } from '@teahouse/protocol';
import { cosigner, encodeVerifier, noteSigner } from '@teahouse/protocol/log';
import { nobleBackend } from '@teahouse/protocol/noble';
import { describe, expect, it } from 'vitest';
import type { Trusted } from './checks.ts';
import { keyFingerprint } from './fingerprint.ts';
import { altered } from './testing/forgeries.ts';
import { createProofKit, named } from './testing/index.ts';
import { checkCodes } from './verdict.ts';
import { verifyProof } from './verify.ts';

const kit = await createProofKit();
const proof = await kit.make();
const verify = (of: Proof, trusted?: Partial<Trusted>) => verifyProof({ proof: of, bbs: kit.bbs, trusted });
const statesOf = (of: Proof, trusted?: Partial<Trusted>, state = 'failed') =>
  verify(of, trusted)
    .checks.filter((check) => check.state === state)
    .map(({ code }) => code);

describe('a proof', () => {
  it('holds, and says who, where, when and among how many', () => {
    const { outcome, checks, what } = verify(proof, kit.trusted);
    expect(outcome).toBe('proven');
    expect(checks).toEqual(checkCodes.map((code) => ({ code, state: 'ok' })));
    expect(what).toMatchObject({
      title: '今晚又加班',
      text: '水开了，茶凉了。',
      lang: 'zh',
      instance: 'tea.example',
      room: 'acme',
      kind: 'thread',
      label: { kind: 'company', company: 'acme', epoch: '2026-11', standing: 'current' },
      n: 57,
      evidence: [
        { kind: 'mailbox-code', n: 40 },
        { kind: 'mailbox-mail', n: 17 },
      ],
      acceptedBy: new Date('2026-11-22T10:45:00Z'),
      logKeys: {
        issuer: keyFingerprint(kit.trusted.issuer!),
        talk: keyFingerprint(kit.trusted.talk!),
      },
    });
    const seen = { name: 'witness.example/w1', time: new Date('2026-11-22T11:00:07Z'), known: true };
    expect(what.witnesses).toMatchObject([
      { log: 'issuer', ...seen },
      { log: 'talk', ...seen },
    ]);
  });

  it.each([
    ['industry', 87],
    ['professional', 99],
    ['alias', 102],
  ] as const)('with a %s label is measured by %i credentials', async (kind, n) => {
    const { outcome, what } = verify(await kit.make({ kind }));
    expect({ outcome, n: what.n }).toEqual({ outcome: 'proven', n });
  });

  it.each(['reply', 'edit'] as const)('of a %s holds in the context of its thread', async (act) => {
    const { outcome, what } = verify(await kit.make({ act }));
    expect({ outcome, kind: what.kind, thread: what.thread, title: what.title }).toEqual({
      outcome: 'proven',
      kind: act,
      thread: toBase64url(named('thread')),
      title: null,
    });
    if (act === 'edit') expect(what.post).toBe(toBase64url(named('post')));
  });

  it('made before the issuer changed its key, and read after, holds: it was', () => {
    expect(proof.issuer.key.index).toBe(1);
    expect(verify(proof).outcome).toBe('proven');
  });

  it('holds for the other backend as well', () => {
    const bbs = createBbs(nobleBackend);
    expect(verifyProof({ proof, bbs }).outcome).toBe('proven');
    const wrong = proof.presentation.proof.replace(/.$/, 'A');
    const forged = altered(proof, { presentation: { proof: wrong } });
    expect(verifyProof({ proof: forged, bbs }).outcome).toBe('not-proven');
  });

  it('without known keys holds all the same, and says that they were not compared', () => {
    expect(statesOf(proof, {}, 'unknown')).toEqual(['keys-trusted']);
    expect(statesOf(proof, { talk: kit.trusted.talk }, 'unknown')).toEqual(['keys-trusted']);
    expect(verify(proof).what.witnesses.map(({ known }) => known)).toEqual([null, null]);
    expect(verify(proof, { witnesses: [] }).what.witnesses.map(({ known }) => known)).toEqual([false, false]);
  });

  it('holds without any witness', async () => {
    const { issuer, talk } = kit.signers;
    const { outcome, what } = verify(await kit.make({ signers: { issuer: [issuer], talk: [talk] } }));
    expect({ outcome, witnesses: what.witnesses }).toEqual({ outcome: 'proven', witnesses: [] });
  });
});

it('a fingerprint is another for any other key or name', () => {
  const keys = [
    noteSigner('a', named('a')),
    noteSigner('b', named('a')),
    noteSigner('a', named('b')),
    cosigner('a', named('a'), 1),
  ].map(({ verifier }) => keyFingerprint(encodeVerifier(verifier)));
  expect(new Set(keys).size).toBe(4);
  for (const key of keys) expect(key).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
});
