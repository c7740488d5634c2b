import {
  type AddJob,
  type EditJob,
  type Job,
  type JobCard,
  membersLimits as l,
  type Stage,
} from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import type { Reader } from '../people/cards.ts';
import { actsFor } from '../representatives/store.ts';
import { cardColumns, isOpen, type JobCardRow, presentCard } from './rows.ts';

interface JobRow extends JobCardRow {
  text: string;
  version: number;
  mine: boolean;
  application: { id: string; stage: Stage; withdrawn: boolean } | null;
}

/** A job as the reader sees it, also when it is closed. One statement. */
export async function readJob(db: Queryable, reader: Reader, job: string): Promise<Job | undefined> {
  const { rows } = await db.query<JobRow>({
    name: 'read-job',
    text: `SELECT ${cardColumns('$1::uuid', '$2::date')}, j.text, j.version,
        ${actsFor('$1::uuid', 'j.company_id', 'recruiter')} AS mine,
        (SELECT json_build_object('id', a.id, 'stage', a.stage, 'withdrawn', a.withdrawn) FROM applications a
         WHERE a.job_id = j.id AND a.account_id = $1::uuid) AS application
      FROM jobs j JOIN companies c ON c.id = j.company_id WHERE j.id = $3`,
    values: [reader.account ?? null, reader.today, job],
  });
  const [row] = rows;
  return (
    row && {
      ...presentCard(row),
      text: row.text,
      version: row.version,
      mine: row.mine,
      application: row.application,
    }
  );
}

const factsOf = (job: Omit<AddJob, 'company'>) => [
  ...[job.title, job.role, job.level, job.city, job.remote, job.pay?.min ?? null, job.pay?.max ?? null],
  ...[job.pay?.currency ?? 'CNY', job.pay?.months ?? 12, [...new Set(job.skills)], job.text, job.closes],
];

/** Nothing where who posts is no recruiter of the company; `full` where it has as many open jobs as there can be. */
export async function insertJob(
  tx: Queryable,
  by: { account: string; today: string },
  job: AddJob,
): Promise<string | 'full' | undefined> {
  const { rows } = await tx.query<{ may: boolean; id: string | null }>(
    `WITH allowed AS (SELECT ${actsFor('$1::uuid', '$2', 'recruiter')} AS may,
         (SELECT count(*) < ${l.jobsOpen} FROM jobs WHERE company_id = $2 AND open) AS room),
       made AS (INSERT INTO jobs (by_id, company_id, posted, title, role, level, city, remote, pay_min, pay_max, pay_currency,
           pay_months, skills, text, closes)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 FROM allowed WHERE may AND room
         RETURNING id)
     SELECT may, (SELECT id FROM made) AS id FROM allowed`,
    [by.account, job.company, by.today, ...factsOf(job)],
  );
  const [row] = rows;
  return row?.may ? (row.id ?? 'full') : undefined;
}

/** `changed`: the version is another one. Nothing where it is not for this member to change. */
export async function updateJob(
  tx: Queryable,
  account: string,
  i: { id: string; job: EditJob },
): Promise<'done' | 'changed' | undefined> {
  const { rows } = await tx.query<{ done: boolean }>(
    `WITH asked AS (SELECT id FROM jobs j WHERE id = $2 AND ${actsFor('$1::uuid', 'j.company_id', 'recruiter')}),
       done AS (UPDATE jobs SET title = $5, role = $6, level = $7, city = $8, remote = $9, pay_min = $10, pay_max = $11,
           pay_currency = $12, pay_months = $13, skills = $14, text = $15, closes = $16, open = $4, version = version + 1
         FROM asked WHERE jobs.id = asked.id AND version = $3 RETURNING jobs.id)
     SELECT EXISTS (SELECT FROM done) AS done FROM asked`,
    [account, i.id, i.job.version, i.job.open, ...factsOf(i.job)],
  );
  return rows[0] && (rows[0].done ? 'done' : 'changed');
}

/** Companies whose recruiter, or owner, this is. */
export async function readCompanies(db: Queryable, account: string): Promise<JobCard['company'][]> {
  const { rows } = await db.query<{ id: string; zh: string; en: string }>(
    `SELECT c.id, c.name_zh AS zh, c.name_en AS en FROM companies c
     WHERE c.status = 'approved' AND ${actsFor('$1::uuid', 'c.id', 'recruiter')}
       AND c.id IN (SELECT company_id FROM representatives WHERE account_id = $1) ORDER BY c.id`,
    [account],
  );
  return rows.map(({ id, zh, en }) => ({ id, name: { zh, en } }));
}

/**
 * Jobs out of a list of the reader's own, the newest first, behind one of them; one more than a page where there are more.
 * `from` and `where` are SQL, of jobs `j` and the reader `$1`.
 */
async function readOwn(
  db: Queryable,
  i: { reader: Reader; after: string | undefined; name: string; from: string; where: string },
): Promise<JobCard[]> {
  const { rows } = await db.query<JobCardRow>({
    name: i.name,
    text: `SELECT ${cardColumns('$1::uuid', '$2::date')} FROM ${i.from} JOIN companies c ON c.id = j.company_id
      WHERE ${i.where} AND ($3::uuid IS NULL OR j.seq < (SELECT seq FROM jobs WHERE id = $3))
      ORDER BY j.seq DESC LIMIT ${l.jobPage + 1}`,
    values: [i.reader.account, i.reader.today, i.after ?? null],
  });
  return rows.map(presentCard);
}

/** Jobs of companies whose recruiter this is. */
export const readPosted = (db: Queryable, reader: Reader, after: string | undefined): Promise<JobCard[]> =>
  readOwn(db, {
    ...{ reader, after, name: 'jobs-posted', from: 'jobs j' },
    where: `j.company_id IN (SELECT company_id FROM representatives WHERE account_id = $1 AND role IN ('owner', 'recruiter'))`,
  });

/** Saved jobs. */
export const readSaved = (db: Queryable, reader: Reader, after: string | undefined): Promise<JobCard[]> =>
  readOwn(db, {
    ...{ reader, after, name: 'jobs-saved', from: 'job_saves k JOIN jobs j ON j.id = k.job_id' },
    where: 'k.account_id = $1',
  });

export async function insertSave(
  db: Queryable,
  account: string,
  job: string,
): Promise<'done' | 'full' | undefined> {
  const { rows } = await db.query<{ full: boolean }>(
    `WITH asked AS (SELECT j.id, (SELECT count(*) >= ${l.jobsSaved} FROM job_saves WHERE account_id = $1) AS "full"
         FROM jobs j WHERE j.id = $2),
       kept AS (INSERT INTO job_saves (account_id, job_id) SELECT $1, id FROM asked WHERE NOT "full" ON CONFLICT DO NOTHING)
     SELECT "full" FROM asked`,
    [account, job],
  );
  return rows[0] && (rows[0].full ? 'full' : 'done');
}

export async function deleteSave(db: Queryable, account: string, job: string): Promise<void> {
  await db.query('DELETE FROM job_saves WHERE account_id = $1 AND job_id = $2', [account, job]);
}

/** Closes what is over, some at a time; returns which, as they are to be found no more. */
export async function closeOver(tx: Queryable, today: string, most: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE jobs SET open = false WHERE id IN (SELECT id FROM jobs j WHERE j.open AND NOT ${isOpen('$1::date')} LIMIT $2)
     RETURNING id`,
    [today, most],
  );
  return rows.map(({ id }) => id);
}
