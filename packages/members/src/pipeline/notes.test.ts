import { randomUUID } from 'node:crypto';
import type { Export } from '@teahouse/contract/members';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('notes and labels', () => {
  it('are read by colleagues and never by the applicant; a note is deleted by its author alone', async () => {
    const { ann, job, id } = await hall.applied();
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
    const { ann, job, id } = await hall.applied();
    await note(rex, id, 'Too quiet?');
    await label(rex, job, { label: (await makeLabel(rex, company, 'Later')).body.id, applications: [id] });
    await move(rex, job, [id, 1, 'screen']);
    await ann.browser.call('DELETE', `/me/applications/${id}`);
    for (const table of ['application_notes', 'application_labels', 'application_stages']) {
      const left = await hall.town.db.pool.query(`SELECT FROM ${table} WHERE application_id = $1`, [id]);
      expect(left.rowCount, table).toBe(0);
    }
  });

  it('are so many and no more', async () => {
    const { id } = await hall.applied();
    await hall.town.db.pool.query(
      `INSERT INTO application_notes (id, application_id, account_id, n, text, day)
       SELECT gen_random_uuid(), $1, $2, n, 'x', '2026-11-10' FROM generate_series(1, 200) n`,
      [id, rex.id],
    );
    expect((await note(rex, id, 'One more')).code).toBe('notes-full');
    const of = rivalCompany;
    await hall.town.db.pool.query(
      `INSERT INTO hire_labels (company_id, name, tone) SELECT $1, 'n' || n, 'slate' FROM generate_series(1, 39) n`,
      [of],
    );
    expect((await makeLabel(rival, of, 'n1')).code).toBe('label-taken');
    expect((await makeLabel(rival, of, 'last')).status).toBe(200);
    expect((await makeLabel(rival, of, 'more')).code).toBe('labels-full');
  });

  it('labels are put on and taken off many at once, and say what that changed', async () => {
    const { job, id } = await hall.applied();
    const { id: other } = await hall.applied({ job });
    const { id: one } = (await makeLabel(rex, company, 'Strong')).body;
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
    const { job, id } = await hall.applied({ words: '=HYPERLINK("http://evil.test","open")\nsecond line' });
    await note(rex, id, '+86 138, calls back');
    await label(rex, job, { label: (await makeLabel(rex, company, '@first')).body.id, applications: [id] });
    const csv = await file(hall.town, rex, `/hire/jobs/${job}/export?as=csv`);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="applications.csv"');
    expect(csv.headers['cache-control']).toBe('no-store');
    expect(csv.body.startsWith('\u{feff}name,page,headline')).toBe(true);
    expect(csv.body).toContain(`"'=HYPERLINK(""http://evil.test"",""open"")\nsecond line"`);
    expect(csv.body).toMatch(/,'@first,"?'\+86 138/);
    const json = (await file(hall.town, rex, `/hire/jobs/${job}/export?as=json&stage=new`)).json();
    expect(json).toMatchObject([{ stage: 'new', labels: ['@first'], notes: ['+86 138, calls back'] }]);
    expect((await file(hall.town, rex, `/hire/jobs/${job}/export?as=json&stage=offer`)).json()).toEqual([]);
  });

  it('of too many is asked for stage by stage', async () => {
    const { job } = await hall.applied();
    await fill(hall.town, job, 5000);
    expect((await file(hall.town, rex, `/hire/jobs/${job}/export?as=csv`)).json().code).toBe('export-large');
    expect((await file(hall.town, rex, `/hire/jobs/${job}/export?as=csv&stage=offer`)).statusCode).toBe(200);
  });
});
