import { type JobPage, type JobQuestion, membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { readNumbers } from '../feed/cursor.ts';
import type { Reader } from '../people/cards.ts';
import { cardColumns, isOpen, type JobCardRow, presentCard } from './rows.ts';
import { stepsBelow } from './steps.ts';
import { matchOf } from './words.ts';

/** The highest place among jobs: where a search begins. */
export async function readTop(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ top: string }>('SELECT coalesce(max(seq), 0) AS top FROM jobs');
  return Number(rows[0]?.top ?? 0);
}

/**
 * Open jobs that answer a question, the newest first, from `top` downwards, step by step (steps.ts): a LIMIT ends the walk. One
 * statement. Throws `cursor-invalid`.
 */
export async function searchJobs(
  db: Queryable,
  reader: Reader,
  i: { question: JobQuestion; cursor: string | undefined; top: number },
): Promise<JobPage> {
  const [before = String(i.top + 1)] = i.cursor === undefined ? [] : readNumbers(i.cursor, 1);
  const { index, exact } = matchOf(i.question);
  const steps = stepsBelow(Number(before), index);
  const most = membersLimits.jobPage;
  const { rows } = await db.query<JobCardRow>({
    name: 'jobs-found',
    text: `SELECT ${cardColumns('$1::uuid', '$2::date')} FROM (
        SELECT met.* FROM unnest($3::text[], $4::bigint[]) AS step (query, below) CROSS JOIN LATERAL (
          SELECT s.job_id, s.seq FROM search_jobs s
          WHERE s.words @@ step.query::tsquery AND ($5 = '' OR s.words @@ $5::tsquery)
            AND s.seq < step.below AND s.closes >= $2
          ORDER BY s.seq DESC LIMIT ${most + 1}) met
        LIMIT ${most + 1}) found
      JOIN jobs j ON j.id = found.job_id JOIN companies c ON c.id = j.company_id ORDER BY found.seq DESC`,
    values: [
      ...[reader.account ?? null, reader.today],
      ...[steps.map(({ query }) => query), steps.map(({ below }) => below), exact],
    ],
  });
  const page = rows.slice(0, most);
  return { jobs: page.map(presentCard), next: rows.length > most ? (page.at(-1)?.seq ?? null) : null };
}

/** Whether a job was posted after one day and before another that answers a question. */
export async function hasNew(
  db: Queryable,
  i: { question: JobQuestion; after: string; before: string },
): Promise<boolean> {
  const { index, exact } = matchOf(i.question);
  const { rowCount } = await db.query({
    name: 'jobs-new',
    text: `SELECT FROM jobs j JOIN search_jobs s ON s.job_id = j.id
      WHERE j.posted > $1::date AND j.posted < $2::date AND ${isOpen('$2::date')}
        AND ($3 = '' OR s.words @@ $3::tsquery) AND ($4 = '' OR s.words @@ $4::tsquery) LIMIT 1`,
    values: [i.after, i.before, index, exact],
  });
  return rowCount === 1;
}
