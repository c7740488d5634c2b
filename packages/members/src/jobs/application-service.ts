import { randomUUID } from 'node:crypto';
import { type Apply, membersLimits as l, type OwnApplication } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import * as store from './application-store.ts';
import type { Asker } from './job-service.ts';

/** Throws `application-unknown`. */
export async function readOne(ctx: Context, by: Asker, id: string): Promise<OwnApplication> {
  const [found] = await store.readOwn(ctx.pool, by, { only: id });
  if (!found) throw fail('application-unknown');
  return found;
}

/**
 * Applies for a job under an id that the client made up. Whatever broke off, the client sends all of it again under the
 * same id: the row is written last and in one, so that it is there once and whole, or not at all; a file without its row
 * goes with the next sweep. Throws `job-unknown`, `job-closed`, `applied-already`, `applications-full`, `too-large`,
 * `file-invalid`, `file-locked`, `file-active`, `file-pages`, `busy`, `too-many`.
 */
export async function apply(ctx: Context, by: Asker, id: string, i: Apply): Promise<OwnApplication> {
  const who = { id, job: i.job, account: by.account, today: by.today };
  const state = await store.readState(ctx.pool, who);
  if (!state) throw fail('job-unknown');
  if (state.done) return readOne(ctx, by, id);
  if (state.other) throw fail('applied-already');
  if (!state.open) throw fail('job-closed');
  if (state.full) throw fail('applications-full');
  await ctx.brakes.apply(by.account);
  const file = i.file && (await keepFile(ctx, by, i.file));
  try {
    const row = { ...who, words: i.words, file: file ?? undefined };
    if (await withTransaction(ctx.pool, (tx) => store.insertApplication(tx, row)))
      return readOne(ctx, by, id);
  } catch (error) {
    if (file) await ctx.files.destroy(file.id);
    throw error;
  }
  // Meanwhile the same came in twice, or the job was closed.
  if (file) await ctx.files.destroy(file.id);
  const now = await store.readState(ctx.pool, who);
  if (now?.done) return readOne(ctx, by, id);
  throw fail(now?.open ? 'applied-already' : 'job-closed');
}

async function keepFile(ctx: Context, by: Asker, { name, bytes }: NonNullable<Apply['file']>) {
  const file = Buffer.from(bytes, 'base64url');
  if (file.length > l.applicationFileBytes) throw fail('too-large');
  await ctx.checkPdf(file);
  const id = randomUUID();
  return { id, name, bytes: file.length, sealedKey: await ctx.files.write(id, file, by.today) };
}

/** Throws `application-unknown`, also where it was withdrawn before. */
export async function withdraw(ctx: Context, by: Asker, id: string): Promise<void> {
  const gone = await withTransaction(ctx.pool, (tx) => store.withdraw(tx, by.account, id));
  if (!gone) throw fail('application-unknown');
  if (gone.file) await ctx.files.destroy(gone.file);
}

/** Throws `application-unknown`, also where there is no file or it is not for this member. */
export async function readFile(
  ctx: Context,
  account: string,
  id: string,
): Promise<{ name: string; file: Buffer }> {
  const found = await store.findFile(ctx.pool, account, id);
  const file = found && (await ctx.files.read(found.id, found.sealedKey));
  if (!found || !file) throw fail('application-unknown');
  return { name: found.name, file };
}

/**
 * Destroys files that no application has: of accounts and jobs that are gone, and what a process left in the middle. A file
 * is a moment older than its row, so it goes when the sweep before this one found it idle too.
 */
export function createFileSweep(ctx: Pick<Context, 'pool' | 'files'>): () => Promise<void> {
  let idleBefore = new Set<string>();
  return async () => {
    const files = await ctx.files.list();
    const kept = files.length > 0 ? await store.findKept(ctx.pool, files) : new Set<string>();
    const idle = files.filter((file) => !kept.has(file));
    for (const file of idle) if (idleBefore.has(file)) await ctx.files.destroy(file);
    idleBefore = new Set(idle);
  };
}
