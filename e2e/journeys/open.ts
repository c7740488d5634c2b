import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** As the demo's seed makes it (packages/testbed/src/seed/open.ts). */
const password = 'a cup of longjing tea';
const recruiterOf = (company: string) => `recruiter.${company}@teahouse.example`;

async function signIn({ page, go }: Person, email: string): Promise<void> {
  await go('/signin');
  await page.locator('input[type="email"]').fill(email);
  await page.locator('input[type="password"]').fill(password);
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(({ pathname }) => pathname !== '/signin');
}

async function looksRight(who: Person, where: string, picture: string): Promise<void> {
  await accessible(who, where);
  await fits(who, where);
  await shoot(who, picture);
}

interface Hiring {
  /** Has proved to work for `employer`. */
  readonly candidate: Person;
  readonly employer: string;
  /** Recruits for another company of the demo, which is no kin of the employer. */
  readonly recruiter: Person;
  readonly company: string;
  /** Recruits for the employer. */
  readonly own: Person;
}

/** Looks for people in a city that nobody else named. */
async function lookFor(who: Person, city: string): Promise<void> {
  await who.go('/hire/people');
  await who.field('City').fill(city);
  await who.button('Search').click();
  await who.page.waitForURL(/city=/);
}

/**
 * A member is open to work; a recruiter of another company finds and invites them, they apply, both write, and one message
 * is reported. A recruiter of the own employer finds nobody.
 */
export async function openToWork(
  { runner, tag }: Town,
  { candidate, employer, recruiter, company, own }: Hiring,
): Promise<void> {
  const city = `茶镇 ${tag}`;
  const words = `Would like to teach what I know ${tag}`;
  let job = '';

  await runner.must(`${candidate.name} says to be open to work, on the own page`, async () => {
    const { page, t } = candidate;
    await candidate.go('/me');
    const section = page.locator('[data-section="open"]');
    await section
      .getByText(t('Recruiters do not find you. Say what you look for, and they can invite you to apply.'))
      .waitFor();
    await section.getByRole('button', { name: t('Be found by recruiters'), exact: true }).click();
    await section.locator('form button[type="submit"]').click();
    await section.getByText(t('Choose one at least.'), { exact: true }).waitFor();
    await section
      .locator('label')
      .filter({ hasText: t('Teaching') })
      .click();
    await candidate.field('In which cities').fill(city);
    await candidate.field('In your words').fill(words);
    await looksRight(candidate, 'being open to work', '87-open-form');
    await section.locator('form button[type="submit"]').click();
    await section.getByText(words, { exact: true }).waitFor();
    await looksRight(candidate, 'a page of who is open to work', '87-open');
  });

  await runner.must('a recruiter of another company finds and invites them', async () => {
    const { page, t } = recruiter;
    await signIn(recruiter, recruiterOf(company));
    await recruiter.go('/hire/people');
    await page.locator('[data-member]').first().waitFor();
    await looksRight(recruiter, 'people open to work', '88-open-people');
    await lookFor(recruiter, city);
    const line = page.locator('[data-member]').filter({ hasText: words });
    await line.waitFor();
    await line.getByRole('button', { name: t('Invite to apply'), exact: true }).click();
    await page.locator('dialog[open]').waitFor();
    await recruiter.field('In your words').fill('我们在找会教人的同事，看看这个职位？');
    await looksRight(recruiter, 'an invitation to apply', '88-invite');
    await recruiter.button('Send the invitation').click();
    await line.getByText(t('Invited'), { exact: true }).waitFor();
    await line.getByRole('link').first().click();
    await page.getByRole('region', { name: t('Open to work') }).waitFor();
    await looksRight(recruiter, 'the page of who is open to work', '88-open-mark');
  });

  await runner.step('a recruiter of the own employer finds nobody', async () => {
    const { page, t } = own;
    await signIn(own, recruiterOf(employer));
    await lookFor(own, city);
    await page.getByRole('heading', { name: t('Nobody to be shown') }).waitFor();
    assert.equal(await page.locator('[data-member]').count(), 0);
    await looksRight(own, 'nobody who is open to work', '88-open-nobody');
  });

  await runner.must(`${candidate.name} is told of the invitation and applies`, async () => {
    const { page, t } = candidate;
    await candidate.go('/notices');
    await page.locator('[data-notice="invitation"] a').click();
    await page.waitForURL(/view=invitations/);
    await candidate.link('Look at it and apply').waitFor();
    await looksRight(candidate, 'invitations', '89-invitations');
    await candidate.link('Look at it and apply').click();
    await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/);
    job = new URL(page.url()).pathname.slice('/jobs/'.length);
    await candidate.button('Apply').click();
    await candidate.field('Why you, why here').fill('谢谢邀请。');
    await candidate.button('Send the application').click();
    await page
      .getByRole('status')
      .filter({ hasText: t('You applied.') })
      .waitFor();
  });

  await runner.must('both write to each other in the application, and see it at once', async () => {
    await candidate.go('/jobs/mine');
    await candidate.page
      .locator(`main [data-job="${job}"]`)
      .getByRole('link', { name: candidate.t('Messages') })
      .click();
    await candidate.field('Your message').fill('您好，请问这个职位每周需要到岗几天？');
    await looksRight(candidate, 'a thread before the first message', '89-thread-empty');
    await candidate.button('Send the message').click();
    await candidate.page.locator('[data-message]').first().waitFor();

    await recruiter.go('/notices');
    await recruiter.page.locator('[data-notice="message"] a').first().click();
    await recruiter.page.locator('[data-message]').first().waitFor();
    await recruiter.button('Templates').click();
    await recruiter.button('New template').click();
    await recruiter.field('Title, for recruiters alone').fill(`Talk ${tag}`);
    await recruiter.field('Text').fill('{name}: {job}, {company}.');
    await looksRight(recruiter, 'a template', '89-template');
    await recruiter.button('Save the template').click();
    await recruiter.page.locator('dialog[open]').getByText(`Talk ${tag}`, { exact: true }).waitFor();
    await recruiter.page
      .locator('dialog[open]')
      .getByRole('button', { name: recruiter.t('Close') })
      .click();
    await recruiter.field('Put in a template').selectOption({ label: `Talk ${tag}` });
    assert.match(await recruiter.field('Your message').inputValue(), /^[^{}]+: [^{}]+, [^{}]+\.$/);
    await recruiter.button('Send the message').click();
    await recruiter.page.locator('[data-message]').nth(1).waitFor();
    // Nobody asked for it anew: it came by itself.
    await candidate.page.locator('[data-message]').nth(1).waitFor();
    await looksRight(recruiter, 'a thread of a recruiter', '89-thread-recruiter');
    await looksRight(candidate, 'a thread of who applied', '89-thread');
  });

  await runner.step(`${candidate.name} reports a message, and is found no more`, async () => {
    const { page, t } = candidate;
    await candidate.button('Report this message').first().click();
    await page.locator('dialog[open]').waitFor();
    await page.getByLabel(t('Advertising or fraud'), { exact: true }).check();
    await looksRight(candidate, 'a report of a message', '89-report-message');
    await page.locator('dialog[open] form button[type="submit"]').click();
    await candidate.button('Done').click();
    await candidate.go('/me');
    await candidate.button('Change or end it').click();
    await candidate.button('Be found no more').click();
    await page
      .getByText(t('Recruiters do not find you. Say what you look for, and they can invite you to apply.'))
      .waitFor();
    await lookFor(recruiter, city);
    await recruiter.page.getByRole('heading', { name: recruiter.t('Nobody to be shown') }).waitFor();
  });
}
