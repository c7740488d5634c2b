import { sha384 } from '@noble/hashes/sha2.js';
import { concat, equal, fromInteger, toInteger } from './bytes.ts';
import { ProtocolError } from './errors.ts';

/*
 * RSA blind signatures, RFC 9474, all four RSABSSA-SHA384 variants, on native BigInt. Only public operations and the
 * holder's own blinding happen here; the server's private operation is passed in, as it belongs to a library that
 * does it in constant time.
 */

/** An RSA public key. */
export interface RsaPublicKey {
  readonly n: bigint;
  readonly e: bigint;
}

/** One of the named variants of RFC 9474 §5: salt length of the PSS encoding, and whether 32 random bytes go before the message. */
export interface RsaVariant {
  readonly saltLength: 48 | 0;
  readonly randomized: boolean;
}
export const rsaVariants = {
  'RSABSSA-SHA384-PSS-Randomized': { saltLength: 48, randomized: true },
  'RSABSSA-SHA384-PSSZERO-Randomized': { saltLength: 0, randomized: true },
  'RSABSSA-SHA384-PSS-Deterministic': { saltLength: 48, randomized: false },
  'RSABSSA-SHA384-PSSZERO-Deterministic': { saltLength: 0, randomized: false },
} as const satisfies Record<string, RsaVariant>;

const HASH_LENGTH = 48;

/** Prepare, RFC 9474 §4.1: the message to be signed. `prefix` (32 bytes) is for the randomized variants only. */
export function rsaPrepare(variant: RsaVariant, message: Uint8Array, prefix?: Uint8Array): Uint8Array {
  if (!variant.randomized) return message;
  if (prefix?.length !== 32)
    throw new ProtocolError('token-invalid', 'a randomized variant takes 32 random bytes');
  return concat(prefix, message);
}

/**
 * Blind, RFC 9474 §4.2: blinded message as long as n, and the inverse that takes the blind off again. `blind` is
 * uniform in [1, n), `salt` as long as the variant says. Throws `token-key-invalid` when the blind has no inverse.
 */
export function rsaBlind(i: {
  key: RsaPublicKey;
  variant: RsaVariant;
  inputMessage: Uint8Array;
  blind: bigint;
  salt: Uint8Array;
}): { blinded: Uint8Array; inverse: bigint } {
  const { n, e } = i.key;
  if (i.salt.length !== i.variant.saltLength)
    throw new ProtocolError('token-invalid', 'a salt of another length');
  const m = toInteger(emsaPssEncode(i.inputMessage, bitLength(n) - 1, i.salt));
  if (invertModulo(m, n) === null)
    throw new ProtocolError('token-key-invalid', 'the message divides the modulus');
  const inverse = invertModulo(i.blind, n);
  if (inverse === null) throw new ProtocolError('token-key-invalid', 'the blind has no inverse');
  return { blinded: fromInteger((m * power(i.blind, e, n)) % n, byteLength(n)), inverse };
}

/**
 * BlindSign, RFC 9474 §4.3, around a raw private operation m ↦ m^d mod n on bytes as long as n. Throws
 * `blind-signature-invalid` when the blinded message is out of range or the operation went wrong.
 */
export function rsaBlindSign(
  key: RsaPublicKey,
  blinded: Uint8Array,
  rawPrivate: (message: Uint8Array) => Uint8Array,
): Uint8Array {
  const m = toInteger(blinded);
  if (blinded.length !== byteLength(key.n) || m >= key.n) {
    throw new ProtocolError('blind-signature-invalid', 'the blinded message is out of range');
  }
  const signature = rawPrivate(blinded);
  // A fault in the private operation could give the key away (RFC 9474 §4.3 step 4).
  if (power(toInteger(signature), key.e, key.n) !== m) {
    throw new ProtocolError('blind-signature-invalid', 'the private operation went wrong');
  }
  return signature;
}

/** Finalize, RFC 9474 §4.4: the signature, checked. Throws `blind-signature-invalid`. */
export function rsaFinalize(i: {
  key: RsaPublicKey;
  variant: RsaVariant;
  inputMessage: Uint8Array;
  blindSignature: Uint8Array;
  inverse: bigint;
}): Uint8Array {
  const { n } = i.key;
  const z = toInteger(i.blindSignature);
  if (i.blindSignature.length !== byteLength(n) || z >= n) {
    throw new ProtocolError('blind-signature-invalid', 'the blind signature is out of range');
  }
  const signature = fromInteger((z * i.inverse) % n, byteLength(n));
  if (!rsaVerify(i.key, i.variant, i.inputMessage, signature)) {
    throw new ProtocolError('blind-signature-invalid', 'the signer did not sign what was sent');
  }
  return signature;
}

/** RSASSA-PSS-VERIFY, RFC 8017 §8.1.2, with SHA-384, MGF1-SHA-384 and the variant's salt length. */
export function rsaVerify(
  key: RsaPublicKey,
  variant: RsaVariant,
  inputMessage: Uint8Array,
  signature: Uint8Array,
): boolean {
  const { n, e } = key;
  const s = toInteger(signature);
  if (signature.length !== byteLength(n) || s >= n) return false;
  const emBits = bitLength(n) - 1;
  const m = power(s, e, n);
  if (m >= 1n << BigInt(emBits)) return false;
  return emsaPssVerify(inputMessage, fromInteger(m, Math.ceil(emBits / 8)), emBits, variant.saltLength);
}

/** EMSA-PSS-ENCODE, RFC 8017 §9.1.1. */
function emsaPssEncode(message: Uint8Array, emBits: number, salt: Uint8Array): Uint8Array {
  const emLength = Math.ceil(emBits / 8);
  if (emLength < HASH_LENGTH + salt.length + 2)
    throw new ProtocolError('token-key-invalid', 'the key is too short');
  const hash = pssHash(message, salt);
  const padding = new Uint8Array(emLength - salt.length - HASH_LENGTH - 2);
  const db = concat(padding, Uint8Array.of(1), salt);
  const masked = xor(db, mgf1(hash, db.length));
  masked[0]! &= 0xff >> (8 * emLength - emBits);
  return concat(masked, hash, Uint8Array.of(0xbc));
}

/** EMSA-PSS-VERIFY, RFC 8017 §9.1.2. */
function emsaPssVerify(message: Uint8Array, em: Uint8Array, emBits: number, saltLength: number): boolean {
  if (em.length < HASH_LENGTH + saltLength + 2 || em.at(-1) !== 0xbc) return false;
  const unused = 8 * em.length - emBits;
  const masked = em.subarray(0, em.length - HASH_LENGTH - 1);
  const hash = em.subarray(masked.length, em.length - 1);
  if (masked[0]! >> (8 - unused) !== 0) return false;
  const db = xor(masked, mgf1(hash, masked.length));
  db[0]! &= 0xff >> unused;
  const padding = db.subarray(0, db.length - saltLength - 1);
  if (padding.some((byte) => byte !== 0) || db[padding.length] !== 1) return false;
  return equal(hash, pssHash(message, db.subarray(db.length - saltLength)));
}

function pssHash(message: Uint8Array, salt: Uint8Array): Uint8Array {
  return sha384(concat(new Uint8Array(8), sha384(message), salt));
}

/** MGF1 with SHA-384, RFC 8017 B.2.1. */
function mgf1(seed: Uint8Array, length: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let counter = 0; counter * HASH_LENGTH < length; counter++) {
    blocks.push(sha384(concat(seed, fromInteger(BigInt(counter), 4))));
  }
  return concat(...blocks).slice(0, length);
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, i) => byte ^ b[i]!);
}

/** Bits of a positive integer. */
function bitLength(value: bigint): number {
  return value.toString(2).length;
}

function byteLength(value: bigint): number {
  return Math.ceil(bitLength(value) / 8);
}

/** base^exponent mod modulus. Not constant-time: for public exponents only. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** The inverse of a value, or null when it shares a factor with the modulus. */
export function invertModulo(value: bigint, modulus: bigint): bigint | null {
  let [a, b] = [value % modulus, modulus];
  let [x, y] = [1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : null;
}
