import type { Jobs } from '@teahouse/kit/jobs';
import { dayOf } from '@teahouse/protocol';
import { cronOf, daily, isAhead } from '../daily.ts';
import { dayAfter } from '../days.ts';

/** The jobs' part: every day at three, and in the first minutes of an epoch. One job however many processes run. */
export async function scheduleBatches(jobs: Jobs, run: (queue: string) => Promise<unknown>): Promise<void> {
  const queues = { 'issuer-daily': cronOf(daily['issuer-daily']), 'issuer-epoch': '1 0 1 * *' };
  for (const [queue, cron] of Object.entries(queues)) {
    await jobs.define(queue, async () => void (await run(queue)), { retries: 5, timeoutSeconds: 3600 });
    await jobs.schedule(queue, cron);
  }
}

/** Day of the next batch that signs newcomers: what the app tells a member who has committed. */
export function nextBatchDay(schedule: 'immediate' | 'daily', now: Date): string {
  return schedule === 'immediate' || isAhead(daily['issuer-daily'], now) ? dayOf(now) : dayAfter(now, 1);
}
