import { randomBytes } from 'node:crypto';
import type { ObjectStore } from './object-store.ts';
import { keySize, seal, unseal } from './seal.ts';

/** Bytes of a name. */
const nameSize = 16;

/** What a row keeps of files that were carried out: without it nobody opens them, wherever copies of them lie. */
export interface Kept {
  readonly object: Buffer;
  readonly object_key: Buffer;
}

/**
 * Files that leave the database, sealed each under a key of its own that stays in the row: the store alone opens none of
 * them, and with its row a file is gone also from copies that somebody made of the store.
 */
export interface SealedObjects {
  /** Writes the parts under one new random name. */
  put(parts: readonly Uint8Array[]): Promise<Kept>;
  /** Undefined where it is gone, or damaged. */
  get(kept: Kept, part?: number): Promise<Buffer | undefined>;
  /** Removes the parts of a name. */
  delete(object: Uint8Array, parts: number): Promise<void>;
  /** Names of all that is there, each as often as it has parts. */
  list(): AsyncIterable<Buffer>;
}

/** The same over a store. */
export function sealObjects(store: ObjectStore): SealedObjects {
  const nameOf = (object: Uint8Array, part: number) => `${Buffer.from(object).toString('hex')}.${part}`;
  return {
    async put(parts) {
      const kept = { object: randomBytes(nameSize), object_key: randomBytes(keySize) };
      for (const [part, bytes] of parts.entries()) {
        const name = nameOf(kept.object, part);
        await store.put(name, seal(kept.object_key, bytes, name));
      }
      return kept;
    },
    async get({ object, object_key }, part = 0) {
      const name = nameOf(object, part);
      const sealed = await store.get(name);
      return sealed && unseal(object_key, sealed, name);
    },
    async delete(object, parts) {
      for (let part = 0; part < parts; part += 1) await store.delete(nameOf(object, part));
    },
    async *list() {
      for await (const name of store.list())
        if (/^[0-9a-f]{32}\.[0-9]$/.test(name)) yield Buffer.from(name.slice(0, 32), 'hex');
    },
  };
}
