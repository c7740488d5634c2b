import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import { encodeTokenKey, tokenKeyId } from '@teahouse/protocol';
import { bytesOf } from '../wire.ts';

/** A key that signs tokens for one UTC month. protocol.md 3. */
export interface TokenKey {
  /** SHA-256 of the SPKI (RFC 9578 6.5). */
  readonly id: Buffer;
  readonly month: string;
  /** SubjectPublicKeyInfo with the RSASSA-PSS OID, DER. */
  readonly spki: Uint8Array;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const generate = promisify(generateKeyPair);

/** A new RSA-2048 key as PKCS #8 in PEM. Takes 100 ms and more, off the event loop. */
export async function generateTokenKey(): Promise<string> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048, publicExponent: 0x10001 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

/** The key of a PEM. Throws when it is none of 2048 bits. */
export function openTokenKey(month: string, pem: string): TokenKey {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const spki = encodeTokenKey({ n: integer(n), e: integer(e) });
  return { id: Buffer.from(tokenKeyId(spki)), month, spki, privateKey, publicKey };
}

const integer = (text: string) => BigInt(`0x${bytesOf(text).toString('hex')}`);

/**
 * RSASP1 on a blinded message of 256 bytes, then the check s^e = m (RFC 9474 4.3: a faulty signature would give the
 * key away). Undefined when the message is not below the modulus.
 */
export function signBlinded(key: TokenKey, blinded: Uint8Array): Buffer | undefined {
  const padding = constants.RSA_NO_PADDING;
  let signature: Buffer;
  try {
    signature = privateDecrypt({ key: key.privateKey, padding }, blinded);
  } catch {
    return undefined;
  }
  if (!timingSafeEqual(publicEncrypt({ key: key.publicKey, padding }, signature), blinded)) {
    throw new Error('token-signature-faulty');
  }
  return signature;
}

/** RSASSA-PSS-VERIFY of a token's authenticator: SHA-384, salt of 48 bytes. RFC 9578 6.4. */
export function authenticates(key: TokenKey, input: Uint8Array, authenticator: Uint8Array): boolean {
  const options = { key: key.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  return verify('sha384', input, options, authenticator);
}
