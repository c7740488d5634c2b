import type { Jobs } from '@teahouse/kit/jobs';
import { dayOf } from '@teahouse/protocol';
import type { Background } from '../background.ts';
import { dayAfter } from '../days.ts';

/** Daily batches run at this hour, UTC. */
const hour = 3;

/** Lets one batch run at a time; asked for while one runs, another follows, as the first may have read before. */
export function createBatchTrigger(background: Background, run: () => Promise<unknown>): () => void {
  let running = false;
  let again = false;
  return () => {
    again = running;
    if (running) return;
    running = true;
    background.run('batch', async () => {
      try {
        do {
          again = false;
          await run();
        } while (again);
      } finally {
        running = false;
      }
    });
  };
}

/** The jobs' part: every day at three, and in the first minutes of an epoch. One job however many processes run. */
export async function scheduleBatches(jobs: Jobs, run: () => Promise<unknown>): Promise<void> {
  const queues = { 'issuer-daily': `0 ${hour} * * *`, 'issuer-epoch': '1 0 1 * *' };
  for (const [queue, cron] of Object.entries(queues)) {
    await jobs.define(queue, async () => void (await run()), { retries: 5, timeoutSeconds: 3600 });
    await jobs.schedule(queue, cron);
  }
}

/** Day of the next batch that signs newcomers: what the app tells a member who has committed. */
export function nextBatchDay(schedule: 'immediate' | 'daily', now: Date): string {
  return schedule === 'immediate' || now.getUTCHours() < hour ? dayOf(now) : dayAfter(now, 1);
}
