import type { Board, BoardFound, HireJobs } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdf, posted } from '../testing/test-jobs.ts';
import type { TestMember } from '../testing/test-members.ts';
import {
  board,
  candidate,
  file,
  fill,
  type Hall,
  label,
  makeLabel,
  move,
  note,
  openHall,
} from '../testing/test-pipeline.ts';

let hall: Hall;
let rex: TestMember;
let colleague: TestMember;
let rival: TestMember;
let company: string;
let rivalCompany: string;
beforeAll(async () => {
  hall = await openHall();
  ({ rex, colleague, rival, company, rivalCompany } = hall);
});
afterAll(() => hall.close());

describe('the board of a job', () => {
  it('has its applications, with who applied, for every recruiter of the company', async () => {
    const { ann, job, id } = await hall.applied({ words: 'I would like to.', file: await pdf() });
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
    const { ann, job, id } = await hall.applied();
    const made = (await makeLabel(rex, company, 'For Rex')).body.id;
    for (const by of [ann, rival]) {
      const codes = [
        (await by.browser.call('GET', `/hire/jobs/${job}`)).code,
        (await file(hall.town, by, `/hire/jobs/${job}/export?as=csv`)).json().code,
        (await move(by, job, [id, 1, 'offer'])).code,
        (await candidate(by, id)).code,
        (await note(by, id, 'x')).code,
        (await makeLabel(by, company, 'Mine')).code,
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
    const other = await posted(rival, rivalCompany);
    expect((await move(rival, other, [id, 1, 'offer'])).code).toBe('application-unknown');
    expect((await board(rex, job)).cards[0]).toMatchObject({ stage: 'new', labels: [], notes: 0 });
  });

  it('leaves out who withdrew, and whom the recruiter and the applicant keep apart', async () => {
    const { ann, job, id } = await hall.applied();
    await rex.browser.call('PUT', `/people/${ann.id}/block`);
    await hall.town.db.pool.query('INSERT INTO blocks VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      ann.id,
      rex.id,
    ]);
    expect((await board(rex, job)).cards).toEqual([]);
    expect((await candidate(rex, id)).code).toBe('application-unknown');
    expect((await board(colleague, job)).cards).toHaveLength(1);
    await ann.browser.call('DELETE', `/me/applications/${id}`);
    expect((await board(colleague, job)).cards).toEqual([]);
    expect((await move(colleague, job, [id, 2, 'offer'])).code).toBe('application-unknown');
  });

  it('comes in pages, of which none leaves anyone out', async () => {
    const { job } = await hall.applied();
    await fill(hall.town, job, 1004);
    const first = await board(rex, job);
    const second = await rex.browser.call<Board>('GET', `/hire/jobs/${job}?cursor=${first.next}`);
    expect(first.cards).toHaveLength(240);
    expect(new Set([...first.cards, ...second.body.cards].map(({ id }) => id)).size).toBe(1005);
    expect(second.body.next).toBeNull();
    const odd = await rex.browser.call('GET', `/hire/jobs/${job}?cursor=1e999_${job}`);
    expect(odd.code).toBe('invalid-input');
  });

  it('finds words of applications and of notes, in whatever case', async () => {
    const { job, id } = await hall.applied({ words: '我做过 Settlement 系统' });
    const { id: other } = await hall.applied({ job, words: 'Nothing' });
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
    const { job, id } = await hall.applied();
    await note(colleague, id, 'Kind');
    const most = async (what: () => Promise<unknown>) => (await countStatements(what)).statements.length;
    expect(await most(() => board(rex, job))).toBeLessThanOrEqual(3);
    expect(await most(() => candidate(rex, id))).toBeLessThanOrEqual(3);
    expect(await most(() => file(hall.town, rex, `/hire/jobs/${job}/export?as=json`))).toBeLessThanOrEqual(3);
    expect(await most(() => move(rex, job, [id, 1, 'offer']))).toBeLessThanOrEqual(8);
  });
});
