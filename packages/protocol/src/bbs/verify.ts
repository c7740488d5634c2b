import { readScalars } from './commit.ts';
import { partition, proofChallenge } from './disclosure.ts';
import { BbsError } from './errors.ts';
import { messagesToScalars } from './hash.ts';
import { requireCount, requireOctets } from './octets.ts';
import { POINT_LENGTH, SCALAR_LENGTH } from './params.ts';
import { pseudonymNonceFromProof } from './pseudonym.ts';
import type { Scheme, Shape } from './scheme.ts';

export interface DisclosedMessage {
  readonly index: number;
  readonly message: Uint8Array;
}

export interface VerifyInput {
  readonly pk: Uint8Array;
  readonly header: Uint8Array;
  readonly presentationHeader: Uint8Array;
  readonly proof: Uint8Array;
  readonly pseudonym: Uint8Array;
  readonly contextId: Uint8Array;
  /** Ascending by index. */
  readonly disclosed: readonly DisclosedMessage[];
  readonly messageCount: number;
  readonly nymCount: number;
  /** Messages within the commitment besides the nym secrets; none if not given. */
  readonly committedCount?: number;
  readonly disclosedCommitted?: readonly DisclosedMessage[];
}

interface Proof<Point> {
  readonly abar: Point;
  readonly bbar: Point;
  readonly d: Point;
  readonly eResponse: bigint;
  readonly r1Response: bigint;
  readonly r3Response: bigint;
  readonly hiddenResponses: readonly bigint[];
  readonly challenge: bigint;
}

function readPoint<Point, Key>(scheme: Scheme<Point, Key>, octets: Uint8Array): Point {
  const point = scheme.backend.pointFromOctets(octets);
  if (point === undefined) throw new BbsError('point-invalid', 'not a point of the group, or the identity');
  return point;
}

/** octets_to_proof, but of exactly the length that this many hidden scalars need. */
function readProof<Point, Key>(
  scheme: Scheme<Point, Key>,
  octets: Uint8Array,
  hiddenCount: number,
): Proof<Point> {
  if (octets.length !== 3 * POINT_LENGTH + (4 + hiddenCount) * SCALAR_LENGTH) {
    throw new BbsError('proof-length', 'the proof is not of the length that its disclosure asks for');
  }
  // Scalars first: they are cheap to refuse.
  const scalars = readScalars(octets.subarray(3 * POINT_LENGTH));
  const [eResponse, r1Response, r3Response] = scalars as [bigint, bigint, bigint];
  const [abar, bbar, d] = [0, 1, 2].map((i) =>
    readPoint(scheme, octets.subarray(i * POINT_LENGTH, (i + 1) * POINT_LENGTH)),
  ) as [Point, Point, Point];
  const hiddenResponses = scalars.slice(3, -1);
  return { abar, bbar, d, eResponse, r1Response, r3Response, hiddenResponses, challenge: scalars.at(-1)! };
}

function requireDisclosed(list: readonly DisclosedMessage[]): readonly DisclosedMessage[] {
  if (!Array.isArray(list)) throw new BbsError('input-invalid', 'disclosed messages are not a list');
  for (const item of list) requireOctets(item?.message, 'a disclosed message');
  return list;
}

/** What is left of a proof when all but its pairings is checked: it holds when e(abar, key) = e(bbar, BP2). */
export interface PairingClaim<Point, Key> {
  readonly abar: Point;
  readonly key: Key;
  readonly bbar: Point;
}

/**
 * ProofVerifyWithNym: returns when the proof shows a credential of this key and header with exactly the disclosed
 * messages, and the pseudonym of its holder in this context.
 * @throws BbsError and nothing else, whatever the input: proof-invalid for a false proof, otherwise the code of
 * what can't be decoded
 */
export function verify<Point, Key>(scheme: Scheme<Point, Key>, input: VerifyInput): void {
  const { abar, key, bbar } = checkAllButPairings(scheme, input);
  if (!scheme.backend.pairingsEqual(abar, key, bbar)) throw notSigned();
}

export const notSigned = () => new BbsError('proof-invalid', 'not signed by this key');

/** All of ProofVerifyWithNym but the pairings. @throws BbsError as `verify` */
export function checkAllButPairings<Point, Key>(
  scheme: Scheme<Point, Key>,
  input: VerifyInput,
): PairingClaim<Point, Key> {
  const { backend } = scheme;
  for (const name of ['pk', 'header', 'presentationHeader', 'proof', 'pseudonym', 'contextId'] as const) {
    requireOctets(input[name], name);
  }
  const shape: Shape = {
    messageCount: requireCount(input.messageCount, 0, 'messageCount'),
    committedCount: requireCount(input.committedCount ?? 0, 0, 'committedCount'),
    nymCount: requireCount(input.nymCount, 1, 'nymCount'),
  };
  const shown = requireDisclosed(input.disclosed);
  const shownCommitted = requireDisclosed(input.disclosedCommitted ?? []);
  const indexesOf = (list: readonly DisclosedMessage[]) => list.map(({ index }) => index);
  const { disclosed, hidden } = partition(shape, indexesOf(shown), indexesOf(shownCommitted));
  const proof = readProof(scheme, input.proof, hidden.length);
  const pseudonym = readPoint(scheme, input.pseudonym);
  const key = scheme.key(input.pk);
  const issuance = scheme.issuance(input.pk, input.header, shape);
  const disclosedScalars = messagesToScalars([...shown, ...shownCommitted].map(({ message }) => message));

  // ProofVerifyInit. T2 = Bv·c + D·r3^ + Σ H_j·m^_j.
  const { abar, bbar, d, challenge } = proof;
  const bv = scheme.disclosedPoint(issuance, disclosed, disclosedScalars);
  const t1 = backend.multiply([bbar, abar, d], [challenge, proof.eResponse, proof.r1Response]);
  const t2 = backend.multiply(
    [bv, d, ...hidden.map((index) => issuance.generators[index]!)],
    [challenge, proof.r3Response, ...proof.hiddenResponses],
  );
  const nymResponses = proof.hiddenResponses.slice(-shape.nymCount);
  const uv = pseudonymNonceFromProof(
    backend,
    scheme.context(input.contextId),
    pseudonym,
    nymResponses,
    challenge,
  );
  if (backend.isIdentity(uv)) throw new BbsError('proof-invalid', 'Uv is the identity');

  const [t1Octets, t2Octets, uvOctets] = backend.pointsToOctets([t1, t2, uv]) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const expected = proofChallenge({
    disclosed,
    disclosedScalars,
    points: [input.proof.subarray(0, 3 * POINT_LENGTH), t1Octets, t2Octets, input.pseudonym, uvOctets],
    domain: issuance.domain,
    presentationHeader: input.presentationHeader,
    contextId: input.contextId,
  });
  if (expected !== challenge) throw new BbsError('proof-invalid', 'the challenge does not match');
  return { abar, key, bbar };
}
