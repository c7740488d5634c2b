import { BbsError } from './errors.ts';
import { hashToScalar, messagesToScalars } from './hash.ts';
import { concatBytes, requireCount, requireOctetList, requireOctets, uint64 } from './octets.ts';
import { HASH_TO_SCALAR_DST, POINT_LENGTH, SCALAR_LENGTH } from './params.ts';
import { mod, type Rng, randomScalars, scalarFromOctets, scalarToOctets } from './scalars.ts';
import type { Scheme } from './scheme.ts';

export interface CommitInput {
  readonly committedMessages?: readonly Uint8Array[];
  /** Scalars of 32 octets. */
  readonly nymSecrets: readonly Uint8Array[];
  /** Scalar of 32 octets. */
  readonly proverBlind: Uint8Array;
  readonly rng: Rng;
}

/** calculate_blind_challenge over (M, generators, C, Cbar), as the fixtures of the pseudonym draft have it. */
function commitmentChallenge(
  generators: readonly Uint8Array[],
  commitment: Uint8Array,
  nonce: Uint8Array,
): bigint {
  const octets = concatBytes(uint64(generators.length - 1), ...generators, commitment, nonce);
  return hashToScalar(octets, HASH_TO_SCALAR_DST);
}

/**
 * CommitWithNym. The first 48 octets, the commitment itself, depend on the secrets alone; the proof of
 * opening behind it is fresh each time.
 * @returns commitment_with_proof, 48 + 32·(2 + M + N) octets
 * @throws BbsError scalar-invalid, input-invalid, randomness-invalid
 */
export function commit<Point, Key>(scheme: Scheme<Point, Key>, input: CommitInput): Uint8Array {
  const messages = requireOctetList(input.committedMessages ?? [], 'committedMessages');
  const nymSecrets = requireOctetList(input.nymSecrets, 'nymSecrets');
  requireCount(messages.length, 0, 'committedMessages');
  requireCount(nymSecrets.length, 1, 'nymSecrets');
  const secrets = [
    scalarFromOctets(input.proverBlind),
    ...messagesToScalars(messages),
    ...nymSecrets.map((octets) => scalarFromOctets(octets)),
  ];
  const { backend } = scheme;
  const generators = scheme.generators.blind(secrets.length);
  const nonces = randomScalars(secrets.length, input.rng);

  // C = Σ (secret − nonce)·J + Cbar: every scalar that is multiplied is then uniform and used once, so
  // the time it takes says nothing about a secret.
  const nonceCommitment = backend.multiply(generators.points, nonces);
  const difference = backend.multiply(
    generators.points,
    secrets.map((secret, i) => mod(secret - nonces[i]!)),
  );
  const [commitment, nonce] = backend.pointsToOctets([
    backend.add(difference, nonceCommitment),
    nonceCommitment,
  ]);

  const challenge = commitmentChallenge(generators.octets, commitment!, nonce!);
  const responses = secrets.map((secret, i) => mod(nonces[i]! + secret * challenge));
  return concatBytes(commitment!, ...[...responses, challenge].map(scalarToOctets));
}

/**
 * deserialize_and_validate_commit with CoreCommitVerify, draft-irtf-cfrg-bbs-blind-signatures.
 * @returns the commitment C, known to be opened by whoever sent it
 * @throws BbsError commitment-length, point-invalid, scalar-invalid, commitment-invalid
 */
export function openCommitment<Point, Key>(
  scheme: Scheme<Point, Key>,
  commitmentWithProof: Uint8Array,
  nymCount: number,
  committedCount: number,
): Point {
  requireOctets(commitmentWithProof, 'commitmentWithProof');
  requireCount(nymCount, 1, 'nymCount');
  requireCount(committedCount, 0, 'committedCount');
  const secretCount = 1 + committedCount + nymCount;
  if (commitmentWithProof.length !== POINT_LENGTH + SCALAR_LENGTH * (secretCount + 1)) {
    throw new BbsError('commitment-length', 'the commitment is not for this number of secrets');
  }
  const { backend } = scheme;
  const octets = commitmentWithProof.subarray(0, POINT_LENGTH);
  const commitment = backend.pointFromOctets(octets);
  if (commitment === undefined)
    throw new BbsError('point-invalid', 'the commitment is not a point of the group');
  const responses = readScalars(commitmentWithProof.subarray(POINT_LENGTH));
  const challenge = responses.pop()!;

  const generators = scheme.generators.blind(secretCount);
  const nonceCommitment = backend.multiply(
    [...generators.points, commitment],
    [...responses, mod(-challenge)],
  );
  const [nonce] = backend.pointsToOctets([nonceCommitment]);
  if (commitmentChallenge(generators.octets, octets, nonce!) !== challenge) {
    throw new BbsError('commitment-invalid', 'the commitment was not opened');
  }
  return commitment;
}

/**
 * Decodes scalars that follow each other, each 0 < s < r.
 * @throws BbsError scalar-invalid
 */
export function readScalars(octets: Uint8Array): bigint[] {
  const scalars: bigint[] = [];
  for (let at = 0; at < octets.length; at += SCALAR_LENGTH) {
    scalars.push(scalarFromOctets(octets.subarray(at, at + SCALAR_LENGTH)));
  }
  return scalars;
}
