import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface NewFile {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files of a folder that hold what was written, or are not there, whenever the machine stops. */
export interface DurableFiles {
  read(path: string): Promise<Uint8Array | undefined>;
  /** Resolves when all are on disk. Any of them may be there before. */
  write(files: readonly NewFile[]): Promise<void>;
  /** Resolves when the new name is on disk. */
  rename(from: string, to: string): Promise<void>;
  /** Relative paths of all files below a subfolder. */
  list(path: string): Promise<string[]>;
  /** Removes a file or a folder with all below it, if it is there. */
  remove(path: string): Promise<void>;
}

/** Ends the name of a file that is being written; whoever lists files may remove one it finds after a crash. */
export const DRAFT = '.draft';
/** Written at a time: the disk can flush some together, and open files are few. */
const AT_ONCE = 16;

/** Access to the files of a folder. Without `durable` nothing is flushed: for tests, that need not survive a power cut. */
export function durableFiles(folder: string, durable: boolean): DurableFiles {
  async function writeOne({ path, bytes }: NewFile): Promise<void> {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    const file = await open(target + DRAFT, 'w');
    try {
      await file.writeFile(bytes);
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
    await rename(target + DRAFT, target);
  }

  /** A name is on disk only when its folder is, and that folder's name only when the one above is. */
  async function syncFoldersOf(paths: readonly string[]): Promise<void> {
    if (!durable) return;
    const folders = new Set(['.']);
    for (const path of paths) {
      for (let at = dirname(path); at !== '.'; at = dirname(at)) folders.add(at);
    }
    for (const path of folders) await syncFolder(join(folder, path));
  }

  return {
    async read(path) {
      const bytes = await orNothing(readFile(join(folder, path)));
      return bytes && new Uint8Array(bytes);
    },
    async write(files) {
      for (let at = 0; at < files.length; at += AT_ONCE) {
        await settled(files.slice(at, at + AT_ONCE).map(writeOne));
      }
      await syncFoldersOf(files.map(({ path }) => path));
    },
    async rename(from, to) {
      await rename(join(folder, from), join(folder, to));
      await syncFoldersOf([to]);
    },
    async list(path) {
      const options = { recursive: true, withFileTypes: true } as const;
      const found = (await orNothing(readdir(join(folder, path), options))) ?? [];
      const from = folder.length + 1;
      const files = found.filter((entry) => !entry.isDirectory());
      return files.map((entry) => join(entry.parentPath, entry.name).slice(from).replaceAll('\\', '/'));
    },
    remove: (path) => rm(join(folder, path), { recursive: true, force: true }),
  };
}

/** Makes a folder, and those above it, that a power cut does not take back. */
export async function makeFolder(path: string, durable: boolean): Promise<void> {
  const made = await mkdir(path, { recursive: true });
  if (!made || !durable) return;
  for (let at = dirname(path); ; at = dirname(at)) {
    await syncFolder(at);
    if (at === dirname(made)) return;
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits for all, so that none still writes when the first failure is thrown. */
async function settled(work: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) {
    if (result.status === 'rejected') throw result.reason;
  }
}

async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
