import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Story, Town } from './house.ts';

const proofPatience = 60_000;
/** The first post of the thread on the screen, with all that hangs on it. */
const firstPost = ({ page }: Person) => page.locator('main [id^="p-"]').first();
const chip = (who: Person, name: string, n: number) =>
  firstPost(who).getByRole('button', {
    name: who.t('{name}: {n}', { name: who.t(name), n: String(n) }),
    exact: true,
  });

/** Presses "React" under the first post and picks a sign. */
async function pick(who: Person, name: string): Promise<void> {
  await firstPost(who)
    .getByRole('button', { name: who.t('React'), exact: true })
    .first()
    .click();
  await who.page
    .getByRole('group', { name: who.t('React with') })
    .getByRole('button', { name: who.t(name), exact: true })
    .click();
}

/** What waits beside another act goes at once, if the person insists. */
async function sendNow(who: Person): Promise<void> {
  const waits = who.page.locator('[data-vote="waiting"]').getByRole('button', { name: who.t('Send now') });
  await waits.waitFor({ timeout: 15_000 });
  await waits.click();
}

/** Reactions, live on both screens, and what colleagues say. */
export async function react({ runner }: Town, a: Person, b: Person, story: Story): Promise<void> {
  const thread = `/r/${story.room}/t/${story.thread}`;

  await runner.must(`${b.name} reacts, and ${a.name} sees it without a reload`, async () => {
    await a.go(thread);
    await b.go(thread);
    await a.page.evaluate(() => Reflect.set(window, 'untouched', true));
    await pick(b, 'Hug');
    await chip(b, 'Hug', 1).waitFor();
    assert.equal(await chip(b, 'Hug', 1).getAttribute('aria-pressed'), 'true');
    await chip(a, 'Hug', 1).waitFor({ timeout: proofPatience });
    assert.equal(await chip(a, 'Hug', 1).getAttribute('aria-pressed'), 'false');
    assert.ok(await a.page.evaluate(() => Reflect.get(window, 'untouched') === true), 'no reload');
    await shoot(b, '32-reacted');
  });

  await runner.step(`${b.name} changes the reaction by keyboard, then takes it back`, async () => {
    const opener = firstPost(b)
      .getByRole('button', { name: b.t('React'), exact: true })
      .first();
    await opener.focus();
    await b.page.keyboard.press('Enter');
    await b.page.getByRole('group', { name: b.t('React with') }).waitFor();
    await accessible(b, 'the signs');
    await shoot(b, '33-signs');
    await b.page.keyboard.press('ArrowRight');
    await b.page.keyboard.press('ArrowRight');
    await b.page.keyboard.press('Enter');
    await chip(a, 'Laugh', 1).waitFor({ timeout: proofPatience });
    await chip(b, 'Laugh', 1).click();
    await chip(a, 'Laugh', 1).waitFor({ state: 'detached', timeout: proofPatience });
    await chip(b, 'Laugh', 1).waitFor({ state: 'detached' });
  });

  await runner.step(`${b.name} reacts in a thread for the first time: it says who one becomes`, async () => {
    await b.go('/r/hours');
    await b.page.locator('main article h3 a').last().click();
    await b.page.waitForURL(/\/t\//);
    await pick(b, 'Wow');
    const sheet = b.page.locator('dialog[open]');
    await sheet.getByRole('radio').first().waitFor();
    await accessible(b, 'before the first reaction');
    await fits(b, 'before the first reaction');
    await shoot(b, '34-entering');
    await sheet.getByRole('button', { name: b.t('Wow'), exact: true }).click();
    await sendNow(b);
    await b.page.locator('[data-reactions] + [role="status"], [role="status"] svg.mask').first().waitFor({
      timeout: proofPatience,
    });
    await shoot(b, '35-entered');
  });

  await runner.step(
    `${a.name} says as a colleague what it knows; ${b.name}, of another company, can't`,
    async () => {
      const line = (who: Person) => firstPost(who).locator('[data-verdict]');
      await line(a)
        .getByRole('button', { name: a.t('Say what you know') })
        .click();
      await accessible(a, 'what a colleague can say');
      await shoot(a, '36-verdict');
      await line(a)
        .getByRole('button', { name: a.t('I can confirm it') })
        .click();
      await sendNow(a);
      await a.page.locator('[data-vote]').waitFor({ state: 'detached', timeout: proofPatience });
      await line(a)
        .getByText(a.t('You said: {words}.', { words: a.t('I can confirm it') }))
        .waitFor();
      await b.go(thread);
      await line(b).waitFor();
      assert.equal(
        await line(b)
          .getByRole('button', { name: b.t('Say what you know') })
          .count(),
        0,
      );
      await line(b)
        .getByRole('button', { name: b.t('What is this?') })
        .click();
      await accessible(b, 'what a verdict is');
      await fits(b, 'what a verdict is');
      await shoot(b, '37-verdict-told');
    },
  );
}

/** A poll: asked, voted on by two, a mind changed, live. */
export async function poll({ runner, tag }: Town, a: Person, b: Person): Promise<void> {
  const options = ['龙井 Longjing', '普洱 Pu’er', '白水'];
  const option = (who: Person, place: number) => who.page.getByRole('radio').nth(place);
  const votes = (who: Person, place: number, n: number) =>
    who.page
      .locator(`[data-poll] [data-option]`)
      .nth(place)
      .and(who.page.locator(`[data-option="${n}"]`));
  const field = (n: number) => b.page.getByLabel(b.t('Option {n}', { n: String(n) }), { exact: true });
  let place = '';

  await runner.must(`${b.name} asks with a poll; the draft is kept over a reload`, async () => {
    await b.go('/r/square/new');
    await b.field('Title').fill(`喝什么 ${tag}`);
    await b.field('What is it about?').fill('Three pots, one table.');
    await b.button('+ Ask with a poll').click();
    await field(1).fill(options[1] ?? '');
    await field(2).fill(options[0] ?? '');
    await b.button('Open the thread').scrollIntoViewIfNeeded();
    await b.button('+ Another option').click();
    await b.page.keyboard.type(options[0] ?? '');
    await b.button('Open the thread').click();
    assert.equal(await b.page.locator('[aria-invalid="true"]').inputValue(), options[0]);
    await b.page.locator('[aria-invalid="true"]').fill(options[2] ?? '');
    await b.page.getByRole('button', { name: b.t('Option {n} up', { n: '2' }) }).click();
    await b.page.waitForTimeout(600);
    await b.page.reload();
    await b.page.locator('[data-poll-editor] input.input').nth(2).waitFor();
    const written = await b.page
      .locator('[data-poll-editor] input.input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    assert.deepEqual(written, options);
    await accessible(b, 'the composer with a poll');
    await fits(b, 'the composer with a poll');
    await shoot(b, '38-poll-editor');
    await b.button('Open the thread').click();
    const now = b.button('Send now');
    await Promise.race([now.waitFor(), b.page.waitForURL(/\/t\//)]);
    if (await now.isVisible()) await now.click();
    await b.page.waitForURL(/\/t\//, { timeout: proofPatience });
    place = new URL(b.page.url()).pathname;
    await b.page.locator('[data-poll="open"]').waitFor();
  });

  await runner.must(
    `${a.name} votes; the ballot waits apart from its words, and ${b.name} sees it come`,
    async () => {
      await a.go(place);
      await option(a, 0).check();
      await accessible(a, 'a poll');
      await fits(a, 'a poll');
      await a.button('Vote').click();
      await a.page.locator('[data-vote]').waitFor();
      await shoot(a, '39-ballot-waits');
      await sendNow(a);
      await votes(b, 0, 1).waitFor({ timeout: proofPatience });
      await a.page.locator('[data-vote]').waitFor({ state: 'detached', timeout: proofPatience });
    },
  );

  await runner.step(`${b.name} votes as well, then changes it; each counts once`, async () => {
    await option(b, 2).check();
    await b.button('Vote').click();
    await sendNow(b);
    await votes(a, 2, 1).waitFor({ timeout: proofPatience });
    await b.page.locator('[data-vote]').waitFor({ state: 'detached', timeout: proofPatience });
    await b.button('Change my vote').click();
    await option(b, 0).check();
    await b.button('Change my vote').click();
    await votes(a, 0, 2).waitFor({ timeout: proofPatience });
    await votes(a, 2, 0).waitFor();
    await b.page
      .locator('summary')
      .filter({ hasText: b.t('What a vote tells') })
      .click();
    await accessible(b, 'a poll that was voted on');
    await shoot(b, '39-voted');
  });

  await runner.step('a ballot carried no mask of its thread, and none the other', async () => {
    for (const who of [a, b]) await who.settle();
    const acts = [a, b].map(({ requests }) =>
      requests
        .filter(({ url, method }) => method === 'POST' && url.pathname.endsWith('/acts'))
        .map(({ body }) => body),
    );
    for (const bodies of acts) {
      const ballots = bodies.filter((body) =>
        Buffer.from(JSON.parse(body).header, 'base64url').includes('ballot'),
      );
      const others = bodies.filter((body) => !ballots.includes(body));
      assert.ok(ballots.length > 0);
      const pseudonyms = new Set(others.map((body) => JSON.parse(body).pseudonym));
      assert.ok(ballots.every((body) => !pseudonyms.has(JSON.parse(body).pseudonym)));
    }
  });
}
