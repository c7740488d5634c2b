import { BbsError, type BbsErrorCode } from './errors.ts';
import { bytesToHex, hexToBytes } from './octets.ts';
import { EXPAND_LENGTH, ORDER, SCALAR_LENGTH } from './params.ts';

/** Source of uniform random octets. It is passed in, always: this package has none of its own. */
export type Rng = (length: number) => Uint8Array;

/** The residue of any integer modulo r, in 0 … r − 1. */
export function mod(value: bigint): bigint {
  const residue = value % ORDER;
  return residue < 0n ? residue + ORDER : residue;
}

/** 1 / value modulo r by the extended Euclidean algorithm; `value` must not be 0 modulo r. */
export function invert(value: bigint): bigint {
  let [a, b] = [mod(value), ORDER];
  let [x, y] = [1n, 0n];
  while (a !== 0n) {
    const quotient = b / a;
    [a, b] = [b - quotient * a, a];
    [x, y] = [y - quotient * x, x];
  }
  if (b !== 1n) throw new BbsError('scalar-invalid', 'zero has no inverse');
  return mod(y);
}

/** OS2IP of octets of any length. */
export function octetsToInteger(octets: Uint8Array): bigint {
  return octets.length === 0 ? 0n : BigInt(`0x${bytesToHex(octets)}`);
}

/** I2OSP(scalar, 32). */
export function scalarToOctets(scalar: bigint): Uint8Array {
  return hexToBytes(scalar.toString(16).padStart(2 * SCALAR_LENGTH, '0'));
}

/**
 * Decodes a canonical scalar, 0 < s < r, from exactly 32 octets.
 * @throws BbsError `code` otherwise
 */
export function scalarFromOctets(octets: Uint8Array, code: BbsErrorCode = 'scalar-invalid'): bigint {
  const scalar =
    octets instanceof Uint8Array && octets.length === SCALAR_LENGTH ? octetsToInteger(octets) : 0n;
  if (scalar === 0n || scalar >= ORDER)
    throw new BbsError(code, 'not a canonical nonzero scalar of 32 octets');
  return scalar;
}

/** As scalarFromOctets, but zero is allowed: the signer's entropy is zero by default. */
export function scalarOrZeroFromOctets(octets: Uint8Array): bigint {
  const isZero =
    octets instanceof Uint8Array && octets.length === SCALAR_LENGTH && octets.every((o) => o === 0);
  return isZero ? 0n : scalarFromOctets(octets);
}

/**
 * calculate_random_scalars(count), draft-irtf-cfrg-bbs-signatures "Random Scalars".
 * Zero is refused: it can only mean that the source of randomness is broken.
 * @throws BbsError randomness-invalid
 */
export function randomScalars(count: number, rng: Rng): bigint[] {
  return Array.from({ length: count }, () => {
    const octets = rng(EXPAND_LENGTH);
    const scalar = octets.length === EXPAND_LENGTH ? mod(octetsToInteger(octets)) : 0n;
    if (scalar === 0n) throw new BbsError('randomness-invalid', 'the source of randomness is broken');
    return scalar;
  });
}

/** Σ coefficients[i]·x^i modulo r, by Horner's rule. */
export function evaluatePolynomial(coefficients: readonly bigint[], x: bigint): bigint {
  return coefficients.reduceRight((sum, coefficient) => mod(sum * x + coefficient), 0n);
}
