import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import type { LogBook } from '@teahouse/kit/log-book';
import { type Pool, type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf, epochOf, issue, ProtocolError, startOfEpoch } from '@teahouse/protocol';
import { logDirectory } from '../companies/directory.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { batchEntries } from './entries.ts';
import type { IssuerKey } from './key.ts';
import { shuffled } from './shuffle.ts';
import * as store from './store.ts';

/** Any fixed number: whoever runs a batch on this database holds this lock. */
const lockKey = 0x7465_6269; // "tebi"

/** What a batch did. */
export interface BatchResult {
  epoch: string;
  /** Credentials written. */
  issued: number;
  /** Was it the first batch of its epoch, which freezes the counts? An empty one never is. */
  first: boolean;
}

type BatchContext = Pick<Context, 'pool' | 'session' | 'rng' | 'log' | 'bbs' | 'issuerKeys' | 'book'>;

/**
 * Signs every pinned commitment of the epoch that has no credential yet, in random order and written in one
 * transaction with what the log is to hold of it, whether or not its holder ever talks: holding a credential says
 * nothing (protocol.md 1.2, 1.3). Nobody is shown a credential before the log has it on disk.
 * May run on any number of machines and as often as one likes. Throws `busy` when another batch takes too long, and as
 * `LogBook.flush`; the batch is written then, and shown when the log can be written.
 */
export async function runBatch(ctx: BatchContext, now: Date): Promise<BatchResult> {
  const epoch = epochOf(now);
  const result = await withBatchLock(ctx.session, () => lockedBatch(ctx, epoch, dayOf(now)));
  if (result.issued > 0) await ctx.book.flush();
  return result;
}

async function lockedBatch(ctx: BatchContext, epoch: string, today: string): Promise<BatchResult> {
  const nothing = { epoch, issued: 0, first: false };
  const state = await store.readEpochState(ctx.pool, epoch);
  const key = keyFor(ctx, epoch, state);
  if (!key) return nothing;
  const due = await store.findDue(ctx.pool, { epoch, today, epochStart: dayOf(startOfEpoch(epoch)) });
  if (due.length === 0) return nothing;
  const rows = await signAll(ctx, epoch, key, shuffled(due, ctx.rng));
  const isFirst = state.key === null;
  const isKeyNew = !state.keys.includes(key.id);
  const issued = await withTransaction(ctx.pool, (tx) =>
    writeBatch(tx, ctx.book, { epoch, key, isFirst, isKeyNew, rows }),
  );
  return { epoch, issued, first: isFirst && issued > 0 };
}

/** One key signs an epoch to its end; another takes its turn with the first batch of an epoch. */
function keyFor(ctx: BatchContext, epoch: string, state: store.EpochState): IssuerKey | undefined {
  // The log's epochs ascend: a clock that was set back adds nothing to an earlier one.
  if (state.last !== null && state.last > epoch) {
    ctx.log.warn('epoch-past', { epoch });
    return undefined;
  }
  if (state.key === null) return ctx.issuerKeys.forEpoch(epoch);
  const key = ctx.issuerKeys.withId(state.key);
  if (!key) ctx.log.warn('issuer-key-missing', { epoch });
  return key;
}

/**
 * What was signed goes into the database and, as entries to come, into the log, but for accounts deleted in the
 * meantime. At most eight statements, three more where the directory had changed unlogged. Returns how many.
 */
async function writeBatch(
  tx: Queryable,
  book: LogBook,
  i: { epoch: string; key: IssuerKey; isFirst: boolean; isKeyNew: boolean; rows: readonly store.SignedRow[] },
): Promise<number> {
  const { epoch, key, isFirst, isKeyNew } = i;
  await tx.query('SET LOCAL statement_timeout = 0'); // a large town takes longer than a page may
  const alive = await store.lockEmployments(
    tx,
    i.rows.map((row) => row.employment),
  );
  const rows = i.rows.filter((row) => alive.has(row.employment));
  if (rows.length === 0) return 0;
  const directory = await logDirectory(tx, book);
  const { entries, placed, counts } = batchEntries({ ...i, directory, rows });
  const at = await book.plan(tx, entries);
  if (isFirst) {
    const newKey = isKeyNew ? { ...key, logged: at } : undefined;
    const logged = at + entries.length - 1;
    await store.openEpoch(tx, { epoch, key: key.id, newKey, directory, logged, counts });
  }
  const logged = placed.map(({ row, place }) => ({ row, logged: at + place }));
  await store.insertBatch(tx, { epoch, key: key.id, rows: logged });
  return rows.length;
}

/** Some 3 ms each; requests are served in between. */
async function signAll(
  ctx: BatchContext,
  epoch: string,
  { secretKey, publicKey }: IssuerKey,
  due: readonly store.DueRow[],
): Promise<store.SignedRow[]> {
  const rows: store.SignedRow[] = [];
  for (const row of due) {
    const { company, industry, standing } = row;
    const credential = { epoch, company, industry, standing };
    try {
      const commitment = new Uint8Array(row.commitment);
      const signature = issue({ bbs: ctx.bbs, secretKey, publicKey, commitment, credential });
      rows.push({ ...row, signature, salt: ctx.rng(32) });
    } catch (error) {
      // Checked when it was pinned, so this is a damaged row: the others shall not wait for it.
      if (!(error instanceof ProtocolError)) throw error;
      ctx.log.error('commitment-unsignable', error);
    }
    await breathe();
  }
  return rows;
}

/** A lock of the session on a connection of its own: signing takes long, and no transaction stays open for it. */
async function withBatchLock<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let held = false;
  try {
    for (let tries = 0; !held; tries += 1) {
      const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS held', [lockKey]);
      held = rows[0]?.held === true;
      if (held) break;
      if (tries > 600) throw fail('busy');
      await pause(100);
    }
    return await work();
  } finally {
    const unlocked =
      held && (await client.query('SELECT pg_advisory_unlock($1)', [lockKey]).catch(() => undefined));
    client.release(held && !unlocked); // a connection that may still hold the lock is closed
  }
}
