import { join, resolve } from 'node:path';
import { type NoteSigner, TILE_WIDTH } from '@teahouse/protocol/log';
import { lockFile } from './lock-file.ts';
import { LogStoreError } from './log-store-errors.ts';
import { durableFiles, makeFolder } from './log-store-files.ts';
import {
  CHECKPOINT,
  checkpointOf,
  grow,
  loadState,
  publish,
  readCovered,
  readEntry,
} from './log-store-state.ts';

export { LogStoreError, type LogStoreErrorCode } from './log-store-errors.ts';

export interface Appended {
  /** Of the first of these entries. */
  readonly index: number;
  /** Entries in the log with these. */
  readonly size: number;
  /** The signed checkpoint over all of them, on disk. */
  readonly checkpoint: string;
}

/** An append-only log in a folder (RFC 6962 tree, C2SP tlog-tiles), one writer at a time. */
export interface LogStore {
  /** The newest signed checkpoint that is on disk. */
  checkpoint(): string;
  /** Entries in the log. */
  size(): number;
  /**
   * Appends entries of at most 65,535 bytes each, together and in this order; resolves when they and their checkpoint
   * are on disk. With `at` only if the log has that size (`size-changed`), so that a caller who noted where its entries
   * belong can repeat safely. After any error but `size-changed`, `closed` and LogError `entry-too-long` the entries may
   * be in the log all the same; the next append finds out first.
   */
  append(entries: readonly Uint8Array[], options?: { readonly at?: number }): Promise<Appended>;
  /** An entry that was appended, checked against its leaf. Throws `not-in-log`, `damaged`. */
  entry(index: number): Promise<Uint8Array>;
  /** A file to be served: `checkpoint`, and the tiles and bundles that it covers; undefined for all else. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Waits for appends under way and lets the folder go. */
  close(): Promise<void>;
}

/**
 * Opens the log in a folder, or starts one there, after checking every tile against the checkpoint. `signer` is the
 * log's key; the checkpoint on disk must be signed by it. Without `durable` a power cut may take entries.
 * Throws LogStoreError `in-use`, `damaged`.
 */
export async function openLog(options: {
  readonly dir: string;
  readonly origin: string;
  readonly signer: NoteSigner;
  readonly durable?: boolean;
}): Promise<LogStore> {
  const { origin, signer, durable = true } = options;
  const dir = resolve(options.dir);
  await makeFolder(dir, durable);
  const release = lockFile(join(dir, 'lock'));
  if (!release) throw new LogStoreError('in-use', `Another process has the log in ${dir} open.`);
  const files = durableFiles(dir, durable);
  let state = await loadState(files, origin, signer).catch((error) => {
    release();
    throw error;
  });
  /** An append stopped half-way: what is on disk is not known until it is read again. */
  let isUncertain = false;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  function inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  }

  async function append(entries: readonly Uint8Array[], at: number | undefined): Promise<Appended> {
    if (isUncertain) state = await loadState(files, origin, signer);
    isUncertain = false;
    const index = state.edge.size;
    if (at !== undefined && at !== index) {
      throw new LogStoreError('size-changed', `The log has ${index} entries, not ${at}.`);
    }
    if (entries.length > 0) {
      const grown = grow(state, entries, (edge) => checkpointOf(edge, origin, signer));
      isUncertain = true;
      await files.write(grown.files);
      await publish(files, grown.state.note);
      state = grown.state;
      isUncertain = false;
      // Full tiles have taken their place. What stays behind is dropped when the log is opened again.
      await Promise.allSettled(grown.filled.map((path) => files.remove(path)));
    }
    return { index, size: state.edge.size, checkpoint: state.note };
  }

  async function entry(index: number): Promise<Uint8Array> {
    const { edge, open } = state;
    if (!Number.isSafeInteger(index) || index < 0 || index >= edge.size) {
      throw new LogStoreError('not-in-log', `The log has no entry ${index}.`);
    }
    const isOpen = Math.floor(index / TILE_WIDTH) === Math.floor(edge.size / TILE_WIDTH);
    return isOpen ? new Uint8Array(open[index % TILE_WIDTH]!) : readEntry(files.read, index, edge.size);
  }

  return {
    checkpoint: () => state.note,
    size: () => state.edge.size,
    append(entries, { at } = {}) {
      if (isClosed) return Promise.reject(new LogStoreError('closed', 'The log was closed.'));
      // Copies, as the caller may use its bytes again while this waits (`slice` of a Buffer is none).
      const copies = entries.map((bytes) => new Uint8Array(bytes));
      return inOrder(() => append(copies, at));
    },
    entry,
    async read(path) {
      return path === CHECKPOINT
        ? new TextEncoder().encode(state.note)
        : readCovered(files, path, state.edge.size);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await last;
      release();
    },
  };
}
