import { type JobPage, type JobQuestion, membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { spansBetween } from '@teahouse/kit/words/spans';
import { readNumbers } from '../feed/cursor.ts';
import type { Reader } from '../people/cards.ts';
import { cardColumns, isOpen, type JobCardRow, presentCard } from './rows.ts';
import { matchOf } from './words.ts';

/** The highest place among jobs: where a search begins. */
export async function readTop(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ top: string }>('SELECT coalesce(max(seq), 0) AS top FROM jobs');
  return Number(rows[0]?.top ?? 0);
}

/**
 * Open jobs that answer a question, the newest first, from `top` downwards. Spans of the order bound what a common question
 * fetches (kit/words/spans.ts). One statement. Throws `cursor-invalid`.
 */
export async function searchJobs(
  db: Queryable,
  reader: Reader,
  i: { question: JobQuestion; cursor: string | undefined; top: number },
): Promise<JobPage> {
  const [before = String(i.top + 1)] = i.cursor === undefined ? [] : readNumbers(i.cursor, 1);
  const { index, exact } = matchOf(i.question);
  const most = membersLimits.jobPage;
  const { rows } = await db.query<JobCardRow>({
    name: 'jobs-found',
    text: `SELECT found.* FROM unnest($3::text[]) AS span CROSS JOIN LATERAL (
        SELECT ${cardColumns('$1::uuid', '$2::date')} FROM search_jobs s JOIN jobs j ON j.id = s.job_id
          JOIN companies c ON c.id = j.company_id
        WHERE s.words @@ (CASE WHEN $4 = '' THEN quote_literal(span)::tsquery ELSE $4::tsquery && quote_literal(span)::tsquery END)
          AND ($5 = '' OR s.words @@ $5::tsquery) AND s.seq < $6 AND ${isOpen('$2::date')}
        ORDER BY s.seq DESC LIMIT ${most + 1}) found
      LIMIT ${most + 1}`,
    values: [
      ...[reader.account ?? null, reader.today, spansBetween(0, Math.max(0, Number(before) - 1))],
      ...[index, exact, before],
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
