import type {
  EditJob,
  Job,
  JobAlert,
  JobAlerts,
  JobCompanies,
  JobPage,
  NoticePage,
} from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobFacts, newRecruiter, posted, postJob } from '../testing/test-jobs.ts';
import { newMember, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { tellAlerts } from './alerts.ts';
import { closeJobs } from './job-service.ts';

let town: Town;
let recruiter: TestMember;
let company: string;
let seeker: TestMember;
beforeAll(async () => {
  town = await openTown();
  ({ recruiter, company } = await newRecruiter(town, 'Rex', 'harbour.com'));
  seeker = await newMember(town, 'Sue');
});
afterAll(() => town.close());

const find = async (query: string, by?: TestMember) => {
  const browser = by?.browser ?? town.browser();
  return (await browser.call<JobPage>('GET', `/jobs?${query}`)).body;
};
const titles = async (query: string) => (await find(query)).jobs.map(({ title }) => title);
const read = async (id: string, by?: TestMember) =>
  (by?.browser ?? town.browser()).call<Job>('GET', `/jobs/${id}`);
const editOf = ({
  title,
  role,
  level,
  city,
  remote,
  pay,
  skills,
  text,
  closes,
  open,
  version,
}: Job): EditJob => ({
  ...{ title, role, level, city, remote, pay, skills, text, closes, open, version },
});
const edit = (by: TestMember, job: Job, more: Partial<EditJob>) =>
  by.browser.call<Job>('PUT', `/jobs/${job.id}`, { ...editOf(job), ...more });

describe('a job', () => {
  it('is posted by a recruiter of the company alone, and read by everybody, who posted it by nobody', async () => {
    const facts = jobFacts(company, { title: 'Tea taster' });
    expect((await seeker.browser.call('POST', '/jobs', facts)).code).toBe('not-recruiter');
    expect((await recruiter.browser.call('POST', '/jobs', { ...facts, company: 'elsewhere' })).code).toBe(
      'not-recruiter',
    );
    const own = async (by: TestMember) =>
      (await by.browser.call<JobCompanies>('GET', '/me/jobs/companies')).body.companies.map(({ id }) => id);
    expect([await own(recruiter), await own(seeker)]).toEqual([[company], []]);
    const made = await postJob(recruiter, company, { title: 'Tea taster' });
    expect(made.body).toMatchObject({
      ...facts,
      company: { id: company },
      mine: true,
      open: true,
      version: 1,
    });
    const seen = await read(made.body.id);
    expect(seen.body).toMatchObject({ title: 'Tea taster', mine: false, application: null, saved: false });
    expect(JSON.stringify(seen.body)).not.toContain(recruiter.id);
    expect((await read(crypto.randomUUID())).code).toBe('job-unknown');
  });

  it('is somewhere, says its pay whole or not at all, and closes within three months', async () => {
    const wrong = [
      { city: '' },
      { pay: { min: 9, max: 8, currency: 'CNY', months: 12 } },
      { role: 'wizard' },
      { text: ' ' },
    ];
    for (const more of wrong)
      expect((await postJob(recruiter, company, more as object)).code).toBe('invalid-input');
    for (const closes of ['2026-11-09', '2027-02-09'])
      expect((await postJob(recruiter, company, { closes })).code).toBe('job-days');
    const made = await postJob(recruiter, company, { city: '', remote: true, pay: null });
    expect(made.body).toMatchObject({ city: '', remote: true, pay: null });
  });

  it('is changed by its recruiters, each of whom sees what the other did before', async () => {
    const { recruiter: rival } = await newRecruiter(town, 'Riva', 'rival.com');
    const { body: job } = await postJob(recruiter, company, { title: 'Mover' });
    expect((await edit(rival, job, { title: 'Mine' })).code).toBe('job-unknown');
    expect((await edit(seeker, job, { title: 'Mine' })).code).toBe('job-unknown');
    const changed = await edit(recruiter, job, { title: 'Senior mover', pay: null });
    expect(changed.body).toMatchObject({ title: 'Senior mover', pay: null, version: 2 });
    expect((await edit(recruiter, job, { title: 'Junior mover' })).code).toBe('job-changed');
    expect(await titles('q=mover')).toEqual(['Senior mover']);
    expect((await rival.browser.call<JobPage>('GET', '/me/jobs/posted')).body.jobs).toEqual([]);
  });

  it('is found no more when it is closed, by hand or by itself, and open again when its recruiter says so', async () => {
    const { body: job } = await postJob(recruiter, company, { title: 'Lamplighter', closes: '2026-11-12' });
    const closed = (await edit(recruiter, job, { open: false })).body;
    expect(closed.open).toBe(false);
    expect(await titles('q=lamplighter')).toEqual([]);
    await edit(recruiter, closed, { open: true });
    expect(await titles('q=lamplighter')).toEqual(['Lamplighter']);
    town.clock.set('2026-11-13T00:00:10Z');
    // A sweep need not have come by.
    expect(await titles('q=lamplighter')).toEqual([]);
    expect((await read(job.id)).body.open).toBe(false);
    await closeJobs(town.db.pool, '2026-11-13');
    const { rows } = await town.db.pool.query('SELECT open FROM jobs WHERE id = $1', [job.id]);
    expect(rows).toEqual([{ open: false }]);
    expect((await town.db.pool.query('SELECT FROM search_jobs WHERE job_id = $1', [job.id])).rowCount).toBe(
      0,
    );
    const mine = (await recruiter.browser.call<JobPage>('GET', '/me/jobs/posted')).body.jobs;
    expect(mine.find(({ id }) => id === job.id)?.open).toBe(false);
    town.clock.set('2026-11-10T09:30:00Z');
  });

  it('tells nobody how many applied: no answer has a number that grows', async () => {
    const id = await posted(recruiter, company, { title: 'Secret keeper' });
    const before = [await read(id), await find('q=keeper')].map(({ ...all }) =>
      JSON.stringify('body' in all ? all.body : all),
    );
    await seeker.browser.call('PUT', `/me/applications/${crypto.randomUUID()}`, {
      job: id,
      words: '',
      file: null,
    });
    const after = [await read(id), await find('q=keeper')].map(({ ...all }) =>
      JSON.stringify('body' in all ? all.body : all),
    );
    expect(after).toEqual(before);
  });
});

describe('a search for jobs', () => {
  let other: { recruiter: TestMember; company: string };
  beforeAll(async () => {
    other = await newRecruiter(town, 'Olga', 'orchid.com');
    const add = (title: string, more: object) =>
      posted(other.recruiter, other.company, { title, skills: [], text: title, ...more });
    await add('高级后端工程师', { city: '杭州', skills: ['Rust'] });
    await add('数据分析师', { role: 'data', level: 'middle', city: '杭州', pay: null });
    await add('Payments engineer', { city: 'Hangzhou', remote: true, level: 'lead' });
    await add('Bookkeeper', {
      role: 'finance',
      level: 'entry',
      city: 'Chengdu',
      pay: { min: 6000, max: 9000, currency: 'CNY', months: 12 },
    });
    await add('Clerk', {
      role: 'finance',
      level: 'entry',
      city: 'Chengdu',
      pay: { min: 9000, max: 90_000, currency: 'USD', months: 12 },
    });
  });

  it('is by words in Chinese and English, their stems, the company and the skills', async () => {
    expect(await titles('q=后端工程师')).toEqual(['高级后端工程师']);
    expect(await titles('q=engineering%20payment')).toEqual(['Payments engineer']);
    expect(await titles('q=bookkeepers')).toEqual(['Bookkeeper']);
    expect((await titles('q=orchid')).length).toBe(5);
    expect(await titles('q=rust')).toEqual(['高级后端工程师']);
    expect(await titles('q=数')).toEqual(['数据分析师']);
  });

  it('is narrowed by each fact, and by several at once', async () => {
    const of = (query: string) => titles(`company=${other.company}&${query}`);
    expect(await of('city=杭州')).toEqual(['数据分析师', '高级后端工程师']);
    expect(await of('city=hangzhou')).toEqual(['Payments engineer']);
    expect(await of('remote=yes')).toEqual(['Payments engineer']);
    expect(await of('role=finance&level=entry&city=Chengdu')).toEqual(['Clerk', 'Bookkeeper']);
    expect(await of('pay=5000&role=finance')).toEqual(['Bookkeeper']);
    expect(await of('pay=10000&role=finance')).toEqual([]);
    expect(await of('skill=rust')).toEqual(['高级后端工程师']);
    expect(await of('level=lead&role=data')).toEqual([]);
    for (const bad of ['pay=7', 'role=wizard', 'remote=no', 'city=%20'])
      expect((await town.browser().call('GET', `/jobs?${bad}`)).code).toBe('invalid-input');
  });

  it('goes on page by page, the newest first, none twice', async () => {
    for (let n = 0; n < 45; n += 1)
      await posted(other.recruiter, other.company, { title: `Job ${n}`, skills: ['paging'] });
    const all: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    do {
      const page: JobPage = await find(`skill=paging${cursor ? `&cursor=${cursor}` : ''}`);
      all.push(...page.jobs.map(({ title }) => title));
      cursor = page.next;
      pages += 1;
    } while (cursor);
    expect(pages).toBe(3);
    expect(all).toEqual(Array.from({ length: 45 }, (_, n) => `Job ${44 - n}`));
    expect((await town.browser().call('GET', '/jobs?cursor=x')).code).toBe('cursor-invalid');
  });

  it('takes three statements at most and writes nothing', async () => {
    const { statements } = await countStatements(() => find('q=payments&role=engineering', seeker));
    expect(statements.length).toBeLessThanOrEqual(3);
    expect(statements.some((text) => /INSERT|UPDATE|DELETE/.test(text))).toBe(false);
  });
});

describe('what a member keeps', () => {
  it('are jobs, in the order of their posting, for that member alone', async () => {
    const [one, two] = [
      await posted(recruiter, company, { title: 'One' }),
      await posted(recruiter, company, { title: 'Two' }),
    ];
    for (const id of [two, one, one]) await seeker.browser.call('PUT', `/jobs/${id}/saved`);
    const saved = async (by: TestMember) =>
      (await by.browser.call<JobPage>('GET', '/me/jobs/saved')).body.jobs;
    expect((await saved(seeker)).map(({ title }) => title)).toEqual(['Two', 'One']);
    expect(await saved(recruiter)).toEqual([]);
    expect((await read(one, seeker)).body.saved).toBe(true);
    expect((await read(one, recruiter)).body.saved).toBe(false);
    await seeker.browser.call('DELETE', `/jobs/${one}/saved`);
    expect((await saved(seeker)).map(({ title }) => title)).toEqual(['Two']);
    expect((await seeker.browser.call('PUT', `/jobs/${crypto.randomUUID()}/saved`)).code).toBe('job-unknown');
  });

  it('are some hundred jobs and twenty searches, and no more', async () => {
    const id = await posted(recruiter, company, { title: 'One too many' });
    const full = await newMember(town, 'Fulla');
    await town.db.pool.query(
      `WITH made AS (INSERT INTO jobs (company_id, title, role, level, city, text, open, posted, closes)
         SELECT $1, 'x', 'other', 'entry', 'X', 'x', false, '2026-01-01', '2026-01-02' FROM generate_series(1, 500) RETURNING id)
       INSERT INTO job_saves SELECT $2, id FROM made`,
      [company, full.id],
    );
    expect((await full.browser.call('PUT', `/jobs/${id}/saved`)).code).toBe('saved-full');
    for (let n = 0; n < 20; n += 1) await full.browser.call('POST', '/me/jobs/alerts', { q: `word${n}` });
    expect((await full.browser.call('POST', '/me/jobs/alerts', { q: 'another' })).code).toBe('alerts-full');
    // The same search is kept once.
    expect((await full.browser.call('POST', '/me/jobs/alerts', { q: 'word3' })).code).toBeUndefined();
  });

  it('are searches that tell of new jobs once a day, and of none twice', async () => {
    const { body: alert } = await seeker.browser.call<JobAlert>('POST', '/me/jobs/alerts', {
      q: 'lighthouse',
      role: 'operations',
    });
    const told = async () =>
      (await seeker.browser.call<NoticePage>('GET', '/notices')).body.notices
        .filter(({ kind }) => kind === 'jobs')
        .map(({ subject, day }) => [subject, day]);
    town.clock.set('2026-11-11T09:00:00Z');
    await posted(recruiter, company, { title: 'Lighthouse keeper' }); // of another role
    await posted(recruiter, company, { title: 'Lighthouse keeper', role: 'operations' });
    await posted(recruiter, company, { title: 'Lighthouse cleaner', role: 'operations' });
    const run = (day: string) => tellAlerts(town.db.pool, new Date(`${day}T04:30:00Z`));
    await run('2026-11-11');
    expect(await told()).toEqual([]);
    await run('2026-11-12');
    await run('2026-11-12');
    await run('2026-11-13');
    expect(await told()).toEqual([[alert.id, '2026-11-12']]);
    const own = (await seeker.browser.call<JobAlerts>('GET', '/me/jobs/alerts')).body.alerts;
    expect(own).toEqual([{ id: alert.id, question: { q: 'lighthouse', role: 'operations' } }]);
    expect((await recruiter.browser.call('DELETE', `/me/jobs/alerts/${alert.id}`)).code).toBe(
      'alert-unknown',
    );
    expect((await seeker.browser.call('DELETE', `/me/jobs/alerts/${alert.id}`)).status).toBe(204);
    town.clock.set('2026-11-10T09:30:00Z');
  });
});

it('a company has so many open jobs and no more', async () => {
  const { recruiter: busy, company: firm } = await newRecruiter(town, 'Bert', 'busy.com');
  await town.db.pool.query(
    `INSERT INTO jobs (company_id, title, role, level, city, text, posted, closes)
     SELECT $1, 'x', 'other', 'entry', 'X', 'x', '2026-11-01', '2026-12-01' FROM generate_series(1, 500)`,
    [firm],
  );
  expect((await postJob(busy, firm)).code).toBe('jobs-full');
});
