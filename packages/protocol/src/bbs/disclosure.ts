import { BbsError } from './errors.ts';
import { hashToScalar } from './hash.ts';
import { concatBytes, lengthPrefixed, uint64 } from './octets.ts';
import { HASH_TO_SCALAR_DST } from './params.ts';
import { scalarToOctets } from './scalars.ts';
import { type Shape, signedScalarCount } from './scheme.ts';

/** Which signed scalars a proof shows and which it hides, by their place among all of them, ascending. */
export interface Partition {
  readonly disclosed: readonly number[];
  readonly hidden: readonly number[];
}

function requireAscending(indexes: readonly number[], count: number): void {
  if (!Array.isArray(indexes)) throw new BbsError('index-invalid', 'indexes are not a list');
  let previous = -1;
  for (const index of indexes) {
    if (!Number.isInteger(index) || index <= previous || index >= count) {
      throw new BbsError('index-invalid', `index ${index} is out of range, repeated or out of order`);
    }
    previous = index;
  }
}

/**
 * Splits the signed scalars. Index j of a committed message stands at j + L + 1, after the prover's blind;
 * the blind and the nym secrets can't be disclosed.
 * @throws BbsError index-invalid
 */
export function partition(
  shape: Shape,
  messages: readonly number[],
  committed: readonly number[],
): Partition {
  requireAscending(messages, shape.messageCount);
  requireAscending(committed, shape.committedCount);
  const disclosed = [...messages, ...committed.map((index) => index + shape.messageCount + 1)];
  const all = Array.from({ length: signedScalarCount(shape) }, (_, index) => index);
  return { disclosed, hidden: all.filter((index) => !disclosed.includes(index)) };
}

/** The parts of ProofWithPseudonymChallengeCalculate. */
export interface ChallengeInput {
  readonly disclosed: readonly number[];
  readonly disclosedScalars: readonly bigint[];
  /** Abar, Bbar, D, T1, T2, pseudonym, Ut, encoded. */
  readonly points: readonly Uint8Array[];
  readonly domain: bigint;
  readonly presentationHeader: Uint8Array;
  readonly contextId: Uint8Array;
}

/** ProofWithPseudonymChallengeCalculate, draft "Challenge Calculation". */
export function proofChallenge(input: ChallengeInput): bigint {
  const shown = input.disclosed.flatMap((index, i) => [
    uint64(index),
    scalarToOctets(input.disclosedScalars[i]!),
  ]);
  const octets = concatBytes(
    uint64(input.disclosed.length),
    ...shown,
    ...input.points,
    scalarToOctets(input.domain),
    lengthPrefixed(input.presentationHeader),
    lengthPrefixed(input.contextId),
  );
  return hashToScalar(octets, HASH_TO_SCALAR_DST);
}
