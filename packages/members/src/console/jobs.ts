import type { ConsoleJobs } from '@teahouse/contract/members';
import { dayOf } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { daily, isAhead } from '../daily.ts';
import { dayAfter } from '../days.ts';
import { type JobName, jobNames, readOutcomes } from './outcomes.ts';

type Rhythm = ConsoleJobs['jobs'][number]['rhythm'];

const rhythms: Readonly<Record<JobName, Rhythm>> = {
  tick: 'minute',
  index: 'asked',
  'issuer-daily': 'day',
  'issuer-epoch': 'month',
  batch: 'asked',
  'feed-sweep': 'day',
  spread: 'asked',
};

function nextOf(name: JobName, now: Date): string | null {
  if (name === 'issuer-daily' || name === 'feed-sweep')
    return isAhead(daily[name], now) ? dayOf(now) : dayAfter(now, 1);
  if (rhythms[name] === 'minute') return dayOf(now);
  if (rhythms[name] !== 'month') return null;
  return dayOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)));
}

/** What runs in the background, how it went, and on which day it runs next. One statement. */
export async function readJobs(ctx: Context): Promise<ConsoleJobs> {
  const outcomes = await readOutcomes(ctx.pool);
  const now = ctx.clock.now();
  return {
    jobs: jobNames.map((name) => ({
      ...{ name, rhythm: rhythms[name], next: nextOf(name, now) },
      last: outcomes.get(name) ?? null,
    })),
  };
}
