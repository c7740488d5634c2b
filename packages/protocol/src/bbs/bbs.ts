import type { BbsBackend } from './backend.ts';
import { type CommitInput, commit, openCommitment } from './commit.ts';
import type { BbsError } from './errors.ts';
import { requireCount } from './octets.ts';
import { type Presentation, type ProveInput, prove } from './prove.ts';
import { type Rng, scalarFromOctets } from './scalars.ts';
import { createScheme } from './scheme.ts';
import { type BlindSignInput, blindSign, type Credential, keyGen, verifyCredential } from './sign.ts';
import { type VerifyInput, verify } from './verify.ts';
import { verifyBatch } from './verify-batch.ts';

/**
 * BBS signatures with blind issuance and pseudonyms (draft-irtf-cfrg-bbs-per-verifier-linkability), suite
 * BLS12-381-SHA-256. Every method throws BbsError, with a stable code, on input that can't be decoded.
 */
export interface Bbs {
  /** Name of the backend, for reports. */
  readonly backend: string;
  /**
   * Makes the generators and tables for credentials of this size now (some 70 ms in a browser), so that the
   * first operation is as quick as the rest.
   */
  prepare(messageCount: number, nymCount: number, committedCount?: number): void;
  /** Secret key (32 octets) from at least 32 octets of key material. */
  keyGen(keyMaterial: Uint8Array, keyInfo?: Uint8Array): Uint8Array;
  /** Public key (96 octets) of a secret key. */
  publicKey(sk: Uint8Array): Uint8Array;
  /** Holder: commitment to the nym secrets with proof of opening, 48 + 32·(2 + M + N) octets. */
  commit(input: CommitInput): Uint8Array;
  /** Issuer: returns when the commitment was opened; throws commitment-invalid or -length otherwise. */
  verifyCommitment(commitmentWithProof: Uint8Array, nymCount: number, committedCount?: number): void;
  /** Issuer: checks the commitment and signs, 80 octets. */
  blindSign(input: BlindSignInput): Uint8Array;
  /** Holder: whether a credential just received is good. */
  verifyCredential(credential: Credential): boolean;
  /** Holder: shows the credential in a context. */
  prove(input: ProveInput): Presentation;
  /** Verifier: returns when the presentation holds; throws otherwise. */
  verify(input: VerifyInput): void;
  /** Verifier: the same for many, at less than the sum; one outcome each, an error where it doesn't hold. */
  verifyBatch(inputs: readonly VerifyInput[], rng: Rng): (BbsError | undefined)[];
}

/** Binds the scheme to a backend. Generators and keys are cached in the result, so make one and keep it. */
export function createBbs<Point, Key>(backend: BbsBackend<Point, Key>): Bbs {
  const scheme = createScheme(backend);
  return {
    backend: backend.name,
    prepare: (messageCount, nymCount, committedCount = 0) => {
      scheme.generators.signer(requireCount(messageCount, 0, 'messageCount') + 1);
      const secretCount =
        requireCount(nymCount, 1, 'nymCount') + requireCount(committedCount, 0, 'committedCount');
      scheme.generators.blind(secretCount + 1);
    },
    keyGen,
    publicKey: (sk) => backend.publicKey(scalarFromOctets(sk)),
    commit: (input) => commit(scheme, input),
    verifyCommitment: (commitmentWithProof, nymCount, committedCount = 0) => {
      openCommitment(scheme, commitmentWithProof, nymCount, committedCount);
    },
    blindSign: (input) => blindSign(scheme, input),
    verifyCredential: (credential) => verifyCredential(scheme, credential),
    prove: (input) => prove(scheme, input),
    verify: (input) => verify(scheme, input),
    verifyBatch: (inputs, rng) => verifyBatch(scheme, inputs, rng),
  };
}
