import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogInfo } from '@teahouse/contract/issuer';
import { encodeVerifier, type FetchFile, noteSigner } from '@teahouse/protocol/log';
import type { Logger } from './log.ts';
import type { OnAdopt } from './log-book-agree.ts';
import { logFiles } from './log-book-files.ts';
import { lockPlans, planEntries } from './log-book-plan.ts';
import { parseWitnesses } from './log-book-witness.ts';
import { createLogWriter } from './log-book-writer.ts';
import { durableFiles } from './log-store-files.ts';
import { CHECKPOINT } from './log-store-state.ts';
import { type Pool, type Queryable, withTransaction } from './pool.ts';
import type { Secrets } from './secrets.ts';

export type { OnAdopt } from './log-book-agree.ts';
export { lockPlans, type PlannedEntry, planEntries, planHead, recordEvent } from './log-book-plan.ts';
export { LogStoreError, type LogStoreErrorCode } from './log-store-errors.ts';

/**
 * A log whose entries are decided in the database and served from a folder: an entry is planned in the transaction of
 * what it records, and appended after the commit. A crash in between is made up for on the next start.
 */
export interface LogBook {
  /** Its name in checkpoints, its key, and the witnesses it takes. */
  readonly info: LogInfo;
  /**
   * In a transaction: entries get the next indexes; returns the first. Others who plan wait until this transaction
   * ends. Two statements.
   */
  plan(tx: Queryable, entries: readonly Uint8Array[]): Promise<number>;
  /**
   * After the commit: appends what is planned; resolves when the checkpoint on disk covers all that was committed before
   * the call. What an error leaves is appended later by itself. Throws LogStoreError `log-behind-database`,
   * `log-differs`, `not-written`, `closed`, and the errors of the database and of the file system.
   */
  flush(): Promise<void>;
  /** Entries that the checkpoint on disk covers. */
  size(): Promise<number>;
  /** The newest checkpoint, with the cosignatures that it has. */
  checkpoint(): Promise<string>;
  /** Newest checkpoint that a known witness signed; undefined where none did. */
  witnessed(): Promise<string | undefined>;
  /**
   * Takes a checkpoint of this log that a known witness signed. Throws LogError: `signature-unknown`,
   * `signature-invalid`, `note-invalid`, `origin-mismatch`, `forked`.
   */
  takeWitnessed(note: string): Promise<void>;
  /** An entry of the log, checked against its leaf. Throws LogStoreError `not-in-log`, `damaged`. */
  entry(index: number): Promise<Uint8Array>;
  /** A file to be served: C2SP paths, `info` and `witnessed`; undefined for all else. */
  read: FetchFile;
  /** Waits for what is under way and lets the folder go. */
  close(): Promise<void>;
}

export interface LogBookOptions {
  /** Of a database that has the table `log_entries`. */
  readonly pool: Pool;
  readonly dir: string;
  readonly origin: string;
  /** `log.key` is read from here, or made. */
  readonly secrets: Secrets;
  /** Keys in C2SP form, type 0x04. */
  readonly witnesses: readonly string[];
  readonly log: Logger;
  /** False only in tests: a power cut may then take entries. */
  readonly durable?: boolean;
  /**
   * The log holds entries that the database doesn't: it was restored from a backup. Called once, in the transaction that
   * adopts them; may plan entries in it.
   */
  readonly onAdopt?: OnAdopt;
}

/**
 * Opens the log in a folder over a database, and makes both agree. Any number of processes may have it open: one
 * appends, the others read, and another takes over when that one ends. Throws LogStoreError `log-behind-database`,
 * `log-differs`, `damaged`; LogError `key-invalid` for a witness's key or an origin that can't name a key.
 */
export async function openLogBook(i: LogBookOptions): Promise<LogBook> {
  const { pool, origin, secrets, log, onAdopt, durable = true } = i;
  const dir = resolve(i.dir);
  const signer = noteSigner(
    origin,
    secrets.readOrCreate('log.key', () => new Uint8Array(randomBytes(32))),
  );
  const witnesses = parseWitnesses(i.witnesses);
  const info: LogInfo = { origin, key: encodeVerifier(signer.verifier), witnesses: [...i.witnesses] };
  const disk = durableFiles(dir, durable);
  const files = logFiles({ files: disk, info, own: signer.verifier, witnesses });
  const { size } = files;
  const writer = createLogWriter({ pool, dir, origin, signer, durable, log, onAdopt, size });
  // Who writes may have only just begun: a log has a checkpoint before it is open.
  while (!(await writer.write()) && (await disk.read(CHECKPOINT)) === undefined) await sleep(20);
  writer.start();
  return {
    info,
    plan: planEntries,
    flush: writer.flush,
    ...{ size, read: files.read, entry: files.entry },
    ...{ checkpoint: files.checkpoint, witnessed: files.witnessed },
    takeWitnessed: (note) =>
      withTransaction(pool, async (tx) => {
        await lockPlans(tx); // of processes that take one at once, each merges into what the other kept
        await files.keep(note);
      }),
    close: writer.close,
  };
}
