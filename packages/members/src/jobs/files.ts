import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { shuffled } from '@teahouse/kit/objects/carry';
import type { ObjectStore } from '@teahouse/kit/objects/object-store';
import { keySize, seal, unseal } from '@teahouse/kit/objects/seal';
import type { Secrets } from '@teahouse/kit/secrets';

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const draft = '.draft';

/**
 * Files of applications, each sealed under a key of its own; that key is sealed by `files.key` and stands in the file's row.
 * The folder alone, and the database alone, open none of them.
 */
export interface Files {
  /** Keeps a file; on disk when this returns. Its times say no more than the day. Returns its sealed key. */
  write(id: string, file: Uint8Array, day: string): Promise<Buffer>;
  /** Undefined where it is gone, or damaged. */
  read(id: string, sealedKey: Uint8Array): Promise<Buffer | undefined>;
  /** Writes over it and removes it. Nothing where it is gone. */
  destroy(id: string): Promise<void>;
  /** Names of all that lies in the folder, also of what was broken off in the middle. */
  list(): Promise<string[]>;
  /**
   * Carries files of before a day from the folder into the store, in a random order, and removes from there what `known` does
   * not know; once a day, as the store keeps times. A destroyed one cannot be opened meanwhile: its key went with its row.
   * Nothing without a store.
   */
  carry(today: string, known: (names: readonly string[]) => Promise<ReadonlySet<string>>): Promise<void>;
}

const ifThere = (error: unknown): undefined => {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
};

/** Opens the folder, which is made with the first file. `store`: where files lie later on. */
export function openFiles(folder: string, secrets: Secrets, store?: ObjectStore): Files {
  const master = () => secrets.readOrCreate('files.key', () => new Uint8Array(randomBytes(keySize)));
  const pathOf = (name: string) => {
    if (!idForm.test(name.replace(draft, ''))) throw new TypeError('not a name of a file');
    return join(folder, name);
  };

  async function put(path: string, bytes: Uint8Array): Promise<void> {
    const file = await open(path, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async function syncFolder(): Promise<void> {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  }

  async function destroy(id: string): Promise<void> {
    const path = pathOf(id);
    const file = await open(path, 'r+').catch(ifThere);
    if (!file) return;
    try {
      await file.write(randomBytes((await file.stat()).size), 0, undefined, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await rm(path, { force: true });
    await syncFolder();
  }

  return {
    async write(id, bytes, day) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const key = randomBytes(keySize);
      const beside = `${pathOf(randomUUID())}${draft}`;
      await put(beside, seal(key, bytes, id));
      await utimes(beside, new Date(day), new Date(day));
      await rename(beside, pathOf(id));
      await syncFolder();
      const sealedKey = seal(master(), key, `key ${id}`);
      key.fill(0);
      return sealedKey;
    },
    async read(id, sealedKey) {
      const key = unseal(master(), sealedKey, `key ${id}`);
      const sealed = (await readFile(pathOf(id)).catch(ifThere)) ?? (await store?.get(id));
      return key && sealed && unseal(key, sealed, id);
    },
    destroy,
    async carry(today, known) {
      if (!store) return;
      for (const id of shuffled((await readdir(folder).catch(ifThere)) ?? [])) {
        if (!idForm.test(id)) continue;
        const { mtime } = await stat(pathOf(id));
        if (mtime.toISOString().slice(0, 10) >= today) continue;
        await store.put(id, await readFile(pathOf(id)));
        await destroy(id);
      }
      const names: string[] = [];
      for await (const name of store.list()) if (idForm.test(name)) names.push(name);
      const kept = names.length > 0 ? await known(names) : new Set<string>();
      for (const name of shuffled(names)) if (!kept.has(name)) await store.delete(name);
    },
    list: async () => (await readdir(folder).catch(ifThere)) ?? [],
  };
}
