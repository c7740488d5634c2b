import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Secrets } from '@teahouse/kit/secrets';

/** Keys of the desk, all drawn from one file: a copy of the database alone opens no account and shows no time. */
export interface DeskKeys {
  /** HMAC-SHA-256; each use has a label of its own, so that a value of one never fits another. */
  mac(
    use: 'session' | 'challenge' | 'known-browser' | 'guess',
    ...parts: readonly (string | Uint8Array)[]
  ): Buffer;
  /** The 20 bytes (RFC 4226, 4) of the authenticator that whoever takes up an invitation gets. */
  totpSecret(invite: Uint8Array): Buffer;
  /** AES-256-GCM, bound to `owner`: nonce (12), text, tag (16). */
  seal(owner: string, text: Uint8Array): Buffer;
  /** Throws where it was sealed for somebody else, or not at all. */
  open(owner: string, sealed: Uint8Array): Buffer;
  /** Mixed into every argon2id hash. */
  readonly password: Uint8Array;
}

/** Opens `desk.key` of the secrets folder, or makes it. */
export function openDeskKeys(secrets: Secrets): DeskKeys {
  const root = secrets.readOrCreate('desk.key', () => new Uint8Array(randomBytes(32)));
  const derive = (label: string, length = 32) => Buffer.from(hkdfSync('sha256', root, '', label, length));
  const macKey = derive('teahouse desk mac');
  const sealKey = derive('teahouse desk seal');
  const totpKey = derive('teahouse desk totp');
  return {
    mac(use, ...parts) {
      const texts = parts.map((part) => Buffer.from(part).toString('base64url'));
      return createHmac('sha256', macKey)
        .update(JSON.stringify([use, ...texts]))
        .digest();
    },
    totpSecret: (invite) => createHmac('sha256', totpKey).update(invite).digest().subarray(0, 20),
    seal(owner, text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(owner));
      return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    },
    open(owner, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, 12))
        .setAAD(Buffer.from(owner))
        .setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    },
    password: derive('teahouse desk password'),
  };
}
