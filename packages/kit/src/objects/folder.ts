import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectStore } from './object-store.ts';

const ifThere = (error: unknown): undefined => {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
};
/** The times that every file is given. When it was written can still be read from its inode, where nothing can be set. */
const noTime = new Date('2000-01-01T00:00:00Z');
const draft = '.draft';

/** Objects as files, in 256 folders by the first two digits of their names. Makes what is missing. */
export function openFolder(folder: string): ObjectStore {
  const shelf = (name: string) => join(folder, name.slice(0, 2));

  async function sync(path: string): Promise<void> {
    const handle = await open(path, 'r');
    await handle.sync().finally(() => handle.close());
  }

  return {
    async put(name, bytes) {
      await mkdir(shelf(name), { recursive: true, mode: 0o700 });
      const beside = join(shelf(name), `${randomUUID()}${draft}`);
      const file = await open(beside, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await utimes(beside, noTime, noTime);
      await rename(beside, join(shelf(name), name));
      await sync(shelf(name));
    },
    get: (name) => readFile(join(shelf(name), name)).catch(ifThere),
    delete: (name) => rm(join(shelf(name), name), { force: true }),
    async *list() {
      for (const name of (await readdir(folder).catch(ifThere)) ?? []) {
        const files = /^[0-9a-f]{2}$/.test(name) ? await readdir(join(folder, name)).catch(ifThere) : [];
        for (const file of files ?? []) if (!file.endsWith(draft)) yield file;
      }
    },
  };
}
