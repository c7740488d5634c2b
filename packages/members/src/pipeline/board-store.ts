import {
  type BoardCard,
  type HireJob,
  type JobCard,
  type Label,
  membersLimits,
  type Stage,
} from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { type JobCardRow, cardColumns as jobColumns, presentCard as presentJob } from '../jobs/rows.ts';
import {
  type CardRow,
  cardColumns,
  employerOf,
  isUnblocked,
  presentCard,
  type Reader,
} from '../people/cards.ts';
import { actsFor } from '../representatives/store.ts';

const l = membersLimits.pipeline;

/** Where the last card of a page stands. */
export interface Cursor {
  readonly place: number;
  readonly id: string;
}

/** Jobs of the member's companies with their counts, the newest first; one more than a page where there are more. */
export async function readJobs(db: Queryable, reader: Reader, after: string | undefined): Promise<HireJob[]> {
  const { rows } = await db.query<JobCardRow & { counts: Partial<Record<Stage, number>> }>({
    name: 'hire-jobs',
    text: `SELECT ${jobColumns('$1::uuid', '$2::date')},
        (SELECT coalesce(json_object_agg(stage, n), '{}') FROM (SELECT a.stage, count(*)::int AS n FROM applications a
          WHERE a.job_id = j.id AND NOT a.withdrawn AND ${isUnblocked('$1::uuid', 'a.account_id')} GROUP BY a.stage) s) AS counts
      FROM jobs j JOIN companies c ON c.id = j.company_id
      WHERE j.company_id IN (SELECT company_id FROM representatives WHERE account_id = $1 AND role IN ('owner', 'recruiter'))
        AND ($3::uuid IS NULL OR j.seq < (SELECT seq FROM jobs WHERE id = $3))
      ORDER BY j.seq DESC LIMIT ${membersLimits.jobPage + 1}`,
    values: [reader.account, reader.today, after ?? null],
  });
  return rows.map((row) => ({ job: presentJob(row), counts: countsOf(row.counts) }));
}

const countsOf = (found: Partial<Record<Stage, number>>): Record<Stage, number> => ({
  ...{ new: found.new ?? 0, screen: found.screen ?? 0, interview: found.interview ?? 0 },
  ...{ offer: found.offer ?? 0, hired: found.hired ?? 0, declined: found.declined ?? 0 },
});

/** The job of a board and its company's labels; nothing where the reader is no recruiter of it. One statement. */
export async function readHead(
  db: Queryable,
  reader: Reader,
  job: string,
): Promise<{ job: JobCard; labels: Label[] } | undefined> {
  const { rows } = await db.query<JobCardRow & { labels: Label[] }>({
    name: 'board-head',
    text: `SELECT ${jobColumns('$1::uuid', '$2::date')},
        (SELECT coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'tone', b.tone) ORDER BY b.name), '[]')
         FROM hire_labels b WHERE b.company_id = j.company_id) AS labels
      FROM jobs j JOIN companies c ON c.id = j.company_id
      WHERE j.id = $3 AND ${actsFor('$1::uuid', 'j.company_id', 'recruiter')}`,
    values: [reader.account, reader.today, job],
  });
  const [row] = rows;
  return row && { job: presentJob(row), labels: row.labels };
}

/** Applications of jobs `j` which the reader, a recruiter, has before them. SQL expressions. */
export const isShown = (reader: string, of = 'a'): string =>
  `NOT ${of}.withdrawn AND ${isUnblocked(reader, `${of}.account_id`)} AND ${actsFor(reader, 'j.company_id', 'recruiter')}`;

type BoardRow = CardRow &
  Omit<BoardCard, 'member' | 'id'> & {
    application: string;
  };

/** Cards of a page of a board: of the first, or those behind one. */
export const pageOf = (after: Cursor | undefined): number => (after ? l.boardPage : l.boardFirst);

/** Cards of a board behind one; one more than a page where there are more. One statement. */
export async function readCards(
  db: Queryable,
  reader: Reader,
  i: { job: string; after: Cursor | undefined },
): Promise<BoardCard[]> {
  const { rows } = await db.query<BoardRow>({
    name: i.after ? 'board-cards-more' : 'board-cards',
    text: `SELECT ${cardColumns}, NULL AS degree, t.id AS application, t.stage, t.place, t.version,
        to_char(t.day, 'YYYY-MM-DD') AS day,
        ARRAY(SELECT label_id FROM application_labels WHERE application_id = t.id) AS labels,
        (SELECT count(*)::int FROM application_notes WHERE application_id = t.id) AS notes,
        t.referrer_id IS NOT NULL AS referred, t.file_id IS NOT NULL AS file, left(t.words, ${l.boardExcerpt}) AS excerpt
      FROM applications t JOIN jobs j ON j.id = t.job_id JOIN accounts a ON a.id = t.account_id
        JOIN profiles p ON p.account_id = a.id ${employerOf('a.id', '$2::date')}
      WHERE t.job_id = $3 AND ${isShown('$1::uuid', 't')}
        AND ($4::double precision IS NULL OR (t.place, t.id) > ($4::double precision, $5::uuid))
      ORDER BY t.place, t.id LIMIT ${pageOf(i.after) + 1}`,
    values: [reader.account, reader.today, i.job, i.after?.place ?? null, i.after?.id ?? null],
  });
  return rows.map((row) => {
    const { application: id, stage, place, version, day, labels, notes, referred, file, excerpt } = row;
    return {
      ...{ id, stage, place, version, day, labels, notes, referred, file, excerpt },
      member: presentCard(row),
    };
  });
}

/** Of a job those whose words or notes have these, in whatever case. One statement. */
export async function findWords(
  db: Queryable,
  reader: Reader,
  i: { job: string; q: string },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'board-found',
    text: `SELECT a.id FROM applications a JOIN jobs j ON j.id = a.job_id WHERE a.job_id = $2 AND ${isShown('$1::uuid')}
        AND (strpos(lower(a.words), lower($3)) > 0 OR EXISTS (SELECT FROM application_notes n
          WHERE n.application_id = a.id AND strpos(lower(n.text), lower($3)) > 0))
      ORDER BY a.id`,
    values: [reader.account, i.job, i.q],
  });
  return rows.map(({ id }) => id);
}
