import { PgBoss } from 'pg-boss';
import type { Logger } from './log.ts';

export interface JobsOptions {
  url: string;
  log: Logger;
  /** Schema of the tables of pg-boss. */
  schema?: string;
  /** Which database this is (`citus`, `yugabytedb`, `cockroachdb`), where it isn't an ordinary Postgres. */
  backend?: 'postgres' | 'citus' | 'cockroachdb' | 'yugabytedb';
}

export interface QueueOptions {
  /** How many run at once in this process. */
  concurrency?: number;
  /** How often a failed job is tried again, with growing pauses, before it is given up. */
  retries?: number;
  /** First pause before trying again, in seconds. */
  retryDelaySeconds?: number;
  /** Longest one may run, in seconds, before it counts as failed. */
  timeoutSeconds?: number;
  /** At most one job for each key waits at a time (all without a key count as one). Fixed when the queue is made. */
  onePerKey?: boolean;
}

export interface SendOptions {
  /** Not before this moment, or this many seconds from now. */
  startAfter?: Date | number;
  /** In a queue with `onePerKey`: what this job is about. */
  key?: string;
}

export interface Jobs {
  /** Makes the queue and starts working on it. A handler may run twice for one job: it must be idempotent. */
  define<T extends object>(
    queue: string,
    handle: (data: T) => Promise<void>,
    options?: QueueOptions,
  ): Promise<void>;
  /** Queues a job; false when `onePerKey` holds it back because one waits already. */
  send(queue: string, data?: object, options?: SendOptions): Promise<boolean>;
  /** Sends a job by a cron expression (UTC, minutes). Replaces the queue's earlier schedule. */
  schedule(queue: string, cron: string, data?: object): Promise<void>;
  /** Lets running jobs end (at most three seconds) and stops. */
  stop(): Promise<void>;
}

interface Running<T> {
  id: string;
  data: T;
  retryCount: number;
  retryLimit: number;
}

/**
 * Background jobs in Postgres. A finished job is deleted in the moment it finishes, and so is one that was given
 * up: rows that tell who did what and when would be worth stealing. Keep payloads to ids, never text or addresses.
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { log } = options;
  const boss = new PgBoss({
    connectionString: options.url,
    schema: options.schema ?? 'jobs',
    application_name: 'jobs',
    backend: options.backend ?? 'postgres',
    max: 3,
    useListenNotify: true,
    persistWarnings: false,
    persistQueueStats: false,
  });
  // The database may go and come back: pg-boss goes on by itself. Its messages may quote SQL, so only codes are kept.
  boss.on('error', (error) => log.warn('jobs-trouble', { code: (error as { code?: string }).code }));
  await boss.start();

  async function settle<T>(queue: string, job: Running<T>, handle: (data: T) => Promise<void>) {
    try {
      await handle(job.data);
    } catch (error) {
      if (job.retryCount < job.retryLimit) return { id: job.id, status: 'failed' as const };
      log.error('job-given-up', error, { queue });
    }
    await boss.deleteJob(queue, job.id);
    return { id: job.id, status: 'completed' as const };
  }

  return {
    async define(queue, handle, queueOptions = {}) {
      const {
        concurrency = 1,
        retries = 3,
        retryDelaySeconds = 5,
        timeoutSeconds = 300,
        onePerKey,
      } = queueOptions;
      const retry = { retryLimit: retries, retryDelay: retryDelaySeconds, retryBackoff: true };
      const settings = { ...retry, expireInSeconds: timeoutSeconds, deleteAfterSeconds: 1, notify: true };
      await boss.createQueue(queue, { ...settings, policy: onePerKey ? 'short' : 'standard' });
      await boss.updateQueue(queue, settings);
      // A job that is due later makes no notification when its time comes: only polling finds it.
      const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 };
      const work = { batchSize: concurrency, burstWhenBatchFull: concurrency > 1, ...polling };
      await boss.work(queue, { ...work, includeMetadata: true, perJobResults: true }, (jobs) =>
        Promise.all(jobs.map((job) => settle(queue, job as unknown as Running<never>, handle))),
      );
    },
    async send(queue, data = {}, { startAfter, key } = {}) {
      const once = key === undefined ? {} : { singletonKey: key };
      const later = startAfter === undefined ? {} : { startAfter };
      return (await boss.send(queue, data, { ...once, ...later })) !== null;
    },
    async schedule(queue, cron, data = {}) {
      await boss.schedule(queue, cron, data, { tz: 'UTC' });
    },
    stop: () => boss.stop({ graceful: true, timeout: 3_000 }),
  };
}
