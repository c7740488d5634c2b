import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nobleBackend } from './backend-noble.ts';
import { createGenerators } from './generators.ts';
import { expandMessage, hashToScalar } from './hash.ts';
import { concatBytes, bytesToHex as hex, hexToBytes, utf8ToBytes } from './octets.ts';
import { API_ID, BLIND_API_ID, EXPAND_LENGTH, P1_HEX } from './params.ts';
import { mod, octetsToInteger, type Rng, scalarToOctets } from './scalars.ts';
import { createScheme } from './scheme.ts';
import { signedScalars } from './sign.ts';
import { backends } from './test-kit.ts';

const FOLDER = join(import.meta.dirname, '../../../../../shared/vectors/bbs-pseudonyms/bls12-381-sha-256');
interface Fixture {
  readonly caseName: string;
  readonly result: { valid: boolean };
  readonly mockRngParameters: { SEED: string; commit: { DST: string }; proof: { DST: string } };
  readonly signerKeyPair: { secretKey: string; publicKey: string };
  readonly signerPublicKey: string;
  readonly signature: string;
  readonly header: string;
  readonly presentationHeader: string;
  readonly context_id: string;
  readonly messages: string[];
  readonly committedMessages: string[];
  readonly revealedMessages: Record<string, string>;
  readonly revealedCommittedMessages: Record<string, string>;
  readonly proverNyms: string[];
  readonly nym_secrets: string[];
  readonly proverBlind: string;
  readonly signer_nym_entropy: string;
  readonly commitmentWithProof: string;
  readonly pseudonym: string;
  readonly proof: string;
  readonly L: number;
  readonly trace: { random_scalars: { s_tilde: string; m_tildes: string[] }; domain: string };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(FOLDER, path), 'utf8')) as T;
}

function fixtures(folder: string): [string, Fixture][] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(join(FOLDER, folder)).map((file) => [file, readJson<Fixture>(join(folder, file))]);
}

/** seeded_random_scalars, draft-irtf-cfrg-bbs-signatures "Mocked Random Scalars", as the octets before reduction. */
function mockedRng(seed: string, dst: string, count: number, skip = 0): Rng {
  const octets = expandMessage(utf8ToBytes(seed), dst, EXPAND_LENGTH * count);
  let at = skip * EXPAND_LENGTH;
  return (length) => {
    at += length;
    return octets.slice(at - length, at);
  };
}

/** The fixtures write one scalar of the ten-nym cases without its leading zero. */
function padded(scalar: string): string {
  return scalar.padStart(64, '0');
}

function disclosed(messages: Record<string, string>): { index: number; message: Uint8Array }[] {
  return Object.entries(messages).map(([index, message]) => ({
    index: Number(index),
    message: hexToBytes(message),
  }));
}

function credential(fixture: Fixture, pk: string) {
  return {
    pk: hexToBytes(pk),
    signature: hexToBytes(fixture.signature),
    header: hexToBytes(fixture.header),
    messages: fixture.messages.map(hexToBytes),
    committedMessages: fixture.committedMessages.map(hexToBytes),
    nymSecrets: fixture.proverNyms.map((nym) => hexToBytes(padded(nym))),
    proverBlind: hexToBytes(fixture.proverBlind),
    signerNymEntropy: hexToBytes(fixture.signer_nym_entropy),
  };
}

describe.skipIf(!existsSync(FOLDER)).each(backends)('published vectors with $name', ({ backend, bbs }) => {
  it('gives the generators', () => {
    interface List {
      readonly api_id: string;
      readonly P1: string;
      readonly Q1: string;
      readonly MsgGenerators: string[];
    }
    const file = readJson<{ generators: List; blindGenerators: List }>('generators.json');
    const generators = createGenerators(backend);
    const given = (list: List) => [list.Q1, ...list.MsgGenerators];
    expect([API_ID, BLIND_API_ID, P1_HEX, P1_HEX]).toEqual([
      file.generators.api_id,
      file.blindGenerators.api_id,
      file.generators.P1,
      file.blindGenerators.P1,
    ]);
    expect(generators.signer(given(file.generators).length).octets.map(hex)).toEqual(given(file.generators));
    expect(generators.blind(given(file.blindGenerators).length).octets.map(hex)).toEqual(
      given(file.blindGenerators),
    );
  });

  it.each(fixtures('nymCommit'))('commits as %s', (_file, fixture) => {
    const secretCount = fixture.committedMessages.length + fixture.proverNyms.length;
    const { SEED, commit } = fixture.mockRngParameters;
    const scalarFrom = (rng: Rng) => hex(scalarToOctets(mod(octetsToInteger(rng(EXPAND_LENGTH)))));
    const draws = mockedRng(SEED, commit.DST, secretCount + 2);
    // The draft draws the blind first; here it is an input, so the proof's randomness starts after it.
    expect(scalarFrom(draws)).toBe(fixture.proverBlind);
    expect(scalarFrom(draws)).toBe(fixture.trace.random_scalars.s_tilde);
    expect(fixture.trace.random_scalars.m_tildes.map(() => scalarFrom(draws))).toEqual(
      fixture.trace.random_scalars.m_tildes,
    );

    const made = bbs.commit({
      committedMessages: fixture.committedMessages.map(hexToBytes),
      nymSecrets: fixture.proverNyms.map((nym) => hexToBytes(padded(nym))),
      proverBlind: hexToBytes(fixture.proverBlind),
      rng: mockedRng(SEED, commit.DST, secretCount + 2, 1),
    });
    expect(hex(made)).toBe(fixture.commitmentWithProof);
    const check = () =>
      bbs.verifyCommitment(made, fixture.proverNyms.length, fixture.committedMessages.length);
    if (fixture.result.valid) expect(check).not.toThrow();
    else expect(check).toThrow();
  });

  it.each(fixtures('nymSignature'))('signs as %s', (_file, fixture) => {
    const { secretKey, publicKey } = fixture.signerKeyPair;
    const holder = credential(fixture, publicKey);
    const signature = bbs.blindSign({
      sk: hexToBytes(secretKey),
      pk: holder.pk,
      commitmentWithProof: hexToBytes(fixture.commitmentWithProof),
      header: holder.header,
      messages: holder.messages,
      nymCount: fixture.proverNyms.length,
      committedCount: fixture.committedMessages.length,
      signerNymEntropy: holder.signerNymEntropy,
    });
    const { shape, scalars } = signedScalars(holder);
    const { domain } = createScheme(backend).issuance(holder.pk, holder.header, shape);

    expect(hex(bbs.publicKey(hexToBytes(secretKey)))).toBe(publicKey);
    expect(hex(scalarToOctets(domain))).toBe(fixture.trace.domain);
    expect(scalars.slice(-shape.nymCount).map((s) => hex(scalarToOctets(s)))).toEqual(
      fixture.nym_secrets.map(padded),
    );
    expect(hex(signature)).toBe(fixture.signature);
    expect(bbs.verifyCredential(holder)).toBe(fixture.result.valid);
  });

  it.each(fixtures('nymProof'))('proves and verifies as %s', (_file, fixture) => {
    const holder = credential(fixture, fixture.signerPublicKey);
    const shown = disclosed(fixture.revealedMessages);
    const shownCommitted = disclosed(fixture.revealedCommittedMessages);
    const presentation = {
      presentationHeader: hexToBytes(fixture.presentationHeader),
      contextId: hexToBytes(fixture.context_id),
    };
    const { SEED, proof } = fixture.mockRngParameters;
    const signed = fixture.messages.length + 1 + fixture.committedMessages.length + fixture.proverNyms.length;
    const hidden = signed - shown.length - shownCommitted.length;
    const made = bbs.prove({
      ...holder,
      ...presentation,
      disclosed: shown.map(({ index }) => index),
      disclosedCommitted: shownCommitted.map(({ index }) => index),
      rng: mockedRng(SEED, proof.DST, 5 + hidden),
    });
    expect(hex(made.pseudonym)).toBe(fixture.pseudonym);
    expect(hex(made.proof)).toBe(fixture.proof);

    const check = () =>
      bbs.verify({
        pk: holder.pk,
        header: holder.header,
        ...presentation,
        proof: hexToBytes(fixture.proof),
        pseudonym: hexToBytes(fixture.pseudonym),
        disclosed: shown,
        messageCount: fixture.L,
        nymCount: fixture.proverNyms.length,
        committedCount: fixture.committedMessages.length,
        disclosedCommitted: shownCommitted,
      });
    if (fixture.result.valid) expect(check).not.toThrow();
    else expect(check).toThrow();
  });

  it('derives the key pair and the hash of the base draft', () => {
    // tooling/fixtures of decentralized-identity/bbs-signature at a6a445d: keypair.json, h2s.json.
    const baseApi = 'BBS_BLS12381G1_XMD:SHA-256_SSWU_RO_H2G_HM2S_';
    const keyMaterial = utf8ToBytes('this-IS-just-an-Test-IKM-to-generate-$e(r@t#-key');
    const keyInfo = utf8ToBytes('this-IS-some-key-metadata-to-be-used-in-test-key-gen');
    const message = hexToBytes('9872ad089e452c7b6e283dfac2a80d58e8d0ff71cc4d5e310a1debdda4a45f02');
    expect(
      hex(
        scalarToOctets(
          hashToScalar(concatBytes(keyMaterial, Uint8Array.of(0, 52), keyInfo), `${baseApi}KEYGEN_DST_`),
        ),
      ),
    ).toBe('60e55110f76883a13d030b2f6bd11883422d5abde717569fc0731f51237169fc');
    expect(hex(scalarToOctets(hashToScalar(message, `${baseApi}H2S_`)))).toBe(
      '0f90cbee27beb214e6545becb8404640d3612da5d6758dffeccd77ed7169807c',
    );
  });

  it('hashes to the same points whatever the backend', () => {
    for (const dst of [API_ID, BLIND_API_ID]) {
      const octets = (b: typeof backend) => b.pointsToOctets([b.hashToPoint(utf8ToBytes('one text'), dst)]);
      expect(octets(backend)).toEqual(
        nobleBackend.pointsToOctets([nobleBackend.hashToPoint(utf8ToBytes('one text'), dst)]),
      );
    }
  });
});
