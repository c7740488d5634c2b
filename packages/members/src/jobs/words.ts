import { type KeptQuestion, membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { fold } from '@teahouse/kit/words/fold';
import { exactQuery, indexQuery, quote, termsOf } from '@teahouse/kit/words/query';
import { spansOf } from '@teahouse/kit/words/spans';
import { wordsVector } from '@teahouse/kit/words/vector';
import { companyMark, foldCity } from '../search/question.ts';

/* What jobs are found by: words, and marks to narrow by. Marks of cities have a letter of their own here. */

const skillMark = (skill: string) => `~s.${fold(skill).text.replace(/\s+/g, ' ').trim()}`;
const payMark = (step: number) => `~p.${step}`;

/** What a job has one of, at most. */
interface SingleFacts {
  readonly role?: string | undefined;
  readonly level?: string | undefined;
  readonly city?: string | undefined;
  readonly remote?: boolean | undefined;
}
/** The city last: what its name holds cannot look like another mark behind it. */
const singleMarks = (i: SingleFacts): string[] => [
  ...(i.role ? [`~r.${i.role}`] : []),
  ...(i.level ? [`~l.${i.level}`] : []),
  ...(i.remote ? ['~w'] : []),
  ...(i.city ? [`~t.${foldCity(i.city)}`] : []),
];
/**
 * Each choice of these has a mark of its own, so that a question for several is one short list of the index and no meeting
 * of long ones: fifteen marks at most.
 */
const choicesOf = ([first, ...rest]: readonly string[]): string[] => {
  if (first === undefined) return [];
  const others = choicesOf(rest);
  return [first, ...others, ...others.map((one) => first + one)];
};

export interface JobToIndex {
  id: string;
  seq: string;
  company: string;
  names: string;
  title: string;
  role: string;
  level: string;
  city: string;
  remote: boolean;
  pay_max: number | null;
  pay_currency: string;
  skills: string[];
  text: string;
  closes: string;
}

function marksOf(job: JobToIndex): string[] {
  const steps = job.pay_currency === 'CNY' ? membersLimits.jobPaySteps : [];
  const reached = steps.filter((step) => job.pay_max !== null && step <= job.pay_max);
  return [
    ...choicesOf(singleMarks(job)),
    companyMark(job.company),
    ...reached.map(payMark),
    ...job.skills.map(skillMark),
    ...spansOf(Number(job.seq)),
  ];
}

/** What a job is found by, as a `tsvector` has it. */
export const vectorOf = (job: JobToIndex): string => {
  const title = `${job.title}\n.\n${job.names}`;
  const words = wordsVector({ title, text: `${job.skills.join('\n.\n')}\n.\n${job.text}` });
  return `${words} ${[...new Set(marksOf(job))].map(quote).join(' ')}`;
};

/** Makes open jobs findable by what they say now, and closed ones no more; in the transaction that writes them. Two statements. */
export async function indexJobs(tx: Queryable, jobs: readonly string[]): Promise<void> {
  const { rows } = await tx.query<JobToIndex>(
    `WITH closed AS (DELETE FROM search_jobs s USING jobs j WHERE j.id = s.job_id AND s.job_id = ANY ($1) AND NOT j.open)
     SELECT j.id, j.seq, j.company_id AS company, c.name_zh || ' ' || c.name_en AS names, j.title, j.role, j.level, j.city,
       j.remote, j.pay_max, j.pay_currency, j.skills, j.text, to_char(j.closes, 'YYYY-MM-DD') AS closes
     FROM jobs j JOIN companies c ON c.id = j.company_id WHERE j.id = ANY ($1) AND j.open`,
    [jobs],
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO search_jobs (job_id, seq, closes, words)
     SELECT id, seq, closes, words::tsvector
     FROM unnest($1::uuid[], $2::bigint[], $3::date[], $4::text[]) AS w (id, seq, closes, words)
     ON CONFLICT (job_id) DO UPDATE SET words = excluded.words, closes = excluded.closes`,
    [
      ...[rows.map(({ id }) => id), rows.map(({ seq }) => seq)],
      ...[rows.map(({ closes }) => closes), rows.map(vectorOf)],
    ],
  );
}

/** What a question asks of the index, and what else must hold; both empty where all jobs are asked for. */
export interface JobMatch {
  readonly index: string;
  readonly exact: string;
}

/** Where the words of a question are none, as `!!`, it is as if nothing had been asked. */
export function matchOf(i: KeptQuestion): JobMatch {
  const terms = termsOf(i.q);
  const single = singleMarks({ ...i, remote: i.remote === 'yes' });
  const marks = [
    ...(single.length > 0 ? [single.join('')] : []),
    ...(i.company ? [companyMark(i.company)] : []),
    ...(i.skill ? [skillMark(i.skill)] : []),
    ...(i.pay === undefined ? [] : [payMark(i.pay)]),
  ].map(quote);
  const words = indexQuery(terms);
  return {
    index: [...marks, ...(words === '' ? [] : [`(${words})`])].join(' & '),
    exact: exactQuery(terms),
  };
}
