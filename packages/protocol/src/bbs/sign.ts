import { openCommitment } from './commit.ts';
import { BbsError } from './errors.ts';
import { hashToScalar, messagesToScalars } from './hash.ts';
import { concatBytes, requireCount, requireOctetList, requireOctets } from './octets.ts';
import { HASH_TO_SCALAR_DST, KEYGEN_DST, POINT_LENGTH, SIGNATURE_LENGTH } from './params.ts';
import { invert, mod, scalarFromOctets, scalarOrZeroFromOctets, scalarToOctets } from './scalars.ts';
import type { Scheme, Shape } from './scheme.ts';

export interface BlindSignInput {
  /** Secret key, 32 octets, and the public key that belongs to it, 96. */
  readonly sk: Uint8Array;
  readonly pk: Uint8Array;
  readonly commitmentWithProof: Uint8Array;
  readonly header: Uint8Array;
  readonly messages: readonly Uint8Array[];
  readonly nymCount: number;
  /** Messages within the commitment besides the nym secrets; none if not given. */
  readonly committedCount?: number;
  /** Scalar of 32 octets that is added to the last nym secret; zero if not given. */
  readonly signerNymEntropy?: Uint8Array;
}

/** What the holder of a credential knows about it. */
export interface Credential {
  readonly pk: Uint8Array;
  readonly signature: Uint8Array;
  readonly header: Uint8Array;
  readonly messages: readonly Uint8Array[];
  /** As given to `commit`, before the signer's entropy is added. */
  readonly nymSecrets: readonly Uint8Array[];
  readonly proverBlind: Uint8Array;
  readonly committedMessages?: readonly Uint8Array[];
  readonly signerNymEntropy?: Uint8Array;
}

/** KeyGen, draft-irtf-cfrg-bbs-signatures "Secret Key". @throws BbsError input-invalid */
export function keyGen(keyMaterial: Uint8Array, keyInfo: Uint8Array = new Uint8Array()): Uint8Array {
  requireOctets(keyMaterial, 'keyMaterial');
  requireOctets(keyInfo, 'keyInfo');
  if (keyMaterial.length < 32) throw new BbsError('input-invalid', 'key material is shorter than 32 octets');
  if (keyInfo.length > 0xffff) throw new BbsError('input-invalid', 'key info is longer than 65535 octets');
  const length = Uint8Array.of(keyInfo.length >> 8, keyInfo.length & 0xff);
  const secret = hashToScalar(concatBytes(keyMaterial, length, keyInfo), KEYGEN_DST);
  if (secret === 0n) throw new BbsError('input-invalid', 'this key material gives no key');
  return scalarToOctets(secret);
}

/**
 * BlindSignWithNym: checks the commitment and signs it together with the signer's messages.
 * @returns signature (A, e), 80 octets
 * @throws BbsError commitment-length, commitment-invalid, point-invalid, scalar-invalid, key-invalid, input-invalid
 */
export function blindSign<Point, Key>(scheme: Scheme<Point, Key>, input: BlindSignInput): Uint8Array {
  const { backend } = scheme;
  const committedCount = input.committedCount ?? 0;
  const messages = requireOctetList(input.messages, 'messages');
  requireCount(messages.length, 0, 'messages');
  const secret = scalarFromOctets(input.sk);
  const entropy = scalarOrZeroFromOctets(input.signerNymEntropy ?? new Uint8Array(32));
  scheme.key(requireOctets(input.pk, 'pk'));
  const commitment = openCommitment(scheme, input.commitmentWithProof, input.nymCount, committedCount);
  const shape: Shape = { messageCount: messages.length, committedCount, nymCount: input.nymCount };
  const issuance = scheme.issuance(input.pk, requireOctets(input.header, 'header'), shape);

  let b = backend.add(issuance.base, commitment);
  if (messages.length > 0) {
    const generators = issuance.generators.slice(0, messages.length);
    b = backend.add(b, backend.multiply(generators, messagesToScalars(messages)));
  }
  // The last generator carries the last nym secret, to which the signer's entropy is added.
  if (entropy !== 0n) b = backend.add(b, backend.multiply([issuance.generators.at(-1)!], [entropy]));
  if (backend.isIdentity(b)) throw new BbsError('commitment-invalid', 'nothing is left to sign');

  // The text hashes (SK, B, domain), the fixtures (SK, B). It is local to the signer; we follow the fixtures.
  const e = hashToScalar(concatBytes(input.sk, ...backend.pointsToOctets([b])), HASH_TO_SCALAR_DST);
  const a = backend.multiply([b], [invert(secret + e)]);
  return concatBytes(...backend.pointsToOctets([a]), scalarToOctets(e));
}

/** octets_to_signature. @throws BbsError signature-invalid */
export function readSignature<Point, Key>(
  scheme: Scheme<Point, Key>,
  octets: Uint8Array,
): { a: Point; e: bigint } {
  requireOctets(octets, 'signature');
  if (octets.length !== SIGNATURE_LENGTH)
    throw new BbsError('signature-invalid', 'a signature has 80 octets');
  const a = scheme.backend.pointFromOctets(octets.subarray(0, POINT_LENGTH));
  if (a === undefined) throw new BbsError('signature-invalid', 'not a point of the group');
  return { a, e: scalarFromOctets(octets.subarray(POINT_LENGTH), 'signature-invalid') };
}

/** The shape of a credential and the scalars that were signed, in their order. @throws BbsError */
export function signedScalars(credential: Credential): { shape: Shape; scalars: bigint[] } {
  const messages = requireOctetList(credential.messages, 'messages');
  const committed = requireOctetList(credential.committedMessages ?? [], 'committedMessages');
  const nyms = requireOctetList(credential.nymSecrets, 'nymSecrets').map((octets) =>
    scalarFromOctets(octets),
  );
  const shape: Shape = {
    messageCount: requireCount(messages.length, 0, 'messages'),
    committedCount: requireCount(committed.length, 0, 'committedMessages'),
    nymCount: requireCount(nyms.length, 1, 'nymSecrets'),
  };
  // nym_secrets[-1] = prover_nyms[-1] + signer_nym_entropy, "Verification and Finalization" step 3.
  const entropy = scalarOrZeroFromOctets(credential.signerNymEntropy ?? new Uint8Array(32));
  nyms.push(mod(nyms.pop()! + entropy));
  const blind = scalarFromOctets(credential.proverBlind);
  return {
    shape,
    scalars: [...messagesToScalars(messages), blind, ...messagesToScalars(committed), ...nyms],
  };
}

/**
 * VerifyFinalizeWithNym: whether the signature is the issuer's over exactly this. A holder calls it once, on
 * receiving a credential.
 * @throws BbsError when an input can't be decoded
 */
export function verifyCredential<Point, Key>(scheme: Scheme<Point, Key>, credential: Credential): boolean {
  const { backend } = scheme;
  const key = scheme.key(requireOctets(credential.pk, 'pk'));
  const { a, e } = readSignature(scheme, credential.signature);
  const { shape, scalars } = signedScalars(credential);
  const issuance = scheme.issuance(credential.pk, requireOctets(credential.header, 'header'), shape);
  // e(A, W)·e(A·e − B, BP2) = 1, CoreVerify step 3, as e(A, W) = e(B − A·e, BP2).
  const rest = backend.multiply([issuance.base, ...issuance.generators, a], [1n, ...scalars, mod(-e)]);
  return backend.pairingsEqual(a, key, rest);
}
