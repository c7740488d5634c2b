import assert from 'node:assert/strict';
import { afterAWeek } from '../lib/after-a-week.ts';
import { accessible } from '../lib/check.ts';
import { companyOf, domains, looksRight, threadWith } from './company-visit.ts';
import { confirm, signInAsOperator } from './console.ts';
import type { Person, Town } from './house.ts';

const proofPatience = 60_000;

/** A colleague asks to act for the company, and the operator approves that with a reason. */
export async function becomeRepresentative(
  { runner, origin, tag }: Town,
  who: Person,
  operator: Person,
): Promise<void> {
  const { name } = who;
  const company = await companyOf(origin, domains.own);

  await runner.must(`${name} asks to act for the company`, async () => {
    await who.go(`/companies/${company}`);
    await who.link('Become a representative').click();
    await who.button('Ask to act for the company').waitFor();
    await looksRight(who, 'the ways to act for a company', '93-become');
    await who.button('Ask to act for the company').click();
    await who.page.getByText(who.t('Your request waits for the operator.'), { exact: true }).waitFor();
    await accessible(who, 'a claim that waits');
  });

  await runner.must(`${operator.name} refuses it once, then approves it, each with a reason`, async () => {
    const { page } = operator;
    const row = page.locator(`[data-claim^="${company} "]`).filter({ hasText: name });
    await signInAsOperator(operator);
    await operator.go('/console/claims');
    await row.waitFor();
    await looksRight(operator, 'claims on the console', '80-console-claims');
    await row.getByRole('button', { name: operator.t('Reject'), exact: true }).click();
    await page.locator('dialog[open]').waitFor();
    await looksRight(operator, 'the question before a claim is refused', '80-console-claim');
    await confirm(operator, 'Reject', `Nobody at the switchboard knows you ${tag}`);
    await row.waitFor({ state: 'detached' });
    await who.page.reload();
    await who.page.locator('[data-refused]').getByText(tag).waitFor();
    await looksRight(who, 'a claim that was refused', '93-refused');
    await who.button('Ask to act for the company').click();
    await operator.page.reload();
    await row.getByRole('button', { name: operator.t('Approve'), exact: true }).click();
    await confirm(operator, 'Approve', `They called back ${tag}`);
    await row.waitFor({ state: 'detached' });
    await operator.go('/console/log');
    await page.getByText(`They called back ${tag}`, { exact: true }).waitFor();
  });
}

/** A representative writes the page, makes a key, answers under a thread, and says it better. Returns the thread's address. */
export async function speakForCompany({ runner, origin, tag }: Town, who: Person): Promise<string> {
  const { page, name, t } = who;
  const company = await companyOf(origin, domains.own);
  let place = '';

  await runner.must(`${name} writes the company's page, and the version before stays`, async () => {
    await who.go(`/companies/${company}/desk`);
    await who.field('Headquarters').fill(`合肥 ${tag}`);
    await looksRight(who, "a company's desk", '94-company-desk');
    await who.button('Save the page').click();
    await page.getByText(t('Saved; the version before stays in the history.'), { exact: true }).waitFor();
    await who.go(`/companies/${company}`);
    await page.getByText(`合肥 ${tag}`, { exact: true }).waitFor();
    await who.go(`/companies/${company}/history`);
    await page.getByText(name, { exact: false }).first().waitFor();
  });

  await runner.must(`${name} makes a key on this device for answering`, async () => {
    await who.go(`/companies/${company}/desk`);
    await who.button('Make a key on this device').click();
    await who.button('End this key').waitFor();
    await page.locator('#keys').scrollIntoViewIfNeeded();
    await looksRight(who, "a representative's key", '95-company-key');
  });

  await runner.must(`${name} answers for the company under a thread, then says it better`, async () => {
    place = await threadWith(origin, company, false);
    await afterAWeek(who);
    await who.go(place);
    const say = page
      .getByRole('main')
      .locator('form')
      .filter({ hasText: t('Sign and publish') });
    const answer = page.getByRole('button', { name: /^(Answer for |代表|以)/ });
    await answer.waitFor({ timeout: 2 * proofPatience });
    await answer.click();
    await say.locator('textarea').fill('充电桩下周修好。');
    await looksRight(who, 'the form of an answer', '96-answer-form');
    await say.getByRole('button', { name: t('Sign and publish'), exact: true }).click();
    await page
      .locator('[data-official="checked"]')
      .getByText('充电桩下周修好。')
      .waitFor({ timeout: proofPatience });
    await who.button('Change the official answer').click();
    await say.locator('textarea').fill(`充电桩周三修好，六个。${tag}`);
    await say.getByRole('button', { name: t('Sign and publish'), exact: true }).click();
    const said = page.locator('[data-official="checked"]');
    await said.getByText(tag).waitFor({ timeout: proofPatience });
    await said.locator('details summary').first().click();
    await said.getByText('充电桩下周修好。').waitFor();
    await looksRight(who, 'an answer that was changed', '97-answered');
    await who.settle();
    const sent = who.requests.filter(
      ({ method, url }) => method === 'POST' && url.pathname.endsWith('/official'),
    );
    assert.equal(sent.length, 2);
    assert.deepEqual(
      sent.map(({ cookie }) => cookie),
      [undefined, undefined],
    );
  });
  return place;
}

/** A colleague says whether that resolves it, and sees the number only from five on. */
export async function sayWhether({ runner }: Town, who: Person, place: string): Promise<void> {
  const { page, name, t } = who;
  await runner.step(`${name} says as a colleague that it resolves the matter`, async () => {
    await afterAWeek(who);
    await who.go(place);
    const said = page.locator('[data-official="checked"]');
    await said.waitFor();
    await said.getByRole('button', { name: t('It resolves it'), exact: true }).click();
    const now = said.getByRole('button', { name: t('Send now') });
    const pressed = said.getByRole('button', { name: t('It resolves it'), exact: true, pressed: true });
    await Promise.race([now.waitFor({ timeout: 15_000 }), pressed.waitFor({ timeout: 15_000 })]).catch(
      () => undefined,
    );
    // A ballot that waits its pause is sent at once; one that left already needs nothing.
    if (await now.isVisible()) await now.click();
    await pressed.waitFor({ timeout: proofPatience });
    await page.locator('[data-vote]').waitFor({ state: 'detached', timeout: proofPatience });
    await said.locator('[data-resolves], :scope').first().waitFor();
    await looksRight(who, 'a vote of a colleague', '98-resolves');
  });
}

/** The company is handed over: another owner, and the roles of the first end with their key. */
export async function handOver(
  { runner, origin }: Town,
  who: Person,
  heir: Person,
  place: string,
): Promise<void> {
  const { page, name, t } = who;
  const company = await companyOf(origin, domains.own);

  await runner.must(`${name} makes ${heir.name} an owner, who is found among the colleagues`, async () => {
    await who.go(`/companies/${company}/desk`);
    await who.field('Add a colleague').fill(heir.name.toLowerCase());
    await page
      .getByRole('button', { name: t('Make {0} a speaker', { 0: heir.name }), exact: true })
      .first()
      .click();
    const roles = page.getByRole('group', { name: t('Roles of {name}', { name: heir.name }) });
    await roles.waitFor();
    await roles.getByLabel(t('Owner'), { exact: true }).check();
    await page.waitForLoadState('networkidle');
    assert.ok(await roles.getByLabel(t('Owner'), { exact: true }).isChecked());
    await page.locator('#representatives').scrollIntoViewIfNeeded();
    await looksRight(who, 'who acts for a company', '99-representatives');
  });

  await runner.must(
    `${heir.name} takes the roles of ${name}: the key ends, and the answer stays`,
    async () => {
      await heir.go(`/companies/${company}/desk`);
      const row = heir.page
        .locator('main li')
        .filter({ has: heir.page.getByRole('link', { name, exact: true }) });
      await row.getByRole('button', { name: heir.t('Take all roles'), exact: true }).click();
      await row.getByRole('button', { name: heir.t('Take them: the keys end'), exact: true }).click();
      await row.waitFor({ state: 'detached' });
      await looksRight(heir, "the heir's desk", '99-heir');
      await who.go(`/companies/${company}/desk`);
      await who.button('Ask to act for the company').waitFor();
      // Talk reads the issuer's list of keys about once a minute.
      const change = who.button('Change the official answer');
      for (let looks = 12; looks > 0; looks -= 1) {
        await who.go(place);
        await page.locator('[data-official="checked"]').waitFor();
        await page.waitForTimeout(5_000); // the key is looked for on the device
        if ((await change.count()) === 0) return;
        await page.waitForTimeout(5_000);
      }
      assert.fail('the key that was ended still answers');
    },
  );
}
