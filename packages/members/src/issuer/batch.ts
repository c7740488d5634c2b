import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import { type Pool, withTransaction } from '@teahouse/kit/pool';
import { dayOf, epochOf, issue, ProtocolError, startOfEpoch } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
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

type BatchContext = Pick<Context, 'pool' | 'rng' | 'log' | 'bbs' | 'issuerKey'>;

/**
 * Signs every pinned commitment of the epoch that has no credential yet, in random order and written in one
 * transaction, whether or not its holder ever talks: holding a credential says nothing (protocol.md 1.2).
 * May run on any number of machines and as often as one likes. Throws `busy` when another batch takes too long.
 */
export async function runBatch(ctx: BatchContext, now: Date): Promise<BatchResult> {
  const epoch = epochOf(now);
  const { id: key } = ctx.issuerKey;
  return withBatchLock(ctx.pool, async () => {
    const signedBy = await store.keyOfEpoch(ctx.pool, epoch);
    if (signedBy !== undefined && signedBy !== key) {
      // One key for an epoch: a new one in the secrets folder waits for the next.
      ctx.log.warn('issuer-key-waits', { epoch });
      return { epoch, issued: 0, first: false };
    }
    const epochStart = dayOf(startOfEpoch(epoch));
    const due = await store.findDue(ctx.pool, { epoch, today: dayOf(now), epochStart });
    if (due.length === 0) return { epoch, issued: 0, first: false };
    const rows = await signAll(ctx, epoch, shuffled(due, ctx.rng));
    return withTransaction(ctx.pool, async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0'); // a large town takes longer than a page may
      await store.insertKey(tx, key, ctx.issuerKey.publicKey);
      const issued = await store.insertBatch(tx, { epoch, key, rows });
      const first = issued > 0 && (await store.openEpoch(tx, epoch, key));
      return { epoch, issued, first };
    });
  });
}

/** Some 3 ms each; requests are served in between. */
async function signAll(
  ctx: BatchContext,
  epoch: string,
  due: readonly store.DueRow[],
): Promise<store.SignedRow[]> {
  const { secretKey, publicKey } = ctx.issuerKey;
  const rows: store.SignedRow[] = [];
  for (const row of due) {
    const { company, industry, standing } = row;
    const credential = { epoch, company, industry, standing };
    try {
      const commitment = new Uint8Array(row.commitment);
      rows.push({ ...row, signature: issue({ bbs: ctx.bbs, secretKey, publicKey, commitment, credential }) });
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
