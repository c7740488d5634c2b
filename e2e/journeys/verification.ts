import assert from 'node:assert/strict';
import path from 'node:path';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';
import { join } from './named.ts';

/** As the demo's seed makes it (packages/testbed/src/seed/badges.ts). */
const reviewer = { email: 'reviewer@teahouse.example', password: 'a cup of longjing tea' };
const photo = path.join(import.meta.dirname, '../../packages/testbed/src/seed/badges/xinghe.webp');

/** From the papers to the choice of three ways. */
async function toTheWays(who: Person): Promise<void> {
  await who.go('/work');
  await who.button('I am on my own device').click();
  await who.page.locator('[data-way="badge"]').waitFor();
}

/** Proves an employer by a mail from the work address: a wrong subject first, then the right one. */
export async function letter(town: Town, who: Person): Promise<void> {
  const { runner, tag } = town;
  const { page, name } = who;
  await join(town, who);

  await runner.must(`${name} sees three ways, and what the employer can see of each`, async () => {
    await toTheWays(who);
    assert.equal(await page.locator('[data-seen]').count(), 3);
    await accessible(who, 'the three ways');
    await fits(who, 'the three ways');
    await shoot(who, '15-three-ways');
    await who.button('Write a mail').click();
    await who.button('Make the address').click();
    await page.getByText(who.t('Waiting for your mail…')).waitFor();
    await accessible(who, 'the address of a letter');
    await fits(who, 'the address of a letter');
    await shoot(who, '15-letter');
  });

  const writeFrom = async (from: string, subject: string) => {
    const link = await page.locator('a[href^="mailto:"]').getAttribute('href');
    const to = /^mailto:([^?]+)/.exec(link ?? '')?.[1] ?? '';
    const mailbox = await who.context.newPage();
    await mailbox.goto(`/dev/mailbox#${to}`);
    await mailbox.getByLabel(who.t('Sender'), { exact: true }).fill(from);
    assert.equal(await mailbox.getByLabel(who.t('To'), { exact: true }).inputValue(), to);
    await mailbox.getByLabel(who.t('Subject'), { exact: true }).fill(subject);
    await accessible({ ...who, page: mailbox }, 'writing from a fictional address');
    await mailbox.getByRole('button', { name: who.t('Send the mail'), exact: true }).click();
    await mailbox.getByRole('status').filter({ hasText: from }).waitFor();
    await shoot({ ...who, page: mailbox }, '15-letter-demo');
    await mailbox.close();
  };

  await runner.must(`${name} is told why a mail proved nothing, and proves it with the next`, async () => {
    const from = `${name.toLowerCase()}.${tag}@luming.example`;
    await writeFrom(from, 'Re: verify');
    await page.locator('[data-code="automatic"], [data-code="subject"]').waitFor();
    await accessible(who, 'a letter that proved nothing');
    await shoot(who, '15-letter-fault');
    await writeFrom(from, 'verify');
    await page.waitForURL('**/papers');
    await page.locator('[data-employment]').waitFor();
    await page.getByText(who.t('proven by a mail')).waitFor();
    await shoot(who, '15-letter-proven');
  });

  await leave(town, who);
}

/** Says that an employer was left. */
export async function leave({ runner }: Town, who: Person): Promise<void> {
  const { page, name } = who;
  await runner.step(`${name} says that the employer was left, after being told what follows`, async () => {
    await who.button('I left').click();
    await page.getByRole('dialog').waitFor();
    await accessible(who, 'the question before leaving');
    await shoot(who, '15-leaving');
    await who.button('Yes, I left').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const today = new Date().toISOString().slice(0, 10);
    await page.getByText(today).first().waitFor();
  });
}

/** Sends a badge, which a reviewer refuses with words and, sent again, accepts. */
export async function badge(town: Town, who: Person, keeper: Person): Promise<void> {
  const { runner, tag } = town;
  const { page, name } = who;
  await join(town, who);
  const send = async () => {
    await toTheWays(who);
    await who.button('Show a badge').click();
    await who.field('Employer').fill('paperkite');
    await page.getByRole('radio').first().check();
    await who.field('Photo of the badge').setInputFiles(photo);
    await page.locator('form img').waitFor();
  };
  const mine = () => keeper.page.locator('[data-review]').filter({ hasText: name }).last();

  await runner.must(`${name} sends a photo of a badge`, async () => {
    await send();
    await accessible(who, 'sending a badge');
    await fits(who, 'sending a badge');
    await shoot(who, '15-badge');
    await who.button('Send the photo').click();
    await page.locator('[data-badge="waits"]').waitFor();
    await accessible(who, 'a badge that waits');
    await shoot(who, '15-badge-waits');
  });

  await runner.must('a reviewer sees the badge and refuses it with a reason and words', async () => {
    await keeper.go('/signin');
    await keeper.field('E-mail').fill(reviewer.email);
    await keeper.field('Password').fill(reviewer.password);
    await keeper.button('Sign in').click();
    await keeper.page.waitForURL('**/home');
    await keeper.go('/me');
    await keeper.link('Badges to look at').click();
    await mine()
      .getByRole('button', { name: keeper.t('Look at it') })
      .click();
    const shown = mine().getByRole('img');
    await shown.waitFor();
    await shown.evaluate((image) => (image as HTMLImageElement).decode());
    await accessible(keeper, 'a badge before the reviewer');
    await fits(keeper, 'a badge before the reviewer');
    await shoot(keeper, '15-review');
    await mine()
      .getByRole('button', { name: keeper.t('It has to be refused') })
      .click();
    await keeper.field('Reason').selectOption('other-name');
    await keeper.field('In words, for the member').fill(`Not you, is it? ${tag}`);
    await accessible(keeper, 'refusing a badge');
    await shoot(keeper, '15-review-refuse');
    await mine()
      .getByRole('button', { name: keeper.t('Refuse'), exact: true })
      .click();
    await keeper.page.locator('[data-review]').filter({ hasText: name }).waitFor({ state: 'detached' });
  });

  await runner.must(`${name} reads why, sends another one, and it is accepted by its number`, async () => {
    await who.go('/papers');
    await page.getByText(`Not you, is it? ${tag}`).waitFor();
    await accessible(who, 'a badge that was refused');
    await shoot(who, '15-badge-refused');
    await send();
    await who.button('Send the photo').click();
    await page.locator('[data-badge="waits"]').waitFor();
    await keeper.go('/reviews');
    await mine()
      .getByRole('button', { name: keeper.t('Look at it') })
      .click();
    await keeper.field('Staff number, as it stands on the badge').fill(`PK ${tag} 7`);
    await mine()
      .getByRole('button', { name: keeper.t('Accept the badge'), exact: true })
      .click();
    await keeper.page.locator('[data-review]').filter({ hasText: name }).waitFor({ state: 'detached' });
    await keeper.button('Decided').click();
    await keeper.page.getByText(`Not you, is it? ${tag}`).waitFor();
    await accessible(keeper, 'decided badges');
    await shoot(keeper, '15-reviews-decided');
    await who.go('/papers');
    await page.getByText(who.t('proven by a badge')).waitFor();
    await fits(who, 'papers with a badge');
    await shoot(who, '15-badge-proven');
  });
  for (const { context } of [who, keeper]) await context.close();
}
