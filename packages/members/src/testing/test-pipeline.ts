import { randomUUID } from 'node:crypto';
import type { Board, Candidate, Label, Labelled, Moved, NoticePage, Stage } from '@teahouse/contract/members';
import { membersPrefix } from '@teahouse/contract/members';
import { apply, makeRecruiter, newRecruiter, posted } from './test-jobs.ts';
import { newMember, type TestMember } from './test-members.ts';
import { openTown, type Town } from './test-town.ts';

/** Two recruiters of a company, and one of another. */
export interface Hall {
  readonly town: Town;
  readonly rex: TestMember;
  readonly colleague: TestMember;
  readonly rival: TestMember;
  readonly company: string;
  readonly rivalCompany: string;
  /** A job with somebody who applied for it. */
  applied(i?: {
    words?: string;
    file?: Buffer;
    job?: string;
  }): Promise<{ ann: TestMember; job: string; id: string }>;
  close(): Promise<void>;
}

export async function openHall(): Promise<Hall> {
  const town = await openTown();
  const { recruiter: rex, company } = await newRecruiter(town, 'Rex', 'harbour.com');
  const colleague = await newMember(town, 'Cleo');
  await makeRecruiter(town, colleague, company);
  const { recruiter: rival, company: rivalCompany } = await newRecruiter(town, 'Riva', 'rival.com');
  let people = 0;
  return {
    ...{ town, rex, colleague, rival, company, rivalCompany },
    async applied(i = {}) {
      people += 1;
      const ann = await newMember(town, `Applicant${people}`);
      const job = i.job ?? (await posted(rex, company));
      const id = randomUUID();
      await apply(ann, job, { ...i, id });
      return { ann, job, id };
    },
    close: () => town.close(),
  };
}

export const board = async (by: TestMember, job: string): Promise<Board> =>
  (await by.browser.call<Board>('GET', `/hire/jobs/${job}`)).body;

/** Each as application, version, stage and place. */
export const move = (by: TestMember, job: string, ...moves: [string, number, Stage, number?][]) =>
  by.browser.call<Moved>('POST', `/hire/jobs/${job}/moves`, {
    moves: moves.map(([application, version, stage, place = 1]) => ({ application, version, stage, place })),
  });

export const candidate = (by: TestMember, id: string) =>
  by.browser.call<Candidate>('GET', `/hire/applications/${id}`);

export const note = (by: TestMember, id: string, text: string, key: string = randomUUID()) =>
  by.browser.call('PUT', `/hire/applications/${id}/notes/${key}`, { text });

export const makeLabel = (by: TestMember, company: string, name: string) =>
  by.browser.call<Label>('POST', `/hire/companies/${company}/labels`, { name, tone: 'amber' });

export const label = (
  by: TestMember,
  job: string,
  i: { label: string; on?: boolean; applications: string[] },
) =>
  by.browser.call<Labelled>('PUT', `/hire/jobs/${job}/labels/${i.label}`, {
    applications: i.applications,
    on: i.on ?? true,
  });

/** What an applicant was told of applications. */
export const told = async (by: TestMember): Promise<NoticePage['notices']> =>
  (await by.browser.call<NoticePage>('GET', '/notices')).body.notices.filter(
    ({ kind }) => kind === 'application',
  );

/** An answer as it comes, for what is no JSON. */
export const file = ({ members }: Town, by: TestMember, url: string) =>
  members.app.inject({
    method: 'GET',
    url: membersPrefix + url,
    headers: { cookie: [...by.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });

/** So many more applications of people who are nobody. */
export const fill = ({ db }: Town, job: string, count: number) =>
  db.pool.query(
    `WITH made AS (INSERT INTO accounts (id, email, name, locale, password)
       SELECT gen_random_uuid(), gen_random_uuid() || '@home.test', 'Many', 'en', 'x' FROM generate_series(1, $2) RETURNING id),
     pages AS (INSERT INTO profiles (account_id) SELECT id FROM made)
     INSERT INTO applications (id, job_id, account_id, place, day) SELECT gen_random_uuid(), $1, id, 7, '2026-11-01' FROM made`,
    [job, count],
  );
