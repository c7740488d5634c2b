import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const method = 'aes-256-gcm';
const sizes = { nonce: 12, tag: 16 };
/** Bytes of a key. */
export const keySize = 32;

/** AES-256-GCM under a key (32 bytes), bound to a name: nonce (12 bytes), what it seals, tag (16 bytes). */
export function seal(key: Uint8Array, bytes: Uint8Array, name: string): Buffer {
  const nonce = randomBytes(sizes.nonce);
  const cipher = createCipheriv(method, key, nonce).setAAD(Buffer.from(name));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** What was sealed under this key and name; undefined where it is anything else. */
export function unseal(key: Uint8Array, sealed: Uint8Array, name: string): Buffer | undefined {
  if (sealed.length < sizes.nonce + sizes.tag) return undefined;
  const [nonce, tag] = [sealed.subarray(0, sizes.nonce), sealed.subarray(-sizes.tag)];
  const decipher = createDecipheriv(method, key, nonce).setAAD(Buffer.from(name)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(sizes.nonce, -sizes.tag)), decipher.final()]);
  } catch {
    return undefined;
  }
}
