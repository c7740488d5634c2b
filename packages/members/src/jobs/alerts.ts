import {
  type JobAlert,
  JobQuestion,
  type KeptQuestion,
  membersLimits as l,
} from '@teahouse/contract/members';
import { type Pool, type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { dayAfter } from '../days.ts';
import { tell } from '../notices/tell.ts';
import { hasNew } from './search.ts';

export async function readAlerts(db: Queryable, account: string): Promise<JobAlert[]> {
  const { rows } = await db.query<JobAlert>(
    'SELECT id, question FROM job_alerts WHERE account_id = $1 ORDER BY id',
    [account],
  );
  return rows;
}

/** Keeps a search; the same once. Nothing where there are as many as there can be. */
export async function insertAlert(
  tx: Queryable,
  i: { account: string; question: KeptQuestion; today: string },
): Promise<JobAlert | undefined> {
  const { rows } = await tx.query<JobAlert>(
    `WITH same AS (SELECT id, question FROM job_alerts WHERE account_id = $1 AND question = $2),
       made AS (INSERT INTO job_alerts (account_id, question, looked)
         SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM same)
           AND (SELECT count(*) < ${l.jobAlerts} FROM job_alerts WHERE account_id = $1) RETURNING id, question)
     SELECT id, question FROM same UNION ALL SELECT id, question FROM made`,
    [i.account, JSON.stringify(i.question), i.today],
  );
  return rows[0];
}

export async function deleteAlert(db: Queryable, account: string, alert: string): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM job_alerts WHERE id = $2 AND account_id = $1', [
    account,
    alert,
  ]);
  return rowCount === 1;
}

interface Due {
  id: string;
  account: string;
  question: unknown;
  looked: string;
}
const batch = 200;

/**
 * Tells members of new jobs that answer a search they kept: once a search and day, of days that are over, so that none is
 * missed and none told twice. Run daily; what breaks off goes on with the next run.
 */
export async function tellAlerts(pool: Pool, now: Date): Promise<void> {
  const [today, yesterday] = [dayOf(now), dayAfter(now, -1)];
  let due: Due[];
  do {
    due = await withTransaction(pool, async (tx) => {
      const { rows } = await tx.query<Due>(
        `SELECT id, account_id AS account, question, to_char(looked, 'YYYY-MM-DD') AS looked FROM job_alerts
         WHERE looked < $1 ORDER BY looked, id LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
        [yesterday],
      );
      for (const { id, account, question, looked } of rows) {
        const asked = JobQuestion.safeParse(question);
        // A question in words of an earlier release, which nobody can ask any more, finds nothing.
        if (!asked.success || !(await hasNew(tx, { question: asked.data, after: looked, before: today })))
          continue;
        await tell(tx, { kind: 'jobs', subject: id, by: null, to: [account], day: today });
      }
      await tx.query('UPDATE job_alerts SET looked = $2 WHERE id = ANY ($1)', [
        rows.map(({ id }) => id),
        yesterday,
      ]);
      return rows;
    });
  } while (due.length === batch);
}
