import assert from 'node:assert/strict';
import { type Authenticator, authenticator } from '../lib/authenticator.ts';
import { accessible, fits } from '../lib/check.ts';
import { giveAuthenticator } from '../lib/passkeys.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** Somebody at the desk. */
export interface Clerk {
  readonly who: Person;
  readonly name: string;
  readonly app: Authenticator;
}
const password = 'the kettle sings at four';

/** Takes up an invitation: a password, then the six digits of an app. */
export async function enrol({ runner }: Town, who: Person, invitation: string): Promise<Clerk> {
  const { page } = who;
  let clerk: Clerk | undefined;
  await runner.must(`${who.name} takes up an invitation to the desk`, async () => {
    await who.go('/desk');
    await accessible(who, 'the door of the desk');
    await fits(who, 'the door of the desk');
    await shoot(who, '70-desk-door');
    await who.go(new URL(invitation).pathname + new URL(invitation).hash);
    await who.field('Choose a password').fill(password);
    await who.button('To the second step').click();
    await page.locator('[data-secret]').waitFor();
    await accessible(who, 'the second step of an invitation');
    await fits(who, 'the second step of an invitation');
    await shoot(who, '71-desk-enrol');
    const app = authenticator((await page.locator('[data-secret]').textContent()) ?? '');
    const name = (await page.locator('main form strong').textContent()) ?? '';
    await who.field('Six digits').fill(await app.code());
    await who.button('Sit down at the desk').click();
    await page.waitForURL('**/desk');
    await who.page.getByRole('heading', { level: 1, name: new RegExp(who.t('Queue')) }).waitFor();
    clerk = { who, name, app };
  });
  if (!clerk) throw new Error('nobody sits at the desk');
  return clerk;
}

/** Leaves, is refused with wrong digits, and comes back with the right ones. */
export async function comeBack({ runner }: Town, { who, name, app }: Clerk): Promise<void> {
  const { page } = who;
  await runner.step(`${who.name} leaves the desk and comes back with password and code`, async () => {
    await who.go('/desk/me');
    await accessible(who, 'my sign-in at the desk');
    await shoot(who, '72-desk-me');
    await who.button('Sign out').click();
    const fill = async (code: string) => {
      await who.field('Name at the desk').fill(name);
      await who.field('Password').fill(password);
      await who.field('Six digits').fill(code);
      await who.button('Sign in').click();
    };
    await fill('000000');
    await page.locator('[data-code="desk-sign-in"]').waitFor();
    await fill(await app.code());
    await page.getByRole('heading', { level: 1, name: new RegExp(who.t('Queue')) }).waitFor();
  });
}

/** A passkey stands for password and code both. */
export async function deskPasskey({ runner }: Town, { who }: Clerk): Promise<void> {
  const { page } = who;
  await runner.step(`${who.name} adds a passkey and signs in with that`, async () => {
    await giveAuthenticator(who);
    await who.go('/desk/me');
    await who.button('Add a passkey').click();
    await page.getByText(/One passkey|1 把通行密钥/).waitFor();
    await who.button('Sign out').click();
    await who.button('Use a passkey').click();
    await page.getByRole('heading', { level: 1, name: new RegExp(who.t('Queue')) }).waitFor();
  });
}

/** An administrator invites a colleague; the link is shown once. Returns it. */
export async function invite({ runner }: Town, { who }: Clerk, name: string, role: string): Promise<string> {
  const { page } = who;
  let link = '';
  await runner.must(`${who.name} invites ${name} to the desk`, async () => {
    await who.go('/desk/staff');
    await page.locator('[data-staff]').first().waitFor();
    await who.field('Name at the desk').fill(name);
    await who.field('Role').selectOption(role);
    await who.button('Invite').click();
    await page.locator('[data-invitation]').waitFor();
    link = await who.field('Invitation link').inputValue();
    await page.locator(`[data-staff="${name}"]`).waitFor();
    await accessible(who, 'the staff');
    await fits(who, 'the staff');
    await shoot(who, '73-desk-staff');
    await page.reload();
    await page.locator(`[data-staff="${name}"]`).waitFor();
    assert.equal(await page.locator('[data-invitation]').count(), 0, 'the link is shown once');
  });
  return link;
}

/** What a reader without an account gets of a post. */
async function seen(origin: string, room: string, thread: string, post: string): Promise<string> {
  const url = `${origin}/api/talk/rooms/${room}/threads/${thread}`;
  const { posts }: { posts: { id: string; order: { state: string } }[] } = await (await fetch(url)).json();
  return posts.find(({ id }) => id === post)?.order.state ?? 'gone';
}

export interface Reported {
  readonly room: string;
  readonly thread: string;
  readonly post: string;
}

/** Finds the case in the queue, removes the post, takes that back, and removes it again; without a mouse. Returns why. */
export async function decideByKeys({ runner, origin }: Town, { who }: Clerk, at: Reported): Promise<string> {
  const { page } = who;
  let why = '';
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-case') ?? null);
  const state = () => seen(origin, at.room, at.thread, at.post);

  await runner.must(`${who.name} finds the case by keys alone`, async () => {
    await who.go('/desk');
    await page.locator(`[data-case="${at.post}"]`).waitFor({ timeout: 45_000 });
    await accessible(who, 'the queue');
    await fits(who, 'the queue');
    await shoot(who, '74-desk-queue');
    await press('?');
    await page.locator('dialog[open]').waitFor();
    await accessible(who, 'the list of keys');
    await shoot(who, '75-desk-keys');
    await press('Escape');
    for (let i = 0; i < 40 && (await focused()) !== at.post; i++) await press('j');
    assert.equal(await focused(), at.post);
    await press('a');
    await page.getByText(who.t('mine'), { exact: true }).first().waitFor();
    await press('Enter');
    await page.locator('[data-marked]').waitFor();
    await accessible(who, 'a case');
    await fits(who, 'a case');
    await shoot(who, '76-desk-case');
  });

  await runner.must(`${who.name} removes the post by keys alone, and takes it back with z`, async () => {
    const before = await state();
    await press('2', 'w');
    assert.notEqual(await page.locator('[name="words"]').first().inputValue(), '', 'words to begin with');
    await shoot(who, '77-desk-decide');
    await press('Control+Enter');
    await page.locator('[data-undo]').waitFor();
    assert.equal(await state(), 'removed');
    await shoot(who, '78-desk-undo');
    await press('z');
    await page.locator('[data-undo]').waitFor({ state: 'detached' });
    await page.waitForURL(`**/case/${at.room}/${at.post}`);
    assert.equal(await state(), before, 'as if nothing had been decided');
  });

  await runner.must(`${who.name} removes it for good, and the next case opens`, async () => {
    await page.locator('[data-decide]').waitFor();
    await press('2', 'w');
    why = await page.locator('[name="words"]').first().inputValue();
    await press('Control+Enter');
    await page.waitForURL((url) => !url.pathname.endsWith(at.post));
    await page.locator('[data-undo]').waitFor({ state: 'detached', timeout: 20_000 });
    assert.equal(await state(), 'removed');
  });
  return why;
}

/** How an appeal is answered. */
export const answer = '我们看错了，抱歉。It was our mistake.';

/** The one who decided is told to leave the appeal to somebody else, who grants it; the post is back. */
export async function answerAppeal(
  { runner, origin }: Town,
  decider: Clerk,
  other: Clerk,
  at: Reported,
): Promise<void> {
  await runner.must(`${decider.who.name} sees the appeal and cannot answer it`, async () => {
    const { who } = decider;
    await who.go('/desk/appeals');
    const appeal = who.page.locator('[data-appeal]').first();
    await appeal.waitFor();
    assert.equal(await appeal.locator('form').count(), 0);
    await accessible(who, 'an appeal against an own decision');
    await fits(who, 'an appeal against an own decision');
    await shoot(who, '79-desk-appeal-own');
  });
  await runner.must(`${other.who.name} grants the appeal, and the post is back`, async () => {
    const { who } = other;
    await who.go('/desk/appeals');
    const appeal = who.page.locator('[data-appeal]').first();
    await appeal.locator('form').waitFor();
    await accessible(who, 'an appeal');
    await fits(who, 'an appeal');
    await appeal.getByRole('radio', { name: who.t('Grant it') }).check();
    await appeal.getByLabel(who.t('In words, to the author')).fill(answer);
    await shoot(who, '80-desk-appeal');
    await who.button('Send the answer').click();
    await appeal.waitFor({ state: 'detached' });
    assert.equal(await seen(origin, at.room, at.thread, at.post), 'shown');
  });
  await runner.step(`${other.who.name} looks at the statistics`, async () => {
    const { who } = other;
    await who.go('/desk/statistics');
    await who.page.locator('main dl').waitFor();
    await accessible(who, 'the statistics');
    await fits(who, 'the statistics');
    await shoot(who, '81-desk-statistics');
  });
}

/** What the desk sent to talk's public half, and whether anybody but the desk got its cookie. */
export async function deskStaysApart({ runner }: Town, clerks: readonly Clerk[]): Promise<void> {
  await runner.step('the desk keeps its cookie to itself and carries no key of a room', async () => {
    for (const { who } of clerks) {
      await who.settle();
      const toDesk = who.requests.filter(({ url }) => url.pathname.startsWith('/api/desk/'));
      assert.ok(toDesk.some(({ cookie }) => cookie?.includes('teahouse_desk=')));
      const elsewhere = who.requests.filter(({ url }) => !url.pathname.startsWith('/api/desk/'));
      assert.deepEqual(
        elsewhere.filter(({ cookie }) => cookie?.includes('teahouse_desk')),
        [],
      );
      const named = who.requests.filter(({ url }) => url.pathname.startsWith('/api/members/'));
      assert.deepEqual(named, [], 'the desk asks nothing of the named half');
      const { local } = await who.page.evaluate(() => ({ local: Object.keys(localStorage) }));
      assert.deepEqual(
        local.filter((key) => !key.startsWith('teahouse.')),
        [],
      );
    }
  });
}
