import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export interface Secrets {
  /** Names present, sorted. */
  names(): string[];
  read(name: string): Uint8Array | undefined;
  /** The secret, made by `make` if it is not there. Of processes that race, all get what the first one made. */
  readOrCreate(name: string, make: () => Uint8Array): Uint8Array;
  /** Sets or replaces. After a crash it is either the old or the new one. */
  write(name: string, bytes: Uint8Array): void;
  /** Removes the file. The disk may remember: encrypt it. */
  remove(name: string): void;
  /**
   * Writes over the file in its place, waits for the disk, and removes it: for a key whose end is to be the end of what it
   * seals. Blocks that a journal, a snapshot or a flash disk keeps elsewhere are out of reach. Nothing when it isn't there.
   */
  destroy(name: string): void;
}

const errno = (error: unknown) => (error as NodeJS.ErrnoException).code;

/**
 * Keys live in a folder and not in the database, so that a stolen dump signs nothing.
 * Folder 0700, files 0600; a folder open to others is closed, and refused if that fails.
 */
export function openSecrets(folder: string): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (statSync(folder).mode & 0o077) chmodSync(folder, 0o700);

  const pathOf = (name: string) => {
    if (!/^[a-z0-9][a-z0-9._-]{0,99}$/.test(name)) throw new TypeError('not a name of a secret');
    return join(folder, name);
  };

  function read(name: string): Uint8Array | undefined {
    try {
      return new Uint8Array(readFileSync(pathOf(name)));
    } catch (error) {
      if (errno(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Writes beside (a name `names` hides) and hands the finished file to `place`. */
  function writeBeside(bytes: Uint8Array, place: (draft: string) => void): void {
    const draft = join(folder, `.draft-${randomBytes(8).toString('hex')}`);
    try {
      const file = openSync(draft, 'wx', 0o600);
      writeSync(file, bytes);
      fsyncSync(file);
      closeSync(file);
      place(draft);
      syncFolder(folder);
    } finally {
      rmSync(draft, { force: true });
    }
  }

  return {
    names: () =>
      readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort(),
    read,
    readOrCreate(name, make) {
      const there = read(name);
      if (there) return there;
      // A hard link, unlike a rename, fails when somebody else was first.
      writeBeside(make(), (draft) => {
        try {
          linkSync(draft, pathOf(name));
        } catch (error) {
          if (errno(error) !== 'EEXIST') throw error;
        }
      });
      return read(name) as Uint8Array;
    },
    write: (name, bytes) => writeBeside(bytes, (draft) => renameSync(draft, pathOf(name))),
    remove(name) {
      rmSync(pathOf(name), { force: true });
      syncFolder(folder);
    },
    destroy(name) {
      try {
        const file = openSync(pathOf(name), 'r+');
        writeSync(file, new Uint8Array(fstatSync(file).size), 0, null, 0);
        fsyncSync(file);
        closeSync(file);
      } catch (error) {
        if (errno(error) !== 'ENOENT') throw error;
      }
      rmSync(pathOf(name), { force: true });
      syncFolder(folder);
    },
  };
}

/** A new name is durable only when its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
