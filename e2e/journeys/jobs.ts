import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** A page of text, as a word processor saves it. */
export const resume = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>endobj',
  'trailer<</Root 1 0 R/Size 4>>',
  '%%EOF',
].join('\n');

/** A visitor reads jobs, narrows them, and sees one with what search engines read of it. */
export async function visitJobs({ runner }: Town, who: Person): Promise<void> {
  const { page, name, t } = who;
  const lines = page.locator('main [data-job]');

  await runner.step(`${name} looks through the jobs and narrows them`, async () => {
    await who.go('/jobs');
    await lines.first().waitFor();
    await accessible(who, 'jobs');
    await fits(who, 'jobs');
    await shoot(who, '80-jobs');
    const all = await lines.count();
    await page.getByLabel(t('Kind of work'), { exact: true }).selectOption('engineering');
    await page.waitForURL(/role=engineering/);
    await page.getByLabel(t('Level'), { exact: true }).selectOption('senior');
    await page.waitForURL(/level=senior/);
    await lines.first().waitFor();
    assert.ok((await lines.count()) < all);
    await accessible(who, 'jobs narrowed');
    await shoot(who, '81-jobs-narrowed');
  });

  await runner.step(`${name} reads a job, and so do search engines`, async () => {
    await lines.first().getByRole('link').first().click();
    await page.getByRole('link', { name: t('Sign in to apply') }).waitFor();
    const served = await (await page.request.get(page.url())).text();
    const [, block = '{}'] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(served) ?? [];
    const posting = JSON.parse(block);
    assert.equal(posting['@type'], 'JobPosting');
    assert.equal(posting.title, await page.locator('main h1').textContent());
    await accessible(who, 'a job');
    await fits(who, 'a job');
    await shoot(who, '82-job');
  });
}

/** A member saves a job and a search, applies with a file, sees how it stands, and withdraws. */
export async function applyForJob({ runner }: Town, who: Person): Promise<void> {
  const { page, name, t } = who;
  const lines = page.locator('main [data-job]');

  await runner.step(`${name} keeps a job and a search in mind`, async () => {
    await who.go('/jobs?role=design');
    await lines.first().waitFor();
    await who.button('Save this search and tell me of new ones').click();
    await page.waitForURL(/view=alerts/);
    const kept = page.getByRole('link', { name: t('Design'), exact: true });
    await kept.waitFor();
    await accessible(who, 'saved searches');
    await shoot(who, '83-alerts');
    await kept.click();
    await lines.first().getByRole('link').first().click();
    await who.button('Save for later').click();
    await who.button('Saved: take it off').waitFor();
    await accessible(who, 'a job to apply for');
    await shoot(who, '84-job-of-a-member');
  });

  await runner.step(`${name} applies with a résumé and sees how it stands`, async () => {
    await who.button('Apply').click();
    await who.field('Why you, why here').fill('我想和你们一起把这件事做好。');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'Résumé.pdf', mimeType: 'application/pdf', buffer: Buffer.from(resume) });
    await accessible(who, 'an application');
    await fits(who, 'an application');
    await shoot(who, '85-apply');
    await who.button('Send the application').click();
    await page
      .getByRole('status')
      .filter({ hasText: t('You applied.') })
      .waitFor();
    await who.go('/jobs/mine');
    await lines.first().getByText(t('Received'), { exact: true }).waitFor();
    await lines.first().getByRole('link', { name: 'Résumé.pdf' }).waitFor();
    await accessible(who, 'own applications');
    await fits(who, 'own applications');
    await shoot(who, '86-applied');
    await who.go('/jobs/mine?view=saved');
    await lines.first().waitFor();
    await accessible(who, 'saved jobs');
  });

  await runner.step(`${name} withdraws the application`, async () => {
    await who.go('/jobs/mine');
    await who.button('Withdraw').click();
    await accessible(who, 'a withdrawal');
    await who.button('Withdraw it').click();
    await lines.first().getByText(t('Withdrawn'), { exact: true }).waitFor();
    assert.equal(await lines.first().getByRole('link', { name: 'Résumé.pdf' }).count(), 0);
    await who.go('/jobs/mine?view=referrals');
    await page.getByRole('heading', { name: t('No referral waits') }).waitFor();
    await accessible(who, 'referrals');
    await who.go('/jobs/mine?view=posted');
    await page.getByRole('heading', { name: t('No job is posted') }).waitFor();
    await accessible(who, 'posted jobs');
  });
}
