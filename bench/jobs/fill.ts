import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { vectorOfJob } from '@teahouse/testbed';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { companies, companyId, drawJobs, type MadeJob } from './draw.ts';

/** A value as COPY reads it: no tab, no line's end, no backslash but its own. */
const cell = (value: string | number | boolean | null): string =>
  value === null
    ? '\\N'
    : String(value)
        .replaceAll('\\', '\\\\')
        .replace(/[\t\n]/g, ' ');
const line = (values: Parameters<typeof cell>[0][]): string => `${values.map(cell).join('\t')}\n`;

const columns =
  'id, seq, company_id, title, role, level, city, remote, pay_min, pay_max, skills, text, posted, closes';
function jobLine(job: MadeJob): string {
  const { id, seq, company, title, role, level, city, remote, pay_min, pay_max, text } = job;
  const skills = `{${job.skills.map((skill) => `"${skill}"`).join()}}`;
  return line([
    ...[id, seq, company, title, role, level, city, remote, pay_min, pay_max],
    ...[skills, text, job.posted, job.closes],
  ]);
}

/** Jobs that are kept in memory at a time, between one table and the next. */
const batch = 10_000;

function* batchesOf(jobs: Iterable<MadeJob>): Generator<MadeJob[]> {
  let taken: MadeJob[] = [];
  for (const job of jobs) {
    taken.push(job);
    if (taken.length < batch) continue;
    yield taken;
    taken = [];
  }
  yield taken;
}

/** Puts so many open jobs of some thousand companies into members' database, by COPY, with the words the house gives them. */
export async function fillJobs(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const copy = (table: string, lines: string[]) =>
    pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
  try {
    await client.query(
      `SET statement_timeout = 0; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`,
    );
    await copy(
      'companies (id, name_zh, name_en, industry, status)',
      Array.from({ length: companies }, (_, n) =>
        line([companyId(n), `公司${n}`, `Company ${n}`, 'internet', 'approved']),
      ),
    );
    const { rows } = await client.query<{ index: string }>(
      `SELECT pg_get_indexdef('search_jobs_words'::regclass) AS index`,
    );
    await client.query('DROP INDEX search_jobs_words');
    const { rows: days } = await client.query<{ posted: string; closes: string }>(
      `SELECT to_char(current_date, 'YYYY-MM-DD') AS posted, to_char(current_date + 60, 'YYYY-MM-DD') AS closes`,
    );
    for (const jobs of batchesOf(drawJobs(count, days[0] ?? { posted: '', closes: '' }))) {
      await copy(`jobs (${columns})`, jobs.map(jobLine));
      const words = jobs.map((job) => line([job.id, job.seq, job.closes, vectorOfJob(job)]));
      await copy('search_jobs (job_id, seq, closes, words)', words);
    }
    await client.query(rows[0]?.index ?? '');
    for (const table of ['companies', 'jobs', 'search_jobs']) await client.query(`VACUUM ANALYZE ${table}`);
  } finally {
    await client.end();
  }
}
