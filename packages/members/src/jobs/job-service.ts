import {
  type AddJob,
  type EditJob,
  type Job,
  type JobCard,
  type JobPage,
  membersLimits as l,
} from '@teahouse/contract/members';
import { type Pool, withTransaction } from '@teahouse/kit/pool';
import type { Context } from '../context.ts';
import { dayAfter } from '../days.ts';
import { fail } from '../errors.ts';
import type { Reader } from '../people/cards.ts';
import * as store from './job-store.ts';
import { indexJobs } from './words.ts';

/** A member who asks, on a day. */
export interface Asker {
  readonly account: string;
  readonly today: string;
}

/** Throws `job-days` where a job would close before today, or later than one may. */
function checkDays(ctx: Context, today: string, closes: string): void {
  if (closes < today || closes > dayAfter(ctx.clock.now(), l.jobDays)) throw fail('job-days');
}

/** Throws `job-unknown`. */
export async function readJob(ctx: Context, reader: Reader, id: string): Promise<Job> {
  const job = await store.readJob(ctx.pool, reader, id);
  if (!job) throw fail('job-unknown');
  return job;
}

/** Throws `job-days`, `not-recruiter`, `jobs-full`, `too-many`. */
export async function addJob(ctx: Context, by: Asker, job: AddJob): Promise<Job> {
  checkDays(ctx, by.today, job.closes);
  await ctx.brakes.job(by.account);
  const id = await withTransaction(ctx.pool, async (tx) => {
    const made = await store.insertJob(tx, by, job);
    if (made === undefined) throw fail('not-recruiter');
    if (made === 'full') throw fail('jobs-full');
    await indexJobs(tx, [made]);
    return made;
  });
  return readJob(ctx, by, id);
}

/** Throws `job-days`, `job-unknown`, `job-changed`. A job that is closed keeps its last day, whichever that was. */
export async function editJob(ctx: Context, by: Asker, id: string, job: EditJob): Promise<Job> {
  if (job.open) checkDays(ctx, by.today, job.closes);
  await withTransaction(ctx.pool, async (tx) => {
    const done = await store.updateJob(tx, by.account, { id, job });
    if (done === undefined) throw fail('job-unknown');
    if (done === 'changed') throw fail('job-changed');
    await indexJobs(tx, [id]);
  });
  return readJob(ctx, by, id);
}

/** Cards of one page more than it holds, as a page. */
export function pageOf(cards: readonly JobCard[]): JobPage {
  const jobs = cards.slice(0, l.jobPage);
  return { jobs, next: cards.length > l.jobPage ? (jobs.at(-1)?.id ?? null) : null };
}

const batch = 500;

/** Closes jobs whose last day is over. */
export async function closeJobs(pool: Pool, today: string): Promise<void> {
  let closed: string[];
  do {
    closed = await withTransaction(pool, async (tx) => {
      const ids = await store.closeOver(tx, today, batch);
      if (ids.length > 0) await indexJobs(tx, ids);
      return ids;
    });
  } while (closed.length === batch);
}
