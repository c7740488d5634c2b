import { setTimeout as sleep } from 'node:timers/promises';
import type { NoteSigner } from '@teahouse/protocol/log';
import type { Logger } from './log.ts';
import { agree, appendPlanned, type OnAdopt } from './log-book-agree.ts';
import { plannedSize } from './log-book-plan.ts';
import { type LogStore, openLog } from './log-store.ts';
import { LogStoreError } from './log-store-errors.ts';
import type { Pool } from './pool.ts';

/** How often the one who writes looks for what other processes planned, and the others whether nobody writes. */
const tickMs = 1000;
/** How long a process that doesn't write waits for the one that does, and how often it looks. */
const patienceMs = 30_000;
const lookMs = 50;

export interface LogWriterOptions {
  readonly pool: Pool;
  readonly dir: string;
  readonly origin: string;
  readonly signer: NoteSigner;
  readonly durable: boolean;
  readonly log: Logger;
  readonly onAdopt?: OnAdopt | undefined;
  /** Entries that the checkpoint on disk covers, whoever wrote it. */
  readonly size: () => Promise<number>;
}

/** Of the processes on one folder one writes; when it ends, another takes over. */
export interface LogWriter {
  /** Becomes the one who writes if nobody does, and appends what is planned. False when somebody else writes. */
  write(): Promise<boolean>;
  /** See `LogBook.flush`. */
  flush(): Promise<void>;
  /** Appends by itself what others plan. */
  start(): void;
  close(): Promise<void>;
}

export function createLogWriter(i: LogWriterOptions): LogWriter {
  const { pool, dir, origin, signer, durable, log, onAdopt } = i;
  let store: LogStore | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let waiting = 0;
  let isFailing = false;
  let isClosed = false;

  function inOrder<T>(work: () => Promise<T>): Promise<T> {
    waiting += 1;
    const result = last.then(work).finally(() => {
      waiting -= 1;
    });
    last = result.catch(() => {});
    return result;
  }

  async function lead(): Promise<LogStore | undefined> {
    if (store) return store;
    const opened = await openLog({ dir, origin, signer, durable }).catch((error: unknown) => {
      if (error instanceof LogStoreError && error.code === 'in-use') return undefined;
      throw error;
    });
    if (!opened) return undefined;
    try {
      await agree({ pool, store: opened, origin, verifier: signer.verifier, onAdopt });
    } catch (error) {
      await opened.close();
      throw error;
    }
    store = opened;
    return store;
  }

  const write = () =>
    inOrder(async () => {
      if (isClosed) throw new LogStoreError('closed', 'The log was closed.');
      const led = await lead();
      if (led) await appendPlanned(pool, led);
      return led !== undefined;
    });

  async function flush(): Promise<void> {
    const wanted = await plannedSize(pool);
    for (let waited = 0; !(await write()); ) {
      for (let looks = 0; looks < tickMs / lookMs; looks += 1) {
        if ((await i.size()) >= wanted) return;
        await sleep(lookMs);
        waited += lookMs;
      }
      if (waited >= patienceMs) {
        throw new LogStoreError('not-written', 'Who writes the log did not append in time what was planned.');
      }
    }
  }

  /** Says once that it fails: the database may be away for long. */
  function tick(): void {
    if (waiting > 0 || isClosed) return;
    write().then(
      () => {
        isFailing = false;
      },
      (error: unknown) => {
        if (!isFailing && !isClosed) log.error('log-not-written', error);
        isFailing = true;
      },
    );
  }

  return {
    write,
    flush,
    start: () => {
      timer ??= setInterval(tick, tickMs).unref();
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      await last;
      await store?.close();
      store = undefined;
    },
  };
}
