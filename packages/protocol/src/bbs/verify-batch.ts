import { BbsError } from './errors.ts';
import { bytesToHex } from './octets.ts';
import { octetsToInteger, type Rng } from './scalars.ts';
import type { Scheme } from './scheme.ts';
import { checkAllButPairings, notSigned, type PairingClaim, type VerifyInput } from './verify.ts';

/** Octets of a weight: a false claim passes among others with a chance of 2^-128. */
const WEIGHT_LENGTH = 16;

/** A claim, and where in the batch it stands. */
interface Placed<Point, Key> extends PairingClaim<Point, Key> {
  readonly place: number;
}

/**
 * Verifies many presentations: for each `undefined` where `verify` would return, and the error it would throw where not.
 * The pairings of one key are checked as one random linear combination, which all points being of prime order makes
 * sound; where it fails, halves are tried, so that a bad proof is found and the others stand.
 * @throws BbsError randomness-invalid
 */
export function verifyBatch<Point, Key>(
  scheme: Scheme<Point, Key>,
  inputs: readonly VerifyInput[],
  rng: Rng,
): (BbsError | undefined)[] {
  const outcomes: (BbsError | undefined)[] = inputs.map(() => undefined);
  // Key by key, as the scheme remembers only a few of them and frees the others.
  for (const places of placesByKey(inputs).values()) {
    const claims: Placed<Point, Key>[] = [];
    for (const place of places) {
      try {
        claims.push({ ...checkAllButPairings(scheme, inputs[place]!), place });
      } catch (error) {
        if (!(error instanceof BbsError)) throw error;
        outcomes[place] = error;
      }
    }
    for (const { place } of falseOnes(scheme, claims, rng)) outcomes[place] = notSigned();
  }
  return outcomes;
}

function placesByKey(inputs: readonly VerifyInput[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { pk }] of inputs.entries()) {
    const name = pk instanceof Uint8Array ? bytesToHex(pk) : '';
    const group = places.get(name);
    if (group) group.push(place);
    else places.set(name, [place]);
  }
  return places;
}

function falseOnes<Point, Key>(
  scheme: Scheme<Point, Key>,
  claims: readonly Placed<Point, Key>[],
  rng: Rng,
): readonly Placed<Point, Key>[] {
  if (claims.length === 0 || holdTogether(scheme, claims, rng)) return [];
  if (claims.length === 1) return claims;
  const half = Math.ceil(claims.length / 2);
  return [claims.slice(0, half), claims.slice(half)].flatMap((part) => falseOnes(scheme, part, rng));
}

/** e(Σ wᵢ·abarᵢ, W) = e(Σ wᵢ·bbarᵢ, BP2) for random weights wᵢ. */
function holdTogether<Point, Key>(
  { backend }: Scheme<Point, Key>,
  claims: readonly Placed<Point, Key>[],
  rng: Rng,
): boolean {
  const { key, abar, bbar } = claims[0]!;
  if (claims.length === 1) return backend.pairingsEqual(abar, key, bbar);
  const weights = claims.map(() => weight(rng));
  const sum = (points: readonly Point[]) => backend.multiply(points, weights);
  return backend.pairingsEqual(
    sum(claims.map((claim) => claim.abar)),
    key,
    sum(claims.map((claim) => claim.bbar)),
  );
}

function weight(rng: Rng): bigint {
  const octets = rng(WEIGHT_LENGTH);
  const value = octets.length === WEIGHT_LENGTH ? octetsToInteger(octets) : 0n;
  if (value === 0n) throw new BbsError('randomness-invalid', 'the source of randomness is broken');
  return value;
}
