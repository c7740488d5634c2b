import type { Queryable } from '@teahouse/kit/pool';

/** What runs in the background by itself. Mails and letters are not among it: they are of somebody. */
export const jobNames = [
  'tick',
  'index',
  'issuer-daily',
  'issuer-epoch',
  'batch',
  'feed-sweep',
  'spread',
] as const;
export type JobName = (typeof jobNames)[number];
const isJob = (name: string): name is JobName => jobNames.some((one) => one === name);

export interface Outcome {
  readonly day: string;
  readonly outcome: 'done' | 'failed';
  readonly code: string | null;
}

/** How each job went last, kept for the console: a row changes once a day, or when the outcome does. */
export interface Outcomes {
  /** Runs it and keeps how it went; what it throws is thrown on. */
  watch<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/**
 * `today`: the day of the clock. What can't be kept is let go: a job that did its work has done it. `tell` is told of each
 * run, for the numbers of this process.
 */
export function createOutcomes(
  db: Queryable,
  today: () => string,
  tell?: (name: JobName, outcome: Outcome['outcome']) => void,
): Outcomes {
  // What the row says is looked up and not remembered: another process may have had the job last.
  async function keep(name: JobName, { day, outcome, code }: Outcome): Promise<void> {
    tell?.(name, outcome);
    await db
      .query(
        `INSERT INTO job_outcomes (name, day, outcome, code) SELECT $1::text, $2::date, $3::text, $4::text
         WHERE NOT EXISTS (SELECT FROM job_outcomes
           WHERE name = $1 AND day = $2::date AND outcome = $3 AND code IS NOT DISTINCT FROM $4)
         ON CONFLICT (name) DO UPDATE SET day = excluded.day, outcome = excluded.outcome, code = excluded.code`,
        [name, day, outcome, code],
      )
      .catch(() => {});
  }

  return {
    async watch(name, work) {
      try {
        const result = await work();
        if (isJob(name)) await keep(name, { day: today(), outcome: 'done', code: null });
        return result;
      } catch (error) {
        if (isJob(name)) await keep(name, { day: today(), outcome: 'failed', code: codeOf(error) });
        throw error;
      }
    },
  };
}

/** A code and no message, which might quote what it was about. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}

/** The last run of each. One statement. */
export async function readOutcomes(db: Queryable): Promise<ReadonlyMap<string, Outcome>> {
  const { rows } = await db.query<Outcome & { name: string }>(
    'SELECT name, day::text, outcome, code FROM job_outcomes',
  );
  return new Map(rows.map(({ name, ...outcome }) => [name, outcome]));
}
