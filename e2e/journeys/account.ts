import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessible, fits } from '../lib/check.ts';
import { codeFor, mailTo } from '../lib/mail.ts';
import { giveAuthenticator } from '../lib/passkeys.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

const password = 'a kettle that never sings';
const another = 'a kettle that sings at dawn';

interface Owner {
  readonly who: Person;
  readonly address: string;
}

/** An account without a password: code, then a passkey. */
export async function joinByPasskey({ runner, origin, tag }: Town, who: Person): Promise<Owner> {
  const { page, name } = who;
  const address = `${name.toLowerCase()}-${tag}@home.example`;
  await runner.must(`${name} joins with a passkey instead of a password`, async () => {
    await giveAuthenticator(who);
    await who.go('/join');
    await who.field('Name').fill(name);
    await who.field('E-mail').fill(address);
    await who.button('Rather a passkey, without a password').click();
    await accessible(who, 'joining with a passkey');
    await fits(who, 'joining with a passkey');
    await shoot(who, '90-join-passkey');
    await who.button('Join').click();
    await who.field('Confirmation code').fill(await codeFor(origin, address));
    await shoot(who, '91-confirm-passkey');
    await who.button('Confirm').click();
    await page.waitForURL('**/papers');
  });
  return { who, address };
}

/** Settings: every part of the page, and the passkey that is the last way in. */
export async function settings({ runner }: Town, { who, address }: Owner): Promise<void> {
  const { page, name } = who;
  await runner.must(`${name} looks at the settings, and can't remove the last way in`, async () => {
    await who.go('/account');
    await page.getByRole('button', { name: who.t('Add a passkey'), exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    await accessible(who, 'the settings');
    await fits(who, 'the settings');
    await shoot(who, '92-settings');
    await page.locator('#leave').scrollIntoViewIfNeeded();
    await shoot(who, '92-settings-leave');
    await page.locator('#security .act.danger').first().click();
    await shoot(who, '93-remove-passkey');
    await who.button('Remove the passkey').click();
    await page.locator('[data-code="last-way-in"]').waitFor();
    await accessible(who, 'the last way in');
    await page.keyboard.press('Escape');
  });

  await runner.must(`${name} names the passkey, adds a password, and signs in with either`, async () => {
    await page
      .locator('#security .act')
      .filter({ hasText: who.t('Rename') })
      .first()
      .click();
    await who.field('Name of the passkey').fill('青花 phone');
    await who.button('Save').click();
    await page.getByText('青花 phone', { exact: true }).waitFor();
    await who.button('Set a password').click();
    await who.field('New password').fill(password);
    await accessible(who, 'setting a password');
    await who.button('Save').click();
    await page.getByText(who.t('Changed. All other devices are signed out.')).waitFor();
    await who.button('Sign out').click();
    await page.waitForURL((url) => url.pathname === '/');
    await who.go('/signin');
    await accessible(who, 'signing in');
    await shoot(who, '94-sign-in');
    await who.button('Use a passkey').click();
    await page.waitForURL('**/home');
    await who.go('/account');
    await who.button('Sign out').click();
    await page.waitForURL((url) => url.pathname === '/');
    await signIn(who, address, password);
  });
}

async function signIn(who: Person, address: string, secret: string): Promise<void> {
  await who.go('/signin');
  await who.field('E-mail').fill(address);
  await who.field('Password').fill(secret);
  await who.button('Sign in').click();
  await who.page.waitForURL('**/home');
}

/** A token for a program of one's own, and everything to take along. */
export async function takeAlong({ runner, origin }: Town, { who, address }: Owner): Promise<void> {
  const { page, name } = who;
  await runner.step(`${name} makes an access token, uses it, and revokes it`, async () => {
    await who.go('/account');
    await who.button('Make an access token').click();
    await who.field('What is it for?').fill('My calendar');
    await who.field('Your password').fill(password);
    await accessible(who, 'making a token');
    await fits(who, 'making a token');
    await shoot(who, '95-make-token');
    await who.button('Make the token').click();
    await page.locator('[data-secret]').waitFor();
    await accessible(who, 'a new token');
    await page.locator('#tokens').scrollIntoViewIfNeeded();
    await shoot(who, '96-token');
    const secret = (await page.locator('[data-secret]').textContent()) ?? '';
    const use = (path: string) =>
      fetch(`${origin}/api/members${path}`, { headers: { authorization: `Bearer ${secret}` } });
    assert.equal((await (await use('/me')).json()).email, address);
    assert.equal((await use('/credentials')).status, 403);
    // Whoever brings a name to talk is sent away, with a token as with a cookie.
    const talk = await fetch(`${origin}/api/talk/rooms`, { headers: { authorization: `Bearer ${secret}` } });
    assert.notEqual(talk.status, 200);
    await page.getByRole('button', { name: who.t('Revoke {name}', { name: 'My calendar' }) }).click();
    await page.locator('[data-secret]').waitFor({ state: 'detached' });
    assert.equal((await use('/me')).status, 401);
  });

  await runner.step(`${name} saves everything as JSON and as a page`, async () => {
    const save = async (button: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), who.button(button).click()]);
      return readFileSync(await download.path(), 'utf8');
    };
    const data = JSON.parse(await save('Save it as JSON'));
    assert.equal(data.parts.account.email, address);
    const html = await save('Save it as a page to read');
    assert.ok(html.includes(address) && !html.includes('<script'));
    const reader = await who.context.newPage();
    await reader.setContent(html);
    await accessible({ ...who, page: reader }, 'the saved page');
    await fits({ ...who, page: reader }, 'the saved page');
    await shoot({ ...who, page: reader }, '97-saved-page');
    await reader.close();
  });
}

/** Another address; the old one takes it back, and a reset is the only way in then. */
export async function changeAddress({ runner, origin }: Town, { who, address }: Owner): Promise<void> {
  const { page, name } = who;
  const next = address.replace('@', '.new@');
  await runner.must(`${name} moves to another address`, async () => {
    await who.go('/account');
    await who.button('Change the address').click();
    await who.field('New address').fill(next);
    await who.field('Your password').fill('not the password');
    await who.button('Send the code').click();
    await page.locator('[data-code="proof-wrong"]').waitFor();
    await accessible(who, 'a wrong password in the settings');
    await who.field('Your password').fill(password);
    await who.button('Send the code').click();
    await who.field('Confirmation code').fill(await codeFor(origin, next));
    await accessible(who, 'the code of a new address');
    await shoot(who, '98-new-address');
    await who.button('Take this address').click();
    await page.getByText(next).first().waitFor();
  });

  await runner.must(
    `${name} takes it back by the link to the old address, and resets the password`,
    async () => {
      const link = await mailTo(origin, address, /http\S+\/account\/undo-email#[\w-]{43}/);
      await who.go(new URL(link).pathname + new URL(link).hash);
      await accessible(who, 'taking the address back');
      await fits(who, 'taking the address back');
      await shoot(who, '99-undo-email');
      assert.ok(!page.url().includes('#'), 'the link stays out of the history');
      await who.button('It was not me: take it back').click();
      await who.link('Set a new password').click();
      await who.field('E-mail').fill(address);
      await accessible(who, 'a forgotten password');
      await who.button('Send the code').click();
      const code = await mailTo(origin, address, /\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b/);
      await who.field('Code from the mail').fill('AAAAA-AAAAA');
      await who.field('New password').fill(another);
      await who.button('Set the password').click();
      await page.locator('[data-code="code-wrong"]').waitFor();
      await accessible(who, 'a wrong code of a reset');
      await fits(who, 'a reset');
      await shoot(who, '99-reset');
      await who.field('Code from the mail').fill(code.toLowerCase());
      await who.button('Set the password').click();
      await page.waitForURL('**/signin');
      await signIn(who, address, another);
      await who.go('/account');
      await who.button('Add a passkey').waitFor();
      assert.equal(await page.getByText('青花 phone').count(), 0, 'the passkey went with the address');
    },
  );
}

/** Leaves, and comes back. */
export async function leaveAndReturn({ runner }: Town, { who, address }: Owner): Promise<void> {
  const { page, name } = who;
  await runner.step(`${name} leaves, is offered to come back, and does`, async () => {
    await who.go('/account');
    await who.button('Delete the account').click();
    await who.field('Your password').fill(another);
    await accessible(who, 'deleting the account');
    await shoot(who, '99-delete');
    await page.getByRole('button', { name: who.t('Delete in {days} days', { days: '7' }) }).click();
    await page.getByRole('heading', { name: who.t('Your account sleeps') }).waitFor();
    await accessible(who, 'an account that sleeps');
    await shoot(who, '99-sleeps');
    await who.link('Sign in and come back').click();
    await who.field('E-mail').fill(address);
    await who.field('Password').fill(another);
    await who.button('Sign in').click();
    await page.locator('[data-code="account-leaving"]').waitFor();
    await accessible(who, 'the offer to come back');
    await shoot(who, '99-come-back');
    await who.button('Come back').click();
    await page.waitForURL('**/home');
  });
}
