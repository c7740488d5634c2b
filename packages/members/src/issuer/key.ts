import type { Secrets } from '@teahouse/kit/secrets';
import type { Bbs, Rng } from '@teahouse/protocol';
import { issuerKeyId } from '@teahouse/protocol';

/** The one key of the issuer, for all companies: a key per company would tag people (protocol.md, Parameters). */
export interface IssuerKey {
  /** base64url of the first 8 bytes of SHA-256 of the public key. */
  readonly id: string;
  /** 32 bytes; lives in the secrets folder only. */
  readonly secretKey: Uint8Array;
  /** 96 bytes. */
  readonly publicKey: Uint8Array;
}

/** Opens `issuer.key`, and makes it on the first start. */
export function openIssuerKey(secrets: Secrets, bbs: Bbs, rng: Rng): IssuerKey {
  const secretKey = secrets.readOrCreate('issuer.key', () => bbs.keyGen(rng(32)));
  const publicKey = bbs.publicKey(secretKey);
  return { id: issuerKeyId(publicKey), secretKey, publicKey };
}
