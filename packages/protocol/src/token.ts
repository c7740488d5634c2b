import { sha256 } from '@noble/hashes/sha2.js';
import { concat, equal, fromHex, fromInteger, toInteger, utf8 } from './bytes.ts';
import { isInstance, isWeek } from './context.ts';
import { ProtocolError } from './errors.ts';
import { domainHash } from './hash.ts';
import { invertModulo, type RsaPublicKey, rsaBlind, rsaFinalize, rsaVariants, rsaVerify } from './rsa.ts';
import { expandSeed } from './seed.ts';
import { isBytes } from './shape.ts';

/*
 * Posting tokens: RFC 9578 type 0x0002 (Blind RSA, 2048 bits), §6; signed with RSABSSA-SHA384-PSS-Deterministic
 * of RFC 9474, the variant that type names.
 *
 *   struct { uint16 token_type = 2; opaque nonce[32]; opaque challenge_digest[32]; opaque token_key_id[32];
 *            opaque authenticator[256]; } Token;
 */
export const TOKEN_LENGTH = 354;
const INPUT_LENGTH = 98;
const KEY_LENGTH = 256;
const VARIANT = rsaVariants['RSABSSA-SHA384-PSS-Deterministic'];
const EXPONENT = 65537n;

/** SubjectPublicKeyInfo of a 2048-bit RSASSA-PSS key with SHA-384, MGF1-SHA-384, salt 48, e = 65537: all but n is fixed. */
const SPKI_BEFORE = fromHex(
  '30820152303d06092a864886f70d01010a3030a00d300b0609608648016503040202a11a301806092a864886f70d010108300b' +
    '0609608648016503040202a2030201300382010f003082010a0282010100',
);
const SPKI_AFTER = fromHex('0203010001');

/** A token taken apart; every part 32 bytes but the authenticator. */
export interface Token {
  readonly nonce: Uint8Array;
  readonly challengeDigest: Uint8Array;
  readonly tokenKeyId: Uint8Array;
  /** The signature, 256 bytes. */
  readonly authenticator: Uint8Array;
}

/** A token asked for: what is sent, and what is kept to finish it (bytes only, so that it can be stored). */
export interface TokenRequest {
  readonly nonce: Uint8Array;
  /** 256 bytes, for the signer. */
  readonly blinded: Uint8Array;
  /** 98 bytes that will be signed. */
  readonly tokenInput: Uint8Array;
  /** Inverse of the blind, 256 bytes, secret. */
  readonly inverse: Uint8Array;
}

/** The one canonical DER form of a token key. Throws `token-key-invalid` for any but n of 2048 bits and e = 65537. */
export function encodeTokenKey(key: RsaPublicKey): Uint8Array {
  if (key.n >> 2047n !== 1n || key.n % 2n === 0n || key.e !== EXPONENT) {
    throw new ProtocolError('token-key-invalid', 'token keys have 2048 bits and e = 65537');
  }
  return concat(SPKI_BEFORE, fromInteger(key.n, KEY_LENGTH), SPKI_AFTER);
}

/** The key of its DER form. Any other encoding of the same key is refused. Throws `token-key-invalid`. */
export function decodeTokenKey(spki: Uint8Array): RsaPublicKey {
  const key = {
    n: toInteger(spki.subarray(SPKI_BEFORE.length, SPKI_BEFORE.length + KEY_LENGTH)),
    e: EXPONENT,
  };
  if (!equal(encodeTokenKey(key), spki)) {
    throw new ProtocolError('token-key-invalid', 'not the SubjectPublicKeyInfo of RFC 9578 §6.5');
  }
  return key;
}

/** Id of a token key: SHA-256 of its SPKI (RFC 9578 §6.5). */
export function tokenKeyId(spki: Uint8Array): Uint8Array {
  return sha256(spki);
}

/** What all tokens of an instance are for. Throws `token-invalid`. */
export function challengeDigest(instance: string): Uint8Array {
  if (!isInstance(instance)) throw new ProtocolError('token-invalid', 'not the name of an instance');
  return domainHash('token-challenge', instance);
}

/** The bytes that are signed: a token without its authenticator. */
export function tokenInput(i: Omit<Token, 'authenticator'>): Uint8Array {
  for (const part of [i.nonce, i.challengeDigest, i.tokenKeyId]) {
    if (!isBytes(part, 32)) throw new ProtocolError('token-invalid', 'parts of a token have 32 bytes');
  }
  return concat(Uint8Array.of(0, 2), i.nonce, i.challengeDigest, i.tokenKeyId);
}

/** A token taken apart. Throws `token-invalid` for another length or type. The signature is not checked. */
export function parseToken(token: Uint8Array): Token {
  if (!isBytes(token, TOKEN_LENGTH) || token[0] !== 0 || token[1] !== 2) {
    throw new ProtocolError('token-invalid', 'not a token of type 2');
  }
  return {
    nonce: token.slice(2, 34),
    challengeDigest: token.slice(34, 66),
    tokenKeyId: token.slice(66, INPUT_LENGTH),
    authenticator: token.slice(INPUT_LENGTH),
  };
}

/** Returns when a token is signed by this key for this challenge; throws `token-invalid`. Servers may use a faster RSA. */
export function verifyToken(i: {
  publicKeySpki: Uint8Array;
  challengeDigest: Uint8Array;
  token: Uint8Array;
}): Token {
  const token = parseToken(i.token);
  const fits =
    equal(token.tokenKeyId, tokenKeyId(i.publicKeySpki)) && equal(token.challengeDigest, i.challengeDigest);
  const input = i.token.subarray(0, INPUT_LENGTH);
  if (!fits || !rsaVerify(decodeTokenKey(i.publicKeySpki), VARIANT, input, token.authenticator)) {
    throw new ProtocolError('token-invalid', 'not signed by this key for this challenge');
  }
  return token;
}

/** Token `i` (from 0) of an ISO week, the same whenever it is asked for with the same seed and key. protocol.md 3. */
export function tokenRequest(i: {
  publicKeySpki: Uint8Array;
  seed: Uint8Array;
  week: string;
  i: number;
  challengeDigest: Uint8Array;
}): TokenRequest {
  if (!isWeek(i.week)) throw new ProtocolError('token-invalid', 'not an ISO week');
  return derivedRequest({ ...i, name: 'token', path: utf8(`${i.week}/${checkIndex(i.i)}`) });
}

/** Refund `i` (from 0) of an act that spent the token with nonce `spentNonce` (32 bytes). protocol.md 4. */
export function refundRequest(i: {
  publicKeySpki: Uint8Array;
  seed: Uint8Array;
  spentNonce: Uint8Array;
  i: number;
  challengeDigest: Uint8Array;
}): TokenRequest {
  if (!isBytes(i.spentNonce, 32)) throw new ProtocolError('token-invalid', 'a nonce has 32 bytes');
  return derivedRequest({ ...i, name: 'refund', path: concat(i.spentNonce, utf8(`/${checkIndex(i.i)}`)) });
}

function checkIndex(i: number): number {
  if (!Number.isInteger(i) || i < 0 || i > 255)
    throw new ProtocolError('token-invalid', 'an index from 0 to 255');
  return i;
}

interface Derivation {
  readonly publicKeySpki: Uint8Array;
  readonly seed: Uint8Array;
  readonly challengeDigest: Uint8Array;
  readonly name: 'token' | 'refund';
  readonly path: Uint8Array;
}

function derivedRequest(i: Derivation): TokenRequest {
  const keyId = tokenKeyId(i.publicKeySpki);
  // All of it depends on the key. The same blind under two moduli would let the signer, who learns nonce and salt when a
  // token is spent, solve for it and so join all tokens of a draw; the same nonce, drawn again after a restored backup
  // made the first key void, would join two acts.
  const nonce = expandSeed(i.seed, 32, `${i.name}/`, i.path, '/', keyId);
  const salt = expandSeed(i.seed, 48, `${i.name}-salt/`, i.path, '/', keyId);
  return blindRequest({
    publicKeySpki: i.publicKeySpki,
    challengeDigest: i.challengeDigest,
    nonce,
    salt,
    blind: deriveBlind(i, keyId),
  });
}

/** 320 bytes reduced mod n: at most 2^-512 from uniform. A blind without inverse is passed over by a counter. */
function deriveBlind(i: Derivation, keyId: Uint8Array): bigint {
  const { n } = decodeTokenKey(i.publicKeySpki);
  for (let attempt = 0; attempt < 256; attempt++) {
    const suffix = attempt === 0 ? '' : `/${attempt}`;
    const blind = toInteger(expandSeed(i.seed, 320, `${i.name}-blind/`, i.path, '/', keyId, suffix)) % n;
    if (invertModulo(blind, n) !== null) return blind;
  }
  throw new ProtocolError('token-key-invalid', 'nothing is invertible under this key');
}

/** A request from given randomness: nonce 32 bytes, salt 48, blind in [1, n). RFC 9578 §6.1. */
export function blindRequest(i: {
  publicKeySpki: Uint8Array;
  challengeDigest: Uint8Array;
  nonce: Uint8Array;
  salt: Uint8Array;
  blind: bigint;
}): TokenRequest {
  const key = decodeTokenKey(i.publicKeySpki);
  const inputMessage = tokenInput({ ...i, tokenKeyId: tokenKeyId(i.publicKeySpki) });
  const { blinded, inverse } = rsaBlind({
    key,
    variant: VARIANT,
    inputMessage,
    blind: i.blind,
    salt: i.salt,
  });
  return { nonce: i.nonce, blinded, tokenInput: inputMessage, inverse: fromInteger(inverse, KEY_LENGTH) };
}

/** The token (354 bytes) of a request and the signer's 256 bytes. Throws `blind-signature-invalid`. RFC 9578 §6.3. */
export function finalizeToken(i: {
  publicKeySpki: Uint8Array;
  request: Pick<TokenRequest, 'tokenInput' | 'inverse'>;
  blindSignature: Uint8Array;
}): Uint8Array {
  const authenticator = rsaFinalize({
    key: decodeTokenKey(i.publicKeySpki),
    variant: VARIANT,
    inputMessage: i.request.tokenInput,
    blindSignature: i.blindSignature,
    inverse: toInteger(i.request.inverse),
  });
  return concat(i.request.tokenInput, authenticator);
}
