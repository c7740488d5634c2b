import { DatabaseSync } from 'node:sqlite';

/** Locks that this process holds: a database that nobody refers to any more is closed by the garbage collector, with its lock. */
const held = new Set<DatabaseSync>();

/** The error code SQLITE_BUSY. */
const BUSY = 5;

/**
 * Takes a file as a lock that the system gives back when the process ends, however it ends; returns what releases it,
 * or undefined when another process, or this one, holds it. Node has no file locks of its own: an empty SQLite database
 * stands in, as its exclusive transaction is one on every system.
 */
export function lockFile(path: string): (() => void) | undefined {
  const database = new DatabaseSync(path);
  try {
    // Nothing is ever written; the journal's mode only keeps a second file out of the folder.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === BUSY) return undefined;
    throw error;
  }
  held.add(database);
  return () => {
    if (held.delete(database)) database.close();
  };
}
