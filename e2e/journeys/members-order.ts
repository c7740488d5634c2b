import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** As the seed makes it. */
const moderator = { email: 'moderator@teahouse.example', password: 'a cup of longjing tea' } as const;

/** A member reports another's page; a moderator of the named half hides a part of it; its owner reads why and appeals. */
export async function keepMembersOrder(
  { runner }: Town,
  { by, about, handle, keeper }: { by: Person; about: Person; handle: string; keeper: Person },
): Promise<void> {
  const words = 'Sells tea in the headline.';

  await runner.must(`${by.name} reports the headline of ${about.name}`, async () => {
    const { page } = by;
    await by.go(`/in/${handle}`);
    await page.locator('main [aria-haspopup="menu"]').first().click();
    await page.getByRole('menuitem', { name: by.t('Report'), exact: true }).click();
    await page.locator('dialog[open]').waitFor();
    await by.field('What it is about').selectOption('headline');
    await page.getByLabel(by.t('Advertising or fraud'), { exact: true }).check();
    await by.field('In words, if you like').fill(words);
    await accessible(by, 'a report of a member');
    await shoot(by, '74-report-member');
    await by.button('Report').last().click();
    await by.button('Done').click();
    await by.go('/standing');
    await page.getByText(by.t('What you reported'), { exact: true }).waitFor();
    await accessible(by, 'what one reported');
  });

  await runner.must('a moderator of the named half works through the case', async () => {
    const { page } = keeper;
    await keeper.go('/signin');
    await page.locator('input[type="email"]').fill(moderator.email);
    await page.locator('input[type="password"]').fill(moderator.password);
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(({ pathname }) => pathname !== '/signin');
    await keeper.go('/house');
    await page.locator('[data-case]').first().waitFor();
    await accessible(keeper, 'the queue of the named half');
    await fits(keeper, 'the queue of the named half');
    await shoot(keeper, '75-house-queue');
    await page.locator(`[data-case="${handle}"]`).getByRole('link').click();
    await page.getByText(words, { exact: true }).waitFor();
    await accessible(keeper, 'a case of the named half');
    await fits(keeper, 'a case of the named half');
    await page.getByLabel(keeper.t('Hide it'), { exact: true }).check();
    await keeper.field('In words').fill('Say what you do there, not what you sell.');
    await shoot(keeper, '76-house-case');
    await keeper.button('Decide').click();
    await page.locator('[data-decision="hide"]').waitFor();
    await keeper.go('/house/log');
    await page.locator('[data-decision]').first().waitFor();
    await accessible(keeper, 'the log of the named half');
  });

  await runner.must(`${about.name} reads the decision and appeals`, async () => {
    const { page } = about;
    await about.go('/standing');
    await page.locator('[data-decision="hide"]').first().waitFor();
    await accessible(about, 'decisions about oneself');
    await fits(about, 'decisions about oneself');
    await about.button('Appeal').first().click();
    await about.field('Why it should be looked at again').fill('It is what I do.');
    await shoot(about, '77-standing');
    await about.button('Appeal').last().click();
    await page.getByText(about.t('Appeal, not answered yet'), { exact: true }).waitFor();
  });

  await runner.step('whoever decided does not answer the appeal', async () => {
    const { page } = keeper;
    await keeper.go('/house/appeals');
    const waiting = page.locator('[data-appeal]');
    await waiting.first().waitFor();
    const own = waiting.filter({ hasText: 'It is what I do.' });
    assert.equal(await own.getByRole('textbox').count(), 0);
    await accessible(keeper, 'appeals of the named half');
    await shoot(keeper, '78-house-appeals');
  });
}
