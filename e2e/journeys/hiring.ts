import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';
import { resume } from './jobs.ts';

/** As the demo's seed makes it (packages/testbed/src/seed/hire.ts). */
const password = 'a cup of longjing tea';

async function looksRight(who: Person, where: string, picture: string): Promise<void> {
  await accessible(who, where);
  await fits(who, where);
  await shoot(who, picture);
}

interface Hiring {
  /** Connected with the referrer, who has proved to work at the company. */
  readonly candidate: Person;
  readonly referrer: Person;
  /** Acts for the company in the demo: the first part of its domain. */
  readonly recruiter: Person;
  readonly company: string;
}

/** Makes two members who have signed in connections of each other, by the calls that the pages make: both ask. */
export async function befriend(one: Person, other: Person): Promise<void> {
  const idOf = async ({ page }: Person): Promise<string> =>
    (await (await page.request.get('/api/members/me')).json()).id;
  for (const [by, of] of [
    [one, other],
    [other, one],
  ] as const) {
    const reply = await by.page.request.put(`/api/members/network/requests/${await idOf(of)}`, {
      ...{ headers: { 'x-teahouse': '1' }, data: { note: '' } },
    });
    assert.ok(reply.ok(), `asking for a connection answers ${reply.status()}`);
  }
}

/** The day so many days from now, as a date field takes it. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * A recruiter posts a job that hides its pay, somebody is referred for it and applies, the recruiter says the pay, closes the
 * job and opens it again.
 */
export async function hireByReferral(
  { runner, tag }: Town,
  { candidate, referrer, recruiter, company }: Hiring,
): Promise<void> {
  const title = `茶馆掌柜 Keeper of the house ${tag}`;
  const note = `We brewed together for two years ${tag}`;
  const praise = `Calm when the house is full ${tag}`;
  let job = '';

  await runner.must(`${recruiter.name} posts a job without its pay, and everybody reads so`, async () => {
    const { page, t } = recruiter;
    await recruiter.go('/signin');
    await page.locator('input[type="email"]').fill(`recruiter.${company}@teahouse.example`);
    await page.locator('input[type="password"]').fill(password);
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(({ pathname }) => pathname !== '/signin');
    await recruiter.go('/jobs/mine?view=posted');
    await page.locator('main [data-job]').first().waitFor();
    await looksRight(recruiter, 'posted jobs', '87-posted');
    await recruiter.link('Post a job').click();
    await recruiter.field('Job title').fill(title);
    await recruiter.field('Kind of work').selectOption('operations');
    await recruiter.field('Level').selectOption('lead');
    await recruiter.field('City').fill('绍兴');
    await recruiter.field('Skills').fill('泡茶，Hosting, Bookkeeping');
    await recruiter.field('The work, and whom you look for').fill('Keep the house.\n\n开门、烧水、算账。');
    await recruiter.field('Last day').fill(dayIn(200));
    await looksRight(recruiter, 'the form of a job', '87-post');
    assert.ok(await page.locator('input[type="date"]:invalid').count(), 'a job is open for 90 days at most');
    await recruiter.field('Last day').fill(dayIn(40));
    await recruiter.button('Post').click();
    await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/);
    job = new URL(page.url()).pathname;
    await page.getByText(t('Pay is not said'), { exact: true }).waitFor();
    await looksRight(recruiter, 'a job that was posted', '88-posted-job');
  });

  await runner.must(
    `${candidate.name} finds it, sees who is known there, and asks for a referral`,
    async () => {
      const { page, t } = candidate;
      await candidate.go(`/jobs?q=${encodeURIComponent(tag)}`);
      await page.locator('main [data-job]').getByText(t('Pay is not said'), { exact: true }).waitFor();
      await candidate.go(job);
      await page.getByRole('heading', { name: t('You know people there') }).waitFor();
      await page.getByRole('link', { name: referrer.name }).first().waitFor();
      await candidate.button('Ask for a referral').click();
      await candidate.field('A few words').fill(note);
      await looksRight(candidate, 'a request for a referral', '88-ask-referral');
      await candidate.button('Ask').click();
      await page.getByText(t('Asked'), { exact: true }).waitFor();
      await candidate.go('/jobs/mine?view=referrals');
      await page.getByText(note).waitFor();
      await looksRight(candidate, 'a request that was sent', '88-referral-sent');
    },
  );

  await runner.must(`${referrer.name} refers with words, which the one referred reads`, async () => {
    const { page, t } = referrer;
    await referrer.go('/jobs/mine?view=referrals');
    await page.getByText(note).waitFor();
    await referrer.field('What you say of them').fill(praise);
    await looksRight(referrer, 'a request for a referral that came', '89-referral');
    await referrer.button('Refer').click();
    await page.getByText(praise).waitFor();
    await looksRight(referrer, 'a referral that was given', '89-referred');
    await candidate.go('/jobs/mine?view=referrals');
    await candidate.page.getByText(praise).waitFor();
    await candidate.go(job);
    await candidate.page.getByText(candidate.t('Refers you'), { exact: true }).waitFor();
    assert.equal(await referrer.button('Let it rest').count(), 0, t('Let it rest'));
  });

  await runner.must(`${candidate.name} applies with a file, and the referral goes along`, async () => {
    const { page, t } = candidate;
    await candidate.button('Apply').click();
    await candidate.field('Why you, why here').fill('水开了就知道。');
    const file = { name: 'Bad.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no page at all') };
    await page.locator('input[type="file"]').setInputFiles(file);
    await candidate.button('Send the application').click();
    await page.locator('[data-code="file-invalid"]').waitFor();
    await looksRight(candidate, 'a file that is refused', '89-file-refused');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ ...file, name: 'Résumé.pdf', buffer: Buffer.from(resume) });
    await candidate.button('Send the application').click();
    await page
      .getByRole('status')
      .filter({ hasText: t('You applied.') })
      .waitFor();
    await candidate.go('/jobs/mine');
    await page.getByText(t('with a referral')).waitFor();
    await looksRight(candidate, 'an application with a referral', '89-applied-referred');
  });

  await runner.must(`${recruiter.name} says the pay, closes the job, and opens it again`, async () => {
    const { page, t } = recruiter;
    await recruiter.go(job);
    await recruiter.link('Change this job').click();
    await recruiter.field('At least').fill('18000');
    await recruiter.field('At most').fill('24000');
    await recruiter.button('Save the job').click();
    await page.getByText('18,000').waitFor();
    await recruiter.link('Change this job').click();
    await looksRight(recruiter, 'a job to change', '89-change');
    await recruiter.button('Close it now').click();
    await page.getByText(t('closed')).first().waitFor();
    await looksRight(recruiter, 'a closed job', '89-closed');
    await candidate.go(`/jobs?q=${encodeURIComponent(tag)}`);
    await candidate.page.getByRole('heading', { name: candidate.t('No open job is like that') }).waitFor();
    await accessible(candidate, 'a search that finds nothing');
    // What is served to search engines may be five seconds old.
    const serve = async () => (await candidate.page.request.get(job)).text();
    let served = await serve();
    for (let n = 0; n < 8 && /ld\+json/.test(served); n += 1) {
      await candidate.page.waitForTimeout(1000);
      served = await serve();
    }
    assert.match(served, /name="robots" content="noindex"/);
    assert.doesNotMatch(served, /ld\+json/);
    await recruiter.link('Change this job').click();
    await recruiter.button('Open it again').click();
    await page.getByText('18,000').waitFor();
    await candidate.go(`/jobs?q=${encodeURIComponent(tag)}`);
    await candidate.page.locator('main [data-job]').waitFor();
  });
}
