import type { Proof } from '@teahouse/contract/talk';
import { toBase64url } from '@teahouse/protocol';
import { describe, expect, it } from 'vitest';
import type { Trusted } from './checks.ts';
import { altered, forgeriesOf } from './testing/forgeries.ts';
import { createProofKit } from './testing/index.ts';
import { checkCodes } from './verdict.ts';
import { verifyProof } from './verify.ts';

const kit = await createProofKit();
const proof = await kit.make();
const forgeries = await forgeriesOf(kit);
const verify = (of: Proof, trusted?: Trusted) => verifyProof({ proof: of, bbs: kit.bbs, trusted });
const statesOf = (of: Proof, trusted?: Trusted, state = 'failed') =>
  verify(of, trusted)
    .checks.filter((check) => check.state === state)
    .map(({ code }) => code);

describe('a forged proof', () => {
  it.each(forgeries)('fails at %s alone: %s', async (code, _what, forge) => {
    const forged = await forge();
    expect(statesOf(forged)).toEqual([code]);
    expect(verify(forged).outcome).toBe('not-proven');
  });

  it('of whole logs by somebody else is told from a true one by the keys alone', async () => {
    const mallory = await createProofKit('mallory');
    const forged = await mallory.make();
    expect(statesOf(forged, {}, 'unknown')).toEqual(['keys-trusted']);
    expect(statesOf(forged, kit.trusted)).toEqual(['keys-trusted']);
    expect(statesOf(forged, { issuer: kit.trusted.issuer })).toEqual(['keys-trusted']);
    expect(verify(forged, kit.trusted).outcome).toBe('not-proven');
  });

  it('whose header can not be read proves nothing, and says no more than that', () => {
    const forged = altered(proof, { act: { header: toBase64url(Uint8Array.of(0xff)) } });
    expect(verify(forged)).toMatchObject({ outcome: 'not-proven', what: { text: null, instance: null } });
    expect(statesOf(forged)).toEqual(['text', 'signature', 'act-logged']);
  });

  it('gives no number, time or witness that it did not prove', () => {
    const { key } = proof.issuer;
    const forged = altered(proof, { talk: { checkpoint: '' }, issuer: { checkpoint: '', counts: key } });
    expect(verify(forged).what).toMatchObject({ n: null, evidence: [], acceptedBy: null, witnesses: [] });
  });

  it('is thought of for every check', () => {
    expect(new Set([...forgeries.map(([code]) => code), 'keys-trusted'])).toEqual(new Set(checkCodes));
  });
});
