import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { codeFor } from '../lib/mail.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

const password = 'a cup of tea at midnight';

/** Step 3, first half: an account, and what happens with a wrong code. */
export async function join({ runner, origin, tag }: Town, who: Person): Promise<void> {
  const { page, name, t } = who;
  const address = `${name.toLowerCase()}-${tag}@home.example`;

  await runner.must(
    `${name} signs up; a short password and a wrong code are refused on the page`,
    async () => {
      await who.go('/join');
      assert.equal(await page.evaluate(() => document.documentElement.dataset.ground), 'members');
      await who.field('Name').fill(name);
      await who.field('E-mail').fill(address);
      await who.field('Password').fill('short');
      await accessible(who, 'joining');
      await shoot(who, '10-join');
      await who.button('Join').click();
      await page.getByText(t('Ten characters at least.'), { exact: true }).waitFor();
      await who.field('Password').fill(password);
      await who.button('Join').click();
      await who.field('Confirmation code').waitFor();
      const code = await codeFor(origin, address);
      await who.field('Confirmation code').fill(code === '000000' ? '000001' : '000000');
      await who.button('Confirm').click();
      await page.locator('[data-code="code-wrong"]').waitFor();
      await accessible(who, 'a wrong code');
      await shoot(who, '11-wrong-code');
      await who.field('Confirmation code').fill(code);
      await who.button('Confirm').click();
      await page.waitForURL('**/papers');
      await page.locator('[data-step="next"]').waitFor();
      await accessible(who, 'the papers');
      await fits(who, 'the papers');
      await shoot(who, '12-papers');
    },
  );
}

/** Step 3, second half: the employer. */
export async function proveWork({ runner, origin, tag }: Town, who: Person, domain: string): Promise<void> {
  const { page, name } = who;
  const address = `${name.toLowerCase()}.${tag}@${domain}`;

  await runner.must(`${name} is warned of work devices; a free mailbox and a role are refused`, async () => {
    await who.link('Prove it').click();
    await who.button('I am on my own device').waitFor();
    await accessible(who, 'the warning');
    await shoot(who, '13-own-device');
    await who.button('I am on my own device').click();
    await who.button('Have a code sent').click();
    await who.field('Work address').fill(`${name.toLowerCase()}@gmail.com`);
    await who.button('Send the code').click();
    await page.locator('[data-code="free-mail"]').waitFor();
    await accessible(who, 'a free mailbox');
    await shoot(who, '14-free-mail');
    await who.field('Work address').fill(`hr@${domain}`);
    await who.button('Send the code').click();
    await page.locator('[data-code="role-address"]').waitFor();
  });

  await runner.must(`${name} proposes a company that nobody knows yet`, async () => {
    await who.field('Work address').fill(`${name.toLowerCase()}@${name.toLowerCase()}-${tag}.example`);
    await who.button('Send the code').click();
    await page.locator('[data-code="unknown-domain"]').waitFor();
    await who.field('Name in English').fill(`${name} & Co ${tag}`);
    await who.field('Industry').selectOption({ index: 1 });
    await accessible(who, 'proposing a company');
    await who.button('Propose it').click();
    await page.getByText(who.t('Thank you. An operator looks at it.')).waitFor();
  });

  await runner.must(`${name} proves the work address with the code from the mail`, async () => {
    await who.field('Employer').fill(domain.split('.')[0] ?? '');
    await page.getByRole('radio').first().check();
    await who.field('Work address').fill(address);
    await shoot(who, '15-employer');
    await who.button('Send the code').click();
    await who.field('Confirmation code').waitFor();
    await who.field('Confirmation code').fill(await codeFor(origin, address));
    await accessible(who, 'the code of the employer');
    await who.button('Confirm').click();
    await page.waitForURL('**/papers');
  });
}

/** Step 4: the key, its words, the credential. */
export async function makeKey({ runner }: Town, who: Person, { later = false } = {}): Promise<string> {
  const { page, name, t } = who;
  let phrase = '';

  if (later) {
    await runner.must(`${name} puts the 24 words off: warned first, then reminded`, async () => {
      await who.link('Make the key').click();
      await who.button('Show the words').click();
      await who.button('Later').click();
      await accessible(who, 'the warning before putting the words off');
      await shoot(who, '15-words-later');
      await who.button('Later, at my own risk').click();
      await page.waitForURL('**/papers');
      await who.link('Enter talk').waitFor({ timeout: 45_000 });
      await who.go('/r/square/new');
      await page.locator('[data-words="reminder"]').waitFor();
      await who.field('Title').waitFor();
      await accessible(who, 'the composer with the reminder');
      await shoot(who, '15-words-reminder');
      await who.link('Write them down').click();
    });
  }

  await runner.must(`${name} sees 24 words once and shows that they are on paper`, async () => {
    if (!later) await who.link('Make the key').click();
    await who.button('Show the words').click();
    const sheet = page.getByTestId('phrase');
    await sheet.waitFor();
    const words = await sheet.locator('li > span:last-child').allInnerTexts();
    assert.equal(words.length, 24);
    phrase = words.join(' ');
    await accessible(who, 'the 24 words');
    await fits(who, 'the 24 words');
    await shoot(who, '16-phrase');
    await who.button('They are on paper').click();
    const answer = async (right: boolean) => {
      for (const group of await page.getByRole('group').all()) {
        const place = Number(/\d+/.exec((await group.locator('legend').textContent()) ?? '')?.[0]) - 1;
        const choices = await group.locator('label').allInnerTexts();
        const wanted = choices.find((choice) => (choice.trim() === words[place]) === right) ?? '';
        await group
          .locator('label')
          .filter({ hasText: new RegExp(`^\\s*${wanted.trim()}\\s*$`) })
          .click();
      }
      await who.button('That is what stands there').click();
    };
    await answer(false);
    await page
      .getByText(t('Not all of them are right. Compare your sheet with the words once more.'))
      .waitFor();
    await accessible(who, 'the question for three words');
    await shoot(who, '17-phrase-asked');
    await answer(true);
    await page.waitForURL('**/papers');
  });

  await runner.must(`${name}'s credential arrives, and the page says what haste costs`, async () => {
    await who.link('Enter talk').waitFor({ timeout: 45_000 });
    assert.equal(await page.locator('[data-step="done"]').count(), 4);
    await page
      .getByText(
        t(
          'In this demo credentials are signed at once. That is convenient and costs something: whoever saw the hour of your sign-up could guess at your first post. In earnest they are signed once a day, for everyone together.',
        ).slice(0, 16),
      )
      .waitFor();
    await accessible(who, 'the papers, complete');
    await shoot(who, '18-papers-complete');
  });

  await runner.must(`${name} reloads: the words are not shown a second time`, async () => {
    await who.go('/phrase');
    await page
      .getByText(
        t("The words of this device's key were shown, and are on your paper. They are not shown again."),
      )
      .waitFor();
    assert.equal(await page.getByTestId('phrase').count(), 0);
    await who.go('/papers');
    await who.link('Enter talk').waitFor();
  });
  return phrase;
}
