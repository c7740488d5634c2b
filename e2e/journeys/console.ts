import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** As the demo's seed makes it (packages/testbed/src/seed/console.ts). */
const operator = { email: 'operator@teahouse.example', password: 'a cup of longjing tea' } as const;

export async function signInAsOperator({ page, go }: Person): Promise<void> {
  await go('/signin');
  await page.locator('input[type="email"]').fill(operator.email);
  await page.locator('input[type="password"]').fill(operator.password);
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(({ pathname }) => pathname !== '/signin');
}

/** Fills in why, and the proof; whoever presses the button is the operator. */
export async function confirm(who: Person, action: string, reason: string): Promise<void> {
  const dialog = who.page.locator('dialog[open]');
  await dialog.getByLabel(who.t('Why'), { exact: true }).fill(reason);
  await dialog.locator('input[type="password"]').fill(operator.password);
  await dialog.getByRole('button', { name: who.t(action), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function looksRight(who: Person, where: string, picture: string): Promise<void> {
  await accessible(who, where);
  await fits(who, where);
  await shoot(who, picture);
}

/** An operator decides on a proposal, suspends a member and lifts it, changes a setting, and verifies the record of it. */
export async function runHouse({ runner, tag }: Town, who: Person): Promise<void> {
  const { page } = who;

  await runner.must('an operator sees what waits, and what the console cannot do', async () => {
    await signInAsOperator(who);
    await who.go('/console');
    await page.getByText(who.t('What this console cannot do'), { exact: true }).waitFor();
    await page.getByText(who.t('Companies that were proposed'), { exact: true }).waitFor();
    await looksRight(who, 'the console', '80-console');
  });

  await runner.must('an operator decides on a proposed company, with a reason and a proof', async () => {
    await who.go('/console/companies');
    const row = page.locator('[data-company]').first();
    await row.waitFor();
    const id = await row.getAttribute('data-company');
    await looksRight(who, 'proposed companies', '80-console-companies');
    await row.getByRole('button', { name: who.t('Approve'), exact: true }).click();
    await page.locator('dialog[open]').waitFor();
    await looksRight(who, 'the question before a change', '80-console-change');
    await confirm(who, 'Approve', `Looked up in the register ${tag}`);
    await page.locator(`[data-company="${id}"]`).waitFor({ state: 'detached' });
  });

  await runner.step('an operator decides who acts for a company', async () => {
    await who.go('/console/claims');
    const rows = page.locator('[data-claim]');
    // In a house that was walked through before nobody may wait any more.
    await rows
      .or(page.getByText(who.t('Nobody waits'), { exact: true }))
      .first()
      .waitFor();
    await looksRight(who, 'claims to act for a company', '80-console-claims');
    if ((await rows.count()) === 0) return;
    const claim = await rows.first().getAttribute('data-claim');
    await rows
      .first()
      .getByRole('button', { name: who.t('Approve'), exact: true })
      .click();
    await page.locator('dialog[open]').waitFor();
    await confirm(who, 'Approve', `Called the switchboard ${tag}`);
    await page.locator(`[data-claim="${claim}"]`).waitFor({ state: 'detached' });
  });

  await runner.must(
    'an operator finds a member by the whole handle, suspends and lets write again',
    async () => {
      await who.go('/console/members');
      const look = async (words: string) => {
        await page.locator('main input[name="who"]').fill(words);
        await who.button('Look for the member').click();
      };
      await look('reviewer@teahouse');
      await page.getByText(who.t('Nobody has this address or handle.'), { exact: true }).waitFor();
      await look('reviewer@teahouse.example');
      const found = page.locator('[data-member]');
      await found.waitFor();
      await looksRight(who, 'a member on the console', '80-console-member');
      await found.getByRole('button', { name: who.t('Suspend'), exact: true }).click();
      await page.locator('dialog[open] input[name="days"]').fill('3');
      await looksRight(who, 'the question before a suspension', '80-console-suspend');
      await confirm(who, 'Suspend', `Shared a photo of a badge ${tag}`);
      await found.getByText(`Shared a photo of a badge ${tag}`, { exact: true }).waitFor();
      await looksRight(who, 'a suspended member', '80-console-suspended');
      await found.getByRole('button', { name: who.t('Lift the suspension'), exact: true }).click();
      await confirm(who, 'Lift the suspension', `It was another photo ${tag}`);
      await found.getByRole('button', { name: who.t('Suspend'), exact: true }).waitFor();
    },
  );

  await runner.must('an operator changes a setting at once, and gives it back', async () => {
    await who.go('/console/settings');
    const row = page.locator('[data-setting="pagesPerHour"]');
    await row.getByRole('button', { name: who.t('Change the value'), exact: true }).click();
    await page.locator('dialog[open] input[name="value"]').fill('1300');
    await confirm(who, 'Change the value', `A busy week ${tag}`);
    await row.getByText('1300', { exact: true }).waitFor();
    await looksRight(who, 'settings', '80-console-settings');
    await row.getByRole('button', { name: who.t('Give it back'), exact: true }).click();
    await confirm(who, 'Give it back to the configuration', `The week is over ${tag}`);
    await row.getByText('1300', { exact: true }).waitFor({ state: 'detached' });
  });

  await runner.step('the record has every change in its order, and it can be verified', async () => {
    await who.go('/console/log');
    await page.getByText(`The week is over ${tag}`, { exact: true }).waitFor();
    assert.ok((await page.locator('[data-entry]').count()) >= 5);
    await who.button('Verify the order').click();
    await page.locator('[data-verified]').waitFor();
    await looksRight(who, 'the record', '80-console-log');
  });
}

/** The pages that are only read, in another size, language and light. */
export async function lookAround({ runner }: Town, who: Person): Promise<void> {
  const { page } = who;
  await runner.must('an operator reads how the house is', async () => {
    await signInAsOperator(who);
    await who.go('/console/house');
    await page.locator('[data-job]').first().waitFor();
    for (const half of ['members', 'talk']) await page.locator(`[data-answers="${half}"]`).waitFor();
    await looksRight(who, 'the house', '81-console-house');
    await who.go('/console/staff');
    await page.locator('[data-staff]').first().waitFor();
    await looksRight(who, 'staff', '81-console-staff');
    for (const [where, seen] of [
      ['/console', 'ul'],
      ['/console/companies', 'fieldset'],
      ['/console/claims', 'ul, [role="status"], p'],
      ['/console/settings', '[data-setting]'],
      ['/console/log', '[data-entry]'],
    ] as const) {
      await who.go(where);
      await page.locator(`main ${seen}`).first().waitFor();
      await looksRight(who, where, `81${where.replaceAll('/', '-')}`);
    }
  });
}
