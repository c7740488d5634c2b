import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job, OwnApplication, OwnApplications } from '@teahouse/contract/members';
import { membersPrefix } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply, makeRecruiter, newRecruiter, pdf, posted } from '../testing/test-jobs.ts';
import { newMember, newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { createFileSweep } from './application-service.ts';

let town: Town;
let recruiter: TestMember;
let company: string;
let job: string;
let people = 0;
beforeAll(async () => {
  town = await openTown();
  ({ recruiter, company } = await newRecruiter(town, 'Rex', 'harbour.com'));
  job = await posted(recruiter, company);
});
afterAll(() => town.close());

const someone = () => {
  people += 1;
  return newMember(town, `Applicant${people}`);
};
const folder = () => join(town.secrets, 'files');
const onDisk = () => (existsSync(folder()) ? readdirSync(folder()) : []);
const own = async (by: TestMember) =>
  (await by.browser.call<OwnApplications>('GET', '/me/applications')).body.applications;
/** The file as it comes, for a browser that is not of JSON. */
const download = (by: TestMember, application: string) =>
  town.members.app.inject({
    method: 'GET',
    url: `${membersPrefix}/applications/${application}/file`,
    headers: { cookie: [...by.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });

describe('an application', () => {
  it('is there once, however often it is sent under its id, and the applicant sees how it stands', async () => {
    const [ann, id, file] = [await someone(), randomUUID(), await pdf()];
    const replies = await Promise.all([1, 2, 3].map(() => apply(ann, job, { id, file, name: '简历.pdf' })));
    for (const { body } of replies)
      expect(body).toMatchObject({
        id,
        stage: 'new',
        day: '2026-11-10',
        file: { name: '简历.pdf', bytes: file.length },
      });
    expect(await own(ann)).toHaveLength(1);
    const count = await town.db.pool.query('SELECT FROM application_files WHERE account_id = $1', [ann.id]);
    expect(count.rowCount).toBe(1);
    expect((await apply(ann, job)).code).toBe('applied-already');
    await town.db.pool.query(`UPDATE applications SET stage = 'interview' WHERE id = $1`, [id]);
    expect((await own(ann))[0]?.stage).toBe('interview');
    const seen = (await ann.browser.call<Job>('GET', `/jobs/${job}`)).body;
    expect(seen.application).toEqual({ id, stage: 'interview', withdrawn: false });
  });

  it('is for a job that is open', async () => {
    const ann = await someone();
    expect((await apply(ann, randomUUID())).code).toBe('job-unknown');
    const over = await posted(recruiter, company, { closes: '2026-11-10' });
    await town.db.pool.query(`UPDATE jobs SET closes = '2026-11-09' WHERE id = $1`, [over]);
    expect((await apply(ann, over)).code).toBe('job-closed');
  });

  it('is read, and withdrawn, by who sent it alone, and nobody takes its id', async () => {
    const [ann, bo] = (await newMembers(town, 'Anna', 'Bob')) as [TestMember, TestMember];
    const id = randomUUID();
    await apply(ann, job, { id, words: 'For Rex alone' });
    for (const by of [bo, recruiter]) {
      expect((await by.browser.call('GET', `/me/applications/${id}`)).code).toBe('application-unknown');
      expect((await by.browser.call('DELETE', `/me/applications/${id}`)).code).toBe('application-unknown');
    }
    expect((await apply(bo, job, { id })).code).toBe('applied-already');
    expect(await own(bo)).toEqual([]);
    const read = await ann.browser.call<OwnApplication>('GET', `/me/applications/${id}`);
    expect(read.body.words).toBe('For Rex alone');
  });

  it('can be sent anew once it was withdrawn, and a late retry of the first brings nothing back', async () => {
    const [ann, id] = [await someone(), randomUUID()];
    await apply(ann, job, { id, words: 'First' });
    expect((await ann.browser.call('DELETE', `/me/applications/${id}`)).status).toBe(204);
    expect((await ann.browser.call('DELETE', `/me/applications/${id}`)).code).toBe('application-unknown');
    const late = await apply(ann, job, { id, words: 'First' });
    expect(late.body).toMatchObject({ withdrawn: true, words: '' });
    const next = await apply(ann, job, { words: 'Second' });
    expect(next.body).toMatchObject({ withdrawn: false, words: 'Second', stage: 'new' });
    expect(await own(ann)).toHaveLength(1);
  });

  it('are so many of one member that are under way, and no more', async () => {
    const ann = await someone();
    await town.db.pool.query(
      `WITH made AS (INSERT INTO jobs (company_id, title, role, level, city, text, posted, closes)
         SELECT $1, 'x', 'other', 'entry', 'X', 'x', '2026-11-01', '2026-12-01' FROM generate_series(1, 200) RETURNING id)
       INSERT INTO applications (id, job_id, account_id, place, day) SELECT gen_random_uuid(), id, $2, 1, '2026-11-01' FROM made`,
      [company, ann.id],
    );
    expect((await apply(ann, job)).code).toBe('applications-full');
    const first = await ann.browser.call<OwnApplications>('GET', '/me/applications');
    const second = await ann.browser.call<OwnApplications>(
      'GET',
      `/me/applications?after=${first.body.next}`,
    );
    const ids = [...first.body.applications, ...second.body.applications].map(({ id }) => id);
    expect(new Set(ids).size).toBe(40);
  });

  it('writes in one transaction of eight statements at most', async () => {
    const [ann, file] = [await someone(), await pdf()];
    const { result, statements } = await countStatements(() => apply(ann, job, { file }));
    expect(result.status).toBe(200);
    expect(statements.length).toBeLessThanOrEqual(8);
  });
});

describe('its file', () => {
  it('is read by the applicant and the recruiters of that company, and by nobody else', async () => {
    const { recruiter: rival } = await newRecruiter(town, 'Riva', 'rival.com');
    const [ann, bo, speaker] = [await someone(), await someone(), await someone()];
    await town.db.pool.query(`INSERT INTO representatives VALUES ($1, $2, 'speaker')`, [company, speaker.id]);
    const colleague = await someone();
    await makeRecruiter(town, colleague, company);
    const [id, file] = [randomUUID(), await pdf()];
    await apply(ann, job, { id, file, name: `李's (2).pdf` });
    for (const by of [ann, recruiter, colleague]) {
      const reply = await download(by, id);
      expect(reply.rawPayload.equals(file)).toBe(true);
      expect(reply.headers['content-disposition']).toBe(
        `attachment; filename="application.pdf"; filename*=UTF-8''%E6%9D%8E%27s%20%282%29.pdf`,
      );
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(reply.headers['content-security-policy']).toContain('sandbox');
    }
    for (const by of [bo, rival, speaker])
      expect((await download(by, id)).json().code).toBe('application-unknown');
  });

  it('lies sealed, under a key of its own, with times that say the day', async () => {
    const [ann, file] = [await someone(), await pdf({ pages: 3 })];
    const before = new Set(onDisk());
    await apply(ann, job, { file });
    const [name = ''] = onDisk().filter((one) => !before.has(one));
    const sealed = readFileSync(join(folder(), name));
    expect(sealed.includes('%PDF')).toBe(false);
    expect(sealed.includes(file.subarray(0, 40))).toBe(false);
    expect(sealed.includes(file.subarray(200, 240))).toBe(false);
    const { mtime, mode } = statSync(join(folder(), name));
    expect([mtime.toISOString(), mode & 0o777]).toEqual(['2026-11-10T00:00:00.000Z', 0o600]);
    // A key of another file opens nothing, nor does a file under another name.
    const { files } = town.members.context;
    const { rows } = await town.db.pool.query('SELECT id, sealed_key FROM application_files');
    const mine = rows.find(({ id }) => id === name);
    const foreign = rows.find(({ id }) => id !== name);
    expect(await files.read(name, mine.sealed_key)).toEqual(file);
    expect(await files.read(name, foreign.sealed_key)).toBeUndefined();
    expect(await files.read(foreign.id, mine.sealed_key)).toBeUndefined();
  });

  it('is gone from the disk and the database when the application is withdrawn', async () => {
    const [ann, id, file] = [await someone(), randomUUID(), await pdf()];
    const before = onDisk();
    await apply(ann, job, { id, file, words: 'A secret wish' });
    expect(onDisk().length).toBe(before.length + 1);
    await ann.browser.call('DELETE', `/me/applications/${id}`);
    expect(onDisk().sort()).toEqual(before.sort());
    for (const by of [ann, recruiter]) expect((await download(by, id)).statusCode).toBe(404);
    const { rows } = await town.db.pool.query('SELECT FROM application_files WHERE account_id = $1', [
      ann.id,
    ]);
    expect(rows).toEqual([]);
    expect((await own(ann))[0]).toMatchObject({ withdrawn: true, words: '', file: null });
  });

  it.each([
    ['the account', (ann: TestMember) => ['DELETE FROM accounts WHERE id = $1', ann.id]],
    ['the application', (ann: TestMember) => ['DELETE FROM applications WHERE account_id = $1', ann.id]],
  ])(
    'goes with %s, by the next sweeps, and so does what broke off in the middle',
    async (_name, statement) => {
      const sweep = createFileSweep(town.members.context);
      await sweep();
      await sweep();
      const before = onDisk();
      const ann = await someone();
      await apply(ann, job, { file: await pdf() });
      writeFileSync(join(folder(), `${randomUUID()}.draft`), 'half a');
      await sweep();
      await sweep();
      expect(onDisk().length).toBe(before.length + 1); // the whole one stays
      const [text = '', id] = statement(ann);
      await town.db.pool.query(text, [id]);
      expect(
        (await town.db.pool.query('SELECT FROM application_files WHERE account_id = $1', [ann.id])).rows,
      ).toEqual([]);
      await sweep();
      await sweep();
      expect(onDisk().sort()).toEqual(before.sort());
    },
  );

  it('is a PDF that shows pages and does nothing else', async () => {
    const ann = await someone();
    const before = onDisk();
    const send = async (file: Buffer) => (await apply(ann, job, { file })).code;
    expect(await send(Buffer.from('MZ not a pdf'))).toBe('file-invalid');
    expect(await send(Buffer.concat([Buffer.from('junk\n'), await pdf()]))).toBe('file-invalid');
    expect(await send((await pdf()).subarray(0, 200))).toBe('file-invalid');
    expect(await send(Buffer.from('%PDF-1.7\n%%EOF'))).toBe('file-invalid');
    expect(await send(await pdf({ script: true }))).toBe('file-active');
    expect(await send(await pdf({ attached: true }))).toBe('file-active');
    expect(await send(await pdf({ pages: 61 }))).toBe('file-pages');
    expect(await send(await lockedPdf())).toBe('file-locked');
    expect(onDisk()).toEqual(before);
    expect(await own(ann)).toEqual([]);
  });

  it('has four megabytes at most', async () => {
    const ann = await someone();
    const large = Buffer.alloc(4 * 1024 * 1024 + 3, 0x20);
    expect((await apply(ann, job, { file: large })).code).toBe('invalid-input');
    const body = { job, words: '', file: { name: 'x.pdf', bytes: 'A'.repeat(6 * 1024 * 1024) } };
    expect((await ann.browser.call('PUT', `/me/applications/${randomUUID()}`, body)).code).toBe('too-large');
  });
});

async function lockedPdf(): Promise<Buffer> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const made = await PDFDocument.create();
  made.addPage();
  made.encrypt({ userPassword: 'tea', ownerPassword: 'pot' });
  return Buffer.from(await made.save());
}
