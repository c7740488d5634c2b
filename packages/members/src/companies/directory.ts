import type { Directory } from '@teahouse/contract/issuer';
import { type LogBook, lockPlans } from '@teahouse/kit/log-book';
import type { Queryable } from '@teahouse/kit/pool';
import { equal } from '@teahouse/protocol';
import { directoryHash, encodeEntry } from '@teahouse/protocol/record';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { industries } from './industries.ts';
import * as store from './store.ts';

/**
 * Plans a directory entry unless the directory is as it was last logged; returns its hash, 32 bytes. In the transaction
 * of what may have changed it; two statements, five when it did change. Until its end nobody else plans.
 */
export async function logDirectory(tx: Queryable, book: Pick<LogBook, 'plan'>): Promise<Uint8Array> {
  await lockPlans(tx);
  const { companies, last } = await store.directoryToLog(tx);
  const hash = directoryHash({ industries, companies });
  if (last && equal(last, hash)) return hash;
  const entry = encodeEntry({ type: 'directory', hash, companies: companies.length });
  await store.insertDirectory(tx, { hash, logged: await book.plan(tx, [entry]) });
  return hash;
}

/** The directory as the log has it: a company whose entry is not on disk yet is not in it. One statement. */
export async function readDirectory(ctx: Context): Promise<Directory> {
  const { companies, logged } = await store.directoryUpTo(ctx.pool, await ctx.book.size());
  if (logged === null) throw fail('unavailable', { headers: { 'retry-after': '2' } });
  return { industries, companies, logged };
}
