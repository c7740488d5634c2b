import { partition, proofChallenge } from './disclosure.ts';
import { BbsError } from './errors.ts';
import { concatBytes, requireOctets } from './octets.ts';
import { pseudonymWithNonce } from './pseudonym.ts';
import { invert, mod, type Rng, randomScalars, scalarToOctets } from './scalars.ts';
import type { Scheme } from './scheme.ts';
import { type Credential, readSignature, signedScalars } from './sign.ts';

export interface ProveInput extends Credential {
  readonly presentationHeader: Uint8Array;
  readonly contextId: Uint8Array;
  /** Indexes into `messages`, ascending. */
  readonly disclosed: readonly number[];
  /** Indexes into `committedMessages`, ascending. */
  readonly disclosedCommitted?: readonly number[];
  readonly rng: Rng;
}

/** A proof (48·3 + 32·(4 + hidden scalars) octets) and the pseudonym (48) it is bound to. */
export interface Presentation {
  readonly proof: Uint8Array;
  readonly pseudonym: Uint8Array;
}

/**
 * ProofGenWithNym. The credential must have passed `verifyCredential` once; a proof from another is void.
 * Every long-lived secret is blinded before it is multiplied, because multiplication isn't constant-time.
 * @throws BbsError index-invalid, signature-invalid, scalar-invalid, input-invalid, randomness-invalid
 */
export function prove<Point, Key>(scheme: Scheme<Point, Key>, input: ProveInput): Presentation {
  const { backend } = scheme;
  const { a, e } = readSignature(scheme, input.signature);
  const { shape, scalars } = signedScalars(input);
  const { disclosed, hidden } = partition(shape, input.disclosed, input.disclosedCommitted ?? []);
  requireOctets(input.presentationHeader, 'presentationHeader');
  requireOctets(input.contextId, 'contextId');
  scheme.key(requireOctets(input.pk, 'pk'));
  const issuance = scheme.issuance(input.pk, requireOctets(input.header, 'header'), shape);

  const nonces = randomScalars(5 + hidden.length, input.rng);
  const [r1, r2, eNonce, r1Nonce, r3Nonce] = nonces as [bigint, bigint, bigint, bigint, bigint];
  const hiddenNonces = nonces.slice(5);

  // ProofInit, with B·r2 and Abar·e multiplied out so that neither B nor e meets a bare multiplication.
  const r1r2 = mod(r1 * r2);
  const d = backend.multiply(
    [issuance.base, ...issuance.generators],
    [r2, ...scalars.map((m) => mod(m * r2))],
  );
  const abar = backend.multiply([a], [r1r2]);
  const bbar = backend.multiply([d, a], [r1, mod(-r1r2 * e)]);
  const t1 = backend.multiply([abar, d], [eNonce, r1Nonce]);
  const t2 = backend.multiply([d, ...hidden.map((i) => issuance.generators[i]!)], [r3Nonce, ...hiddenNonces]);
  const { pseudonym, ut } = pseudonymWithNonce(
    backend,
    scheme.context(input.contextId),
    scalars.slice(-shape.nymCount),
    hiddenNonces.slice(-shape.nymCount),
  );
  const points = [abar, bbar, d, t1, t2, pseudonym, ut];
  if (points.some((point) => backend.isIdentity(point))) {
    throw new BbsError('randomness-invalid', 'a point of the proof came out as the identity');
  }

  const octets = backend.pointsToOctets(points);
  const challenge = proofChallenge({
    disclosed,
    disclosedScalars: disclosed.map((i) => scalars[i]!),
    points: octets,
    domain: issuance.domain,
    presentationHeader: input.presentationHeader,
    contextId: input.contextId,
  });

  // ProofFinalize.
  const responses = [
    mod(eNonce + e * challenge),
    mod(r1Nonce - r1 * challenge),
    mod(r3Nonce - invert(r2) * challenge),
    ...hidden.map((index, i) => mod(hiddenNonces[i]! + scalars[index]! * challenge)),
    challenge,
  ];
  return {
    proof: concatBytes(...octets.slice(0, 3), ...responses.map(scalarToOctets)),
    pseudonym: octets[5]!,
  };
}
