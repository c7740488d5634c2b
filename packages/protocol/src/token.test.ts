import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
  verify,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, fromInteger, fromUtf8, hex, toInteger } from './bytes.ts';
import { power, rsaBlindSign } from './rsa.ts';
import { bytes32, codeOf, flipBit } from './testing.ts';
import {
  blindRequest,
  challengeDigest,
  decodeTokenKey,
  encodeTokenKey,
  finalizeToken,
  parseToken,
  refundRequest,
  tokenInput,
  tokenKeyId,
  tokenRequest,
  verifyToken,
} from './token.ts';

type Vector = Record<
  | 'skS'
  | 'pkS'
  | 'token_challenge'
  | 'nonce'
  | 'blind'
  | 'salt'
  | 'token_request'
  | 'token_response'
  | 'token',
  string
>;
const vectors = ['go', 'rust'].flatMap((language): (Vector & { name: string })[] => {
  const file = `../shared/vectors/rfc9578/pub_verif_rfc9578.${language}.json`;
  if (!existsSync(file)) return [];
  const all: Vector[] = JSON.parse(readFileSync(file, 'utf8'));
  return all.map((vector, i) => ({ ...vector, name: `${language} ${i}` }));
});

/** A signer as a server has it: the raw private operation of node:crypto. */
function signer(privateKey: KeyObject, spki: Uint8Array) {
  const raw = (message: Uint8Array) =>
    new Uint8Array(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, message));
  return (blinded: Uint8Array) => rsaBlindSign(decodeTokenKey(spki), blinded, raw);
}

describe.skipIf(vectors.length === 0)('RFC 9578, test vectors of publicly verifiable tokens', () => {
  it.each(vectors)('$name comes out byte for byte', (vector) => {
    const publicKeySpki = fromHex(vector.pkS);
    const digest = sha256(fromHex(vector.token_challenge));
    const { n } = decodeTokenKey(publicKeySpki);
    const request = blindRequest({
      publicKeySpki,
      challengeDigest: digest,
      nonce: fromHex(vector.nonce),
      salt: fromHex(vector.salt),
      blind: toInteger(fromHex(vector.blind)) % n,
    });
    const truncatedKeyId = tokenKeyId(publicKeySpki).subarray(31);
    expect(hex(concat(Uint8Array.of(0, 2), truncatedKeyId, request.blinded))).toBe(vector.token_request);

    const { d } = createPrivateKey(fromUtf8(fromHex(vector.skS))).export({ format: 'jwk' });
    const exponent = toInteger(new Uint8Array(Buffer.from(d!, 'base64url')));
    const blindSignature = fromInteger(power(toInteger(request.blinded), exponent, n), 256);
    expect(hex(blindSignature)).toBe(vector.token_response);

    const token = finalizeToken({ publicKeySpki, request, blindSignature });
    expect(hex(token)).toBe(vector.token);
    expect(verifyToken({ publicKeySpki, challengeDigest: digest, token }).nonce).toEqual(
      fromHex(vector.nonce),
    );
  });
});

describe('tokens of ours', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = publicKey.export({ format: 'jwk' });
  const numberOf = (text = '') => toInteger(new Uint8Array(Buffer.from(text, 'base64url')));
  const publicKeySpki = encodeTokenKey({ n: numberOf(jwk.n), e: numberOf(jwk.e) });
  const sign = signer(privateKey, publicKeySpki);
  const digest = challengeDigest('tea.example');
  const asked = { publicKeySpki, seed: bytes32('seed'), week: '2026-W47', i: 3, challengeDigest: digest };
  const request = tokenRequest(asked);
  const token = finalizeToken({ publicKeySpki, request, blindSignature: sign(request.blinded) });

  it('are signed without being seen, and hold', () => {
    expect(token).toHaveLength(354);
    expect(parseToken(token).nonce).toEqual(request.nonce);
    expect(() => verifyToken({ publicKeySpki, challengeDigest: digest, token })).not.toThrow();
  });

  it('hold for node:crypto too, with the key as it is published', () => {
    const key = {
      key: createPublicKey({ key: Buffer.from(publicKeySpki), format: 'der', type: 'spki' }),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 48,
    };
    const { authenticator } = parseToken(token);
    expect(verify('sha384', request.tokenInput, key, authenticator)).toBe(true);
    expect(verify('sha384', request.tokenInput, key, flipBit(authenticator, 99))).toBe(false);
  });

  it('are the same whenever they are asked for, and differ by week, place, seed and kind', () => {
    expect(tokenRequest(asked)).toEqual(request);
    const refund = {
      publicKeySpki,
      seed: asked.seed,
      spentNonce: request.nonce,
      i: 0,
      challengeDigest: digest,
    };
    const all = [
      request,
      tokenRequest({ ...asked, i: 4 }),
      tokenRequest({ ...asked, week: '2026-W48' }),
      tokenRequest({ ...asked, seed: bytes32('other') }),
      refundRequest(refund),
      refundRequest({ ...refund, i: 1 }),
      refundRequest({ ...refund, spentNonce: bytes32('n') }),
    ];
    expect(new Set(all.map(({ nonce }) => hex(nonce))).size).toBe(all.length);
    expect(new Set(all.map(({ inverse }) => hex(inverse))).size).toBe(all.length);
  });

  it('have another nonce and another blind under another key, so that nothing joins what was drawn under both', () => {
    const otherJwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
    const other = encodeTokenKey({ n: numberOf(otherJwk.n), e: 65537n });
    const again = tokenRequest({ ...asked, publicKeySpki: other });
    expect(hex(again.nonce)).not.toBe(hex(request.nonce));
    expect(hex(again.inverse)).not.toBe(hex(request.inverse));
  });

  it('are refunded with a token as good as any', () => {
    const refund = refundRequest({ ...asked, spentNonce: request.nonce, i: 0 });
    const back = finalizeToken({ publicKeySpki, request: refund, blindSignature: sign(refund.blinded) });
    expect(() => verifyToken({ publicKeySpki, challengeDigest: digest, token: back })).not.toThrow();
  });

  it('are refused when any byte changes', () => {
    for (let at = 0; at < token.length; at += 3) {
      const changed = flipBit(token, at * 8 + (at % 8));
      expect(codeOf(() => verifyToken({ publicKeySpki, challengeDigest: digest, token: changed }))).toBe(
        'token-invalid',
      );
    }
  });

  it('are refused for another challenge, length and type', () => {
    const check = (given: Uint8Array, name = 'tea.example') =>
      codeOf(() => verifyToken({ publicKeySpki, challengeDigest: challengeDigest(name), token: given }));
    expect(check(token, 'coffee.example')).toBe('token-invalid');
    expect(check(token.subarray(1))).toBe('token-invalid');
    expect(check(concat(Uint8Array.of(0, 1), token.subarray(2)))).toBe('token-invalid');
    expect(codeOf(() => challengeDigest('two words'))).toBe('token-invalid');
  });

  it('are not finished from what the signer did not sign', () => {
    const other = tokenRequest({ ...asked, i: 5 });
    const blindSignature = sign(other.blinded);
    expect(codeOf(() => finalizeToken({ publicKeySpki, request, blindSignature }))).toBe(
      'blind-signature-invalid',
    );
  });

  it('are not asked for under malformed parts', () => {
    expect(codeOf(() => tokenRequest({ ...asked, i: -1 }))).toBe('token-invalid');
    expect(codeOf(() => tokenRequest({ ...asked, week: '2026-47' }))).toBe('token-invalid');
    expect(codeOf(() => refundRequest({ ...asked, spentNonce: new Uint8Array(3), i: 0 }))).toBe(
      'token-invalid',
    );
    const short = { nonce: bytes32('n'), challengeDigest: digest, tokenKeyId: new Uint8Array(31) };
    expect(codeOf(() => tokenInput(short))).toBe('token-invalid');
  });

  it('have keys in one form only', () => {
    expect(decodeTokenKey(publicKeySpki)).toEqual({ n: numberOf(jwk.n), e: 65537n });
    for (let at = 0; at < publicKeySpki.length; at++) {
      const changed = flipBit(publicKeySpki, at * 8);
      try {
        expect(decodeTokenKey(changed)).not.toEqual(decodeTokenKey(publicKeySpki));
      } catch (error) {
        expect(error).toMatchObject({ code: 'token-key-invalid' });
      }
    }
    const plain = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
    expect(codeOf(() => decodeTokenKey(plain))).toBe('token-key-invalid');
    expect(codeOf(() => encodeTokenKey({ n: numberOf(jwk.n), e: 3n }))).toBe('token-key-invalid');
    expect(codeOf(() => encodeTokenKey({ n: numberOf(jwk.n) >> 1n, e: 65537n }))).toBe('token-key-invalid');
    expect(codeOf(() => decodeTokenKey(new Uint8Array()))).toBe('token-key-invalid');
  });
});
