import type { BbsBackend } from './backend.ts';
import { evaluatePolynomial, mod } from './scalars.ts';
import type { ContextPoint } from './scheme.ts';

/**
 * PseudonymProofInit, draft "Pseudonym Proof Generation Initialization".
 * @param nonces the random scalars that hide the nym secrets in the proof, in the same order
 * @returns the pseudonym and Ut
 */
export function pseudonymWithNonce<Point>(
  backend: BbsBackend<Point>,
  { op, z }: ContextPoint<Point>,
  nymSecrets: readonly bigint[],
  nonces: readonly bigint[],
): { pseudonym: Point; ut: Point } {
  const secret = evaluatePolynomial(nymSecrets, z);
  const nonce = evaluatePolynomial(nonces, z);
  const ut = backend.multiply([op], [nonce]);
  // OP·secret as OP·(secret − nonce) + Ut: the multiplied scalars are uniform, so time says nothing.
  const pseudonym = backend.add(backend.multiply([op], [mod(secret - nonce)]), ut);
  return { pseudonym, ut };
}

/**
 * PseudonymProofVerifyInit, draft "Pseudonym Proof Verification Initialization".
 * @returns Uv = OP·poly(responses) − pseudonym·challenge
 */
export function pseudonymNonceFromProof<Point>(
  backend: BbsBackend<Point>,
  { op, z }: ContextPoint<Point>,
  pseudonym: Point,
  responses: readonly bigint[],
  challenge: bigint,
): Point {
  return backend.multiply([op, pseudonym], [evaluatePolynomial(responses, z), mod(-challenge)]);
}
