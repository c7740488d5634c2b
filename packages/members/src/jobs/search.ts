import { type JobPage, type JobQuestion, membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { readNumbers } from '../feed/cursor.ts';
import type { Reader } from '../people/cards.ts';
import { cardColumns, isOpen, type JobCardRow, presentCard } from './rows.ts';
import { stepsBelow } from './steps.ts';
import { matchOf } from './words.ts';

/** The highest place among jobs that a search of this process has met: where the next one begins. */
export interface JobTop {
  seen: number;
}

/** A card, or none where nothing was found; beside it where the jobs begin. */
type FoundRow = (JobCardRow | { id: null }) & { top: string };
const isCard = (row: FoundRow): row is JobCardRow & { top: string } => row.id !== null;

/**
 * Open jobs that answer a question, the newest first, step by step (steps.ts): a LIMIT ends the walk. One statement, and one more
 * where jobs were posted since the last search. Throws `cursor-invalid`.
 */
export async function searchJobs(
  db: Queryable,
  reader: Reader,
  i: { question: JobQuestion; cursor: string | undefined; top: JobTop },
): Promise<JobPage> {
  const [before] = i.cursor === undefined ? [] : readNumbers(i.cursor, 1);
  const found = await searchBelow(db, reader, { ...i, before: Number(before ?? i.top.seen + 1) });
  const top = Number(found[0]?.top ?? 0);
  if (before === undefined && top > i.top.seen) {
    i.top.seen = top;
    return searchJobs(db, reader, i);
  }
  const rows = found.filter(isCard);
  const most = membersLimits.jobPage;
  const page = rows.slice(0, most);
  return { jobs: page.map(presentCard), next: rows.length > most ? (page.at(-1)?.seq ?? null) : null };
}

async function searchBelow(
  db: Queryable,
  reader: Reader,
  i: { question: JobQuestion; before: number },
): Promise<FoundRow[]> {
  const { index, exact } = matchOf(i.question);
  const steps = stepsBelow(i.before, index);
  const most = membersLimits.jobPage + 1;
  const { rows } = await db.query<FoundRow>({
    name: 'jobs-found',
    text: `SELECT known.top, card.* FROM (SELECT coalesce(max(seq), 0) AS top FROM jobs) known LEFT JOIN LATERAL (
        SELECT ${cardColumns('$1::uuid', '$2::date')} FROM (
          SELECT met.* FROM unnest($3::text[], $4::bigint[]) AS step (query, below) CROSS JOIN LATERAL (
            SELECT s.job_id, s.seq FROM search_jobs s
            WHERE s.words @@ step.query::tsquery AND ($5 = '' OR s.words @@ $5::tsquery)
              AND s.seq < step.below AND s.closes >= $2
            ORDER BY s.seq DESC LIMIT ${most}) met
          LIMIT ${most}) found
        JOIN jobs j ON j.id = found.job_id JOIN companies c ON c.id = j.company_id) card ON true
      ORDER BY card.seq DESC`,
    values: [
      ...[reader.account ?? null, reader.today],
      ...[steps.map(({ query }) => query), steps.map(({ below }) => below), exact],
    ],
  });
  return rows;
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
