import { randomUUID } from 'node:crypto';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { AddJob, Apply, Job, OwnApplication } from '@teahouse/contract/members';
import { newMember, type TestMember } from './test-members.ts';
import { foundCompany, type Reply, type Town } from './test-town.ts';

/** Somebody who has the jobs of a company of this domain. */
export async function newRecruiter(
  town: Town,
  name: string,
  domain: string,
): Promise<{ recruiter: TestMember; company: string }> {
  const recruiter = await newMember(town, name);
  const company = await foundCompany(town, recruiter.browser, domain);
  await makeRecruiter(town, recruiter, company);
  return { recruiter, company };
}

export const makeRecruiter = (town: Town, member: TestMember, company: string) =>
  town.db.pool.query(
    `INSERT INTO representatives (company_id, account_id, role) VALUES ($1, $2, 'recruiter')`,
    [company, member.id],
  );

export const jobFacts = (company: string, more: Partial<AddJob> = {}): AddJob => ({
  company,
  title: 'Backend engineer',
  role: 'engineering',
  level: 'senior',
  city: 'Shanghai',
  remote: false,
  pay: { min: 25_000, max: 45_000, currency: 'CNY', months: 14 },
  skills: ['Go', 'PostgreSQL'],
  text: '和我们一起做支付系统。\nYou own services end to end.',
  closes: '2026-12-20',
  ...more,
});

export const postJob = (by: TestMember, company: string, more: Partial<AddJob> = {}): Promise<Reply<Job>> =>
  by.browser.call<Job>('POST', '/jobs', jobFacts(company, more));

/** Posts a job and returns its id. */
export async function posted(by: TestMember, company: string, more: Partial<AddJob> = {}): Promise<string> {
  const { body, code } = await postJob(by, company, more);
  if (code) throw new Error(`not posted: ${code}`);
  return body.id;
}

/** A PDF of some pages; with what it must not have. */
export async function pdf(i: { pages?: number; script?: boolean; attached?: boolean } = {}): Promise<Buffer> {
  const made = await PDFDocument.create();
  for (let n = 0; n < (i.pages ?? 1); n += 1)
    made.addPage([300, 400]).drawText(`Page ${n + 1}`, { x: 40, y: 200 });
  if (i.attached) await made.attach(Buffer.from('MZ'), 'tool.exe');
  if (i.script) {
    const action = made.context.obj({ S: PDFName.of('JavaScript') });
    action.set(PDFName.of('JS'), PDFString.of('app.alert(1)'));
    made.catalog.set(PDFName.of('OpenAction'), action);
  }
  return Buffer.from(await made.save());
}

/** Applies under a new id, or a given one. */
export function apply(
  by: TestMember,
  job: string,
  i: { id?: string; words?: string; file?: Buffer; name?: string } = {},
): Promise<Reply<OwnApplication>> {
  const { id = randomUUID(), words = 'I would like to.', file, name = 'Lin.pdf' } = i;
  const body: Apply = { job, words, file: file ? { name, bytes: file.toString('base64url') } : null };
  return by.browser.call<OwnApplication>('PUT', `/me/applications/${id}`, body);
}

/** As if the proof of a work address had come. */
export const employ = (town: Town, member: TestMember, company: string, expires = '2027-04-30') =>
  town.db.pool.query(
    `INSERT INTO employments (id, account_id, company_id, evidence, pin, verified, expires)
     VALUES (gen_random_uuid(), $1, $2, 'mailbox-code', '', '2026-06-01', $3)`,
    [member.id, company, expires],
  );
