import { randomUUID } from 'node:crypto';
import type {
  Board,
  BoardFound,
  Candidate,
  Export,
  HireJobs,
  Label,
  Labelled,
  Moved,
  NoticePage,
  Stage,
} from '@teahouse/contract/members';
import { membersPrefix } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply, makeRecruiter, newRecruiter, pdf, posted } from '../testing/test-jobs.ts';
import { newMember, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';

let town: Town;
let rex: TestMember;
let colleague: TestMember;
let rival: TestMember;
let company: string;
beforeAll(async () => {
  town = await openTown();
  ({ recruiter: rex, company } = await newRecruiter(town, 'Rex', 'harbour.com'));
  colleague = await newMember(town, 'Cleo');
  await makeRecruiter(town, colleague, company);
  ({ recruiter: rival } = await newRecruiter(town, 'Riva', 'rival.com'));
});
afterAll(() => town.close());

let people = 0;
/** A job with somebody who applied for it. */
async function applied(i: { words?: string; file?: Buffer; job?: string } = {}) {
  people += 1;
  const ann = await newMember(town, `Applicant${people}`);
  const job = i.job ?? (await posted(rex, company));
  const id = randomUUID();
  await apply(ann, job, { ...i, id });
  return { ann, job, id };
}
const board = async (by: TestMember, job: string) =>
  (await by.browser.call<Board>('GET', `/hire/jobs/${job}`)).body;
const move = (by: TestMember, job: string, ...moves: [string, number, Stage, number?][]) =>
  by.browser.call<Moved>('POST', `/hire/jobs/${job}/moves`, {
    moves: moves.map(([application, version, stage, place = 1]) => ({ application, version, stage, place })),
  });
const candidate = (by: TestMember, id: string) =>
  by.browser.call<Candidate>('GET', `/hire/applications/${id}`);
const note = (by: TestMember, id: string, text: string, key = randomUUID()) =>
  by.browser.call('PUT', `/hire/applications/${id}/notes/${key}`, { text });
const makeLabel = (by: TestMember, name: string, of = company) =>
  by.browser.call<Label>('POST', `/hire/companies/${of}/labels`, { name, tone: 'amber' });
const label = (by: TestMember, job: string, i: { label: string; on?: boolean; applications: string[] }) =>
  by.browser.call<Labelled>('PUT', `/hire/jobs/${job}/labels/${i.label}`, {
    applications: i.applications,
    on: i.on ?? true,
  });
const told = async (by: TestMember) =>
  (await by.browser.call<NoticePage>('GET', '/notices')).body.notices.filter(
    ({ kind }) => kind === 'application',
  );
const file = (by: TestMember, url: string) =>
  town.members.app.inject({
    method: 'GET',
    url: membersPrefix + url,
    headers: { cookie: [...by.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });

describe('the board of a job', () => {
  it('has its applications, with who applied, for every recruiter of the company', async () => {
    const { ann, job, id } = await applied({ words: 'I would like to.', file: await pdf() });
    for (const by of [rex, colleague]) {
      const { cards, next } = await board(by, job);
      expect(next).toBeNull();
      expect(cards).toEqual([
        expect.objectContaining({
          ...{ id, stage: 'new', version: 1, day: '2026-11-10', labels: [], notes: 0 },
          ...{ referred: false, file: true, excerpt: 'I would like to.' },
          member: expect.objectContaining({ id: ann.id, handle: ann.handle }),
        }),
      ]);
    }
    const jobs = (await rex.browser.call<HireJobs>('GET', '/hire/jobs')).body.jobs;
    expect(jobs.find((one) => one.job.id === job)?.counts).toMatchObject({ new: 1, declined: 0 });
  });

  it('is for recruiters of the company alone, as is everything on it', async () => {
    const { ann, job, id } = await applied();
    const made = (await makeLabel(rex, 'For Rex')).body.id;
    for (const by of [ann, rival]) {
      const codes = [
        (await by.browser.call('GET', `/hire/jobs/${job}`)).code,
        (await file(by, `/hire/jobs/${job}/export?as=csv`)).json().code,
        (await move(by, job, [id, 1, 'offer'])).code,
        (await candidate(by, id)).code,
        (await note(by, id, 'x')).code,
        (await makeLabel(by, 'Mine')).code,
        (await label(by, job, { label: made, applications: [id] })).code,
        (await by.browser.call('DELETE', `/hire/labels/${made}`)).code,
      ];
      expect(codes).toEqual([
        ...['job-unknown', 'job-unknown', 'application-unknown', 'application-unknown'],
        ...['application-unknown', 'company-unknown', 'label-unknown', 'label-unknown'],
      ]);
      const found = await by.browser.call<BoardFound>('GET', `/hire/jobs/${job}/found?q=like`);
      expect(found.body.applications).toEqual([]);
    }
    expect((await ann.browser.call<HireJobs>('GET', '/hire/jobs')).body.jobs).toEqual([]);
    // An own board opens no way to an application of somebody else's job.
    const other = await posted(rival, (await ownCompany(rival)) as string);
    expect((await move(rival, other, [id, 1, 'offer'])).code).toBe('application-unknown');
    expect((await board(rex, job)).cards[0]).toMatchObject({ stage: 'new', labels: [], notes: 0 });
  });

  it('leaves out who withdrew, and whom the recruiter and the applicant keep apart', async () => {
    const { ann, job, id } = await applied();
    await rex.browser.call('PUT', `/people/${ann.id}/block`);
    await town.db.pool.query('INSERT INTO blocks VALUES ($1, $2) ON CONFLICT DO NOTHING', [ann.id, rex.id]);
    expect((await board(rex, job)).cards).toEqual([]);
    expect((await candidate(rex, id)).code).toBe('application-unknown');
    expect((await board(colleague, job)).cards).toHaveLength(1);
    await ann.browser.call('DELETE', `/me/applications/${id}`);
    expect((await board(colleague, job)).cards).toEqual([]);
    expect((await move(colleague, job, [id, 2, 'offer'])).code).toBe('application-unknown');
  });

  it('comes in pages, of which none leaves anyone out', async () => {
    const { job } = await applied();
    await town.db.pool.query(
      `WITH made AS (INSERT INTO accounts (id, email, name, locale, password)
         SELECT gen_random_uuid(), 'many' || n || '@home.test', 'Many', 'en', 'x' FROM generate_series(1, 1004) n RETURNING id),
       pages AS (INSERT INTO profiles (account_id, handle) SELECT id, 'many-' || left(id::text, 8) FROM made)
       INSERT INTO applications (id, job_id, account_id, place, day) SELECT gen_random_uuid(), $1, id, 7, '2026-11-01' FROM made`,
      [job],
    );
    const first = await board(rex, job);
    const second = await rex.browser.call<Board>('GET', `/hire/jobs/${job}?cursor=${first.next}`);
    expect(new Set([...first.cards, ...second.body.cards].map(({ id }) => id)).size).toBe(1005);
    expect(second.body.next).toBeNull();
    const odd = await rex.browser.call('GET', `/hire/jobs/${job}?cursor=1e999_${job}`);
    expect(odd.code).toBe('invalid-input');
  });

  it('finds words of applications and of notes, in whatever case', async () => {
    const { job, id } = await applied({ words: '我做过 Settlement 系统' });
    const { id: other } = await applied({ job, words: 'Nothing' });
    await note(rex, other, 'Knows settlement as well');
    const found = async (q: string) =>
      (
        await rex.browser.call<BoardFound>('GET', `/hire/jobs/${job}/found?q=${encodeURIComponent(q)}`)
      ).body.applications.sort();
    expect(await found('SETTLE')).toEqual([id, other].sort());
    expect(await found('系统')).toEqual([id]);
    expect(await found('%')).toEqual([]);
  });

  it('reads with three statements and writes with eight at most', async () => {
    const { job, id } = await applied();
    await note(colleague, id, 'Kind');
    const most = async (what: () => Promise<unknown>) => (await countStatements(what)).statements.length;
    expect(await most(() => board(rex, job))).toBeLessThanOrEqual(3);
    expect(await most(() => candidate(rex, id))).toBeLessThanOrEqual(3);
    expect(await most(() => file(rex, `/hire/jobs/${job}/export?as=json`))).toBeLessThanOrEqual(3);
    expect(await most(() => move(rex, job, [id, 1, 'offer']))).toBeLessThanOrEqual(8);
  });
});

describe('a move', () => {
  it('stays, and tells the applicant where the application stands', async () => {
    const { ann, job, id } = await applied();
    const { body } = await move(rex, job, [id, 1, 'interview', 2.5]);
    expect(body).toEqual({ moved: [{ id, stage: 'interview', place: 2.5, version: 2 }], missed: [] });
    expect((await board(rex, job)).cards[0]).toMatchObject({ stage: 'interview', place: 2.5, version: 2 });
    expect(await told(ann)).toMatchObject([{ subject: job, people: [], day: '2026-11-10' }]);
    expect((await candidate(rex, id)).body.history).toEqual([{ stage: 'interview', day: '2026-11-10' }]);
  });

  it('that is undone on its day leaves no trace, neither a line nor a notice', async () => {
    const { ann, job, id } = await applied();
    await move(rex, job, [id, 1, 'declined']);
    await move(rex, job, [id, 2, 'new']);
    expect(await told(ann)).toEqual([]);
    expect((await candidate(rex, id)).body).toMatchObject({ stage: 'new', version: 3, history: [] });
  });

  it('within a stage is told to nobody', async () => {
    const { ann, job, id } = await applied();
    await move(rex, job, [id, 1, 'new', -3]);
    expect(await told(ann)).toEqual([]);
    expect((await candidate(rex, id)).body).toMatchObject({ place: -3, history: [] });
  });

  it('from a version that a colleague moved on is refused, and theirs stands', async () => {
    const { job, id } = await applied();
    await move(colleague, job, [id, 1, 'offer']);
    expect((await move(rex, job, [id, 1, 'declined'])).code).toBe('application-moved');
    expect((await board(rex, job)).cards[0]).toMatchObject({ stage: 'offer', version: 2 });
  });

  it('of two recruiters at once is one move, whoever is first', async () => {
    const { job, id } = await applied();
    const both = await Promise.all([
      move(rex, job, [id, 1, 'screen']),
      move(colleague, job, [id, 1, 'offer']),
    ]);
    expect(both.map(({ code }) => code ?? 'done').sort()).toEqual(['application-moved', 'done']);
    expect((await board(rex, job)).cards[0]?.version).toBe(2);
  });

  it('that is sent twice is done once', async () => {
    const { job, id } = await applied();
    await move(rex, job, [id, 1, 'screen', 4]);
    const again = await move(rex, job, [id, 1, 'screen', 4]);
    expect(again.body.moved).toEqual([{ id, stage: 'screen', place: 4, version: 2 }]);
  });

  it('of many does what it can, and tells which a colleague was first with', async () => {
    const { job, id } = await applied();
    const { id: other } = await applied({ job });
    await move(colleague, job, [other, 1, 'offer']);
    const { body } = await move(rex, job, [id, 1, 'declined'], [other, 1, 'declined']);
    expect(body.moved.map((one) => one.id)).toEqual([id]);
    expect(body.missed).toMatchObject([{ id: other, stage: 'offer', version: 2 }]);
    expect((await move(rex, job, [id, 2, 'new'], [id, 2, 'offer'])).code).toBe('invalid-input');
  });
});

describe('notes and labels', () => {
  it('are read by colleagues and never by the applicant; a note is deleted by its author alone', async () => {
    const { ann, job, id } = await applied();
    const key = randomUUID();
    expect((await note(colleague, id, 'Asks good questions', key)).status).toBe(204);
    expect((await note(colleague, id, 'Asks good questions', key)).status).toBe(204);
    const { notes } = (await candidate(rex, id)).body;
    expect(notes).toMatchObject([{ text: 'Asks good questions', mine: false, by: { id: colleague.id } }]);
    expect((await rex.browser.call('DELETE', `/hire/notes/${key}`)).code).toBe('note-unknown');
    const exported = await ann.browser.call<Export>('GET', '/me/export');
    for (const seen of [
      exported.body,
      (await ann.browser.call('GET', '/me/applications')).body,
      (await ann.browser.call('GET', `/jobs/${job}`)).body,
    ])
      expect(JSON.stringify(seen)).not.toContain('good questions');
    const own = await colleague.browser.call<Export>('GET', '/me/export');
    expect(own.body.parts.pipeline).toMatchObject({
      notes: expect.arrayContaining([expect.objectContaining({ text: 'Asks good questions', company })]),
    });
    expect((await colleague.browser.call('DELETE', `/hire/notes/${key}`)).status).toBe(204);
    expect((await candidate(rex, id)).body.notes).toEqual([]);
  });

  it('go with the application that is withdrawn, and so does its history', async () => {
    const { ann, job, id } = await applied();
    await note(rex, id, 'Too quiet?');
    await label(rex, job, { label: (await makeLabel(rex, 'Later')).body.id, applications: [id] });
    await move(rex, job, [id, 1, 'screen']);
    await ann.browser.call('DELETE', `/me/applications/${id}`);
    for (const table of ['application_notes', 'application_labels', 'application_stages']) {
      const left = await town.db.pool.query(`SELECT FROM ${table} WHERE application_id = $1`, [id]);
      expect(left.rowCount, table).toBe(0);
    }
  });

  it('are so many and no more', async () => {
    const { id } = await applied();
    await town.db.pool.query(
      `INSERT INTO application_notes (id, application_id, account_id, n, text, day)
       SELECT gen_random_uuid(), $1, $2, n, 'x', '2026-11-10' FROM generate_series(1, 200) n`,
      [id, rex.id],
    );
    expect((await note(rex, id, 'One more')).code).toBe('notes-full');
    const of = (await ownCompany(rival)) as string;
    await town.db.pool.query(
      `INSERT INTO hire_labels (company_id, name, tone) SELECT $1, 'n' || n, 'slate' FROM generate_series(1, 39) n`,
      [of],
    );
    expect((await makeLabel(rival, 'n1', of)).code).toBe('label-taken');
    expect((await makeLabel(rival, 'last', of)).status).toBe(200);
    expect((await makeLabel(rival, 'more', of)).code).toBe('labels-full');
  });

  it('labels are put on and taken off many at once, and say what that changed', async () => {
    const { job, id } = await applied();
    const { id: other } = await applied({ job });
    const { id: one } = (await makeLabel(rex, 'Strong')).body;
    expect((await label(rex, job, { label: one, applications: [id] })).body.changed).toEqual([id]);
    expect((await label(rex, job, { label: one, applications: [id, other] })).body.changed).toEqual([other]);
    expect((await board(rex, job)).cards.map((card) => card.labels)).toEqual([[one], [one]]);
    const off = await label(rex, job, { label: one, on: false, applications: [id] });
    expect(off.body.changed).toEqual([id]);
    expect((await rex.browser.call('DELETE', `/hire/labels/${one}`)).status).toBe(204);
    expect((await board(rex, job)).cards.flatMap((card) => card.labels)).toEqual([]);
  });
});

describe('an exported file', () => {
  it('has what the board has, and nothing in it is a formula', async () => {
    const { job, id } = await applied({ words: '=HYPERLINK("http://evil.test","open")\nsecond line' });
    await note(rex, id, '+86 138, calls back');
    await label(rex, job, { label: (await makeLabel(rex, '@first')).body.id, applications: [id] });
    const csv = await file(rex, `/hire/jobs/${job}/export?as=csv`);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="applications.csv"');
    expect(csv.headers['cache-control']).toBe('no-store');
    expect(csv.body.startsWith('\u{feff}name,page,headline')).toBe(true);
    expect(csv.body).toContain(`"'=HYPERLINK(""http://evil.test"",""open"")\nsecond line"`);
    expect(csv.body).toMatch(/,'@first,"?'\+86 138/);
    const json = (await file(rex, `/hire/jobs/${job}/export?as=json&stage=new`)).json();
    expect(json).toMatchObject([{ stage: 'new', labels: ['@first'], notes: ['+86 138, calls back'] }]);
    expect((await file(rex, `/hire/jobs/${job}/export?as=json&stage=offer`)).json()).toEqual([]);
  });

  it('of too many is asked for stage by stage', async () => {
    const { job } = await applied();
    await town.db.pool.query(
      `WITH made AS (INSERT INTO accounts (id, email, name, locale, password)
         SELECT gen_random_uuid(), 'more' || n || '@home.test', 'More', 'en', 'x' FROM generate_series(1, 5000) n RETURNING id),
       pages AS (INSERT INTO profiles (account_id, handle) SELECT id, 'more-' || left(id::text, 13) FROM made)
       INSERT INTO applications (id, job_id, account_id, place, day) SELECT gen_random_uuid(), $1, id, 7, '2026-11-01' FROM made`,
      [job],
    );
    expect((await file(rex, `/hire/jobs/${job}/export?as=csv`)).json().code).toBe('export-large');
    expect((await file(rex, `/hire/jobs/${job}/export?as=csv&stage=offer`)).statusCode).toBe(200);
  });
});

async function ownCompany(by: TestMember): Promise<string | undefined> {
  const { rows } = await town.db.pool.query<{ id: string }>(
    'SELECT company_id AS id FROM representatives WHERE account_id = $1',
    [by.id],
  );
  return rows[0]?.id;
}
