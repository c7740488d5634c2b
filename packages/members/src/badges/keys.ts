import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Secrets } from '@teahouse/kit/secrets';

const method = 'aes-256-gcm';
const sizes = { key: 32, nonce: 12, tag: 16 };
const nameOf = (badge: string) => `badge-${badge}.key`;
const nameForm = /^badge-([0-9a-f-]{36})\.key$/;

/**
 * Photos of badges lie sealed in the database, each under a key of its own in the secrets folder. Destroying the key is
 * what destroys the photo: a deleted row stays readable in pages, in the WAL and in backups of the database.
 */
export interface BadgeKeys {
  /** Seals under a new key. The key is on disk when this returns. */
  seal(badge: string, photo: Uint8Array): Buffer;
  /** Undefined where the key is gone, or something is damaged. */
  open(badge: string, sealed: Uint8Array): Buffer | undefined;
  /** Writes over the key and removes it. For good. */
  destroy(badge: string): void;
  /** Badges that have a key. */
  list(): string[];
}

export function openBadgeKeys(secrets: Secrets): BadgeKeys {
  return {
    seal(badge, photo) {
      const key = randomBytes(sizes.key);
      const nonce = randomBytes(sizes.nonce);
      const cipher = createCipheriv(method, key, nonce).setAAD(Buffer.from(badge));
      const sealed = Buffer.concat([nonce, cipher.update(photo), cipher.final(), cipher.getAuthTag()]);
      secrets.write(nameOf(badge), key);
      key.fill(0);
      return sealed;
    },
    open(badge, sealed) {
      const key = secrets.read(nameOf(badge));
      if (key?.length !== sizes.key || sealed.length < sizes.nonce + sizes.tag) return undefined;
      const [nonce, tag] = [sealed.subarray(0, sizes.nonce), sealed.subarray(-sizes.tag)];
      const decipher = createDecipheriv(method, key, nonce).setAAD(Buffer.from(badge)).setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(sealed.subarray(sizes.nonce, -sizes.tag)), decipher.final()]);
      } catch {
        return undefined;
      } finally {
        key.fill(0);
      }
    },
    destroy: (badge) => secrets.destroy(nameOf(badge)),
    list: () => secrets.names().flatMap((name) => nameForm.exec(name)?.[1] ?? []),
  };
}
