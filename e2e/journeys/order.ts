import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { chooseAct } from '../lib/menu.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Story, Town } from './house.ts';

/** A post that something is decided about. */
export interface Judged {
  readonly room: string;
  readonly thread: string;
  readonly post: string;
}

const proofPatience = 60_000;
/** What was decided becomes public with the end of its slot, and the inbox looks when it is asked to. */
const publicPatience = 8 * 60_000;

const placeOf = ({ page }: Person, { post }: Pick<Judged, 'post'>) => page.locator(`#p-${post}`);
const badge = ({ page }: Person) => page.locator('nav [data-unread]').locator('visible=true');

/** Says something in a thread; `held`: nobody else gets to see it. Returns the post. */
async function say(who: Person, story: Story, words: string): Promise<Judged> {
  const { room, thread } = story;
  await who.go(`/r/${room}/t/${thread}`);
  await who.field('Your reply').fill(words);
  await who.button('Reply').last().click();
  const place = who.page.locator('main li[id^="p-"]').filter({ hasText: words }).last();
  await place.waitFor({ timeout: proofPatience });
  return { room, thread, post: (await place.getAttribute('id'))?.replace(/^p-/, '') ?? '' };
}

/** What the first look is unsure of waits; only its author reads it, on this device. */
export async function holdBack({ runner, tag }: Town, a: Person, b: Person, story: Story): Promise<void> {
  const advert = `无抵押贷款，秒到账，加微信详聊 ${tag}`;
  await runner.must(
    `${a.name}'s advertisement waits for a look, and ${b.name} reads no word of it`,
    async () => {
      const at = await say(a, story, advert);
      const own = placeOf(a, at).locator('[data-order="held"]');
      await own.waitFor({ timeout: proofPatience });
      await own.getByText(a.t("Your words wait for a moderator's look. Nobody has read them yet.")).waitFor();
      await accessible(a, 'own words that are held');
      await shoot(a, '64-held-own');
      await a.page.reload();
      await placeOf(a, at).getByText(tag).waitFor({ timeout: 20_000 });
      await b.go(`/r/${at.room}/t/${at.thread}`);
      await placeOf(b, at).locator('[data-order="held"]').waitFor();
      assert.equal(await b.page.getByText('秒到账').count(), 0);
      assert.ok(!(await b.page.content()).includes('秒到账'), 'nor is it in the page');
      await shoot(b, '65-held-others');
      // It was an experiment: the author takes it back before anybody had to look.
      await chooseAct(a, placeOf(a, at), 'Take back');
      await a.button('Take them back').click();
      await placeOf(a, at).locator('[data-order]').waitFor({ state: 'detached', timeout: proofPatience });
    },
  );

  const number = `他叫王小明，手机号 13812345678，大家打给他 ${tag}`;
  await runner.step(
    `${a.name} is told on the device that a phone number would not be taken, before a token is spent`,
    async () => {
      await a.go(`/r/${story.room}/t/${story.thread}`);
      await a.field('Your reply').fill(number);
      await a.button('Reply').last().click();
      const told = a.page.getByRole('dialog', { name: a.t('The house would not take this') });
      await told.getByText('13812345678').waitFor();
      await accessible(a, 'a refusal before sending');
      await shoot(a, '66-would-refuse');
      await told.getByRole('button', { name: a.t('Change something') }).click();
      await told.waitFor({ state: 'hidden' });
      assert.equal(await a.field('Your reply').inputValue(), number, 'the words stay');
      await a.field('Your reply').fill('');
    },
  );

  await runner.step(
    `${a.name}, on a device whose rules are older, is told at once why it is not taken, and keeps the words`,
    async () => {
      await a.page.reload();
      await a.page.evaluate(() => {
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (this: Worker, message: object) {
          postMessage.call(this, 'refusal' in message ? { ...message, refusal: false } : message);
        };
      });
      await a.field('Your reply').fill(number);
      await a.button('Reply').last().click();
      const refused = a.page.locator('[data-code="look-personal-data"]').first();
      await refused.waitFor({ timeout: proofPatience });
      await accessible(a, 'a refusal by the first look');
      await shoot(a, '66-refused');
      await a.button('Throw away').first().click();
      await refused.waitFor({ state: 'detached' });
    },
  );
}

/** Says something that somebody will object to. */
export async function offend({ runner, tag }: Town, author: Person, story: Story): Promise<Judged> {
  let at: Judged | undefined;
  await runner.must(`${author.name} says something that not everybody likes`, async () => {
    at = await say(author, story, `这个部门的人都不太行。${tag}`);
  });
  if (!at) throw new Error('nothing was said');
  return at;
}

/** A report by keyboard alone: which rule, a few words, and what it shows of oneself. It leaves apart from one's words. */
export async function report({ runner }: Town, who: Person, at: Judged): Promise<void> {
  const { page } = who;
  await runner.must(`${who.name} reports a post by keyboard, and is told that it leaves apart`, async () => {
    await who.go(`/r/${at.room}/t/${at.thread}`);
    const dots = placeOf(who, at).locator('button[aria-haspopup="menu"]').first();
    await dots.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').locator('visible=true').waitFor();
    await accessible(who, 'the menu of a post');
    await shoot(who, '67-menu');
    await page.keyboard.press('Escape');
    assert.equal(await dots.evaluate((button) => button === document.activeElement), true);
    await page.keyboard.press('Enter');
    await page.locator('[role="menuitem"]:focus').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const sheet = page.locator('dialog[open]');
    await sheet.getByRole('radio').first().waitFor();
    await accessible(who, 'the report sheet');
    await fits(who, 'the report sheet');
    await shoot(who, '68-report');
    await sheet.locator('input[value="insult"]').check();
    await sheet.getByRole('textbox').fill('一句话否定所有人。');
    await sheet.getByRole('button', { name: who.t('Report it'), exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    const place = placeOf(who, at);
    const waits = place.getByRole('button', { name: who.t('Send now') });
    const taken = place.locator('[data-report="taken"]');
    await waits.or(taken).first().waitFor({ timeout: proofPatience });
    if ((await waits.count()) > 0) await waits.click();
    await taken.waitFor({ timeout: proofPatience });
    await page.reload();
    await taken.waitFor({ timeout: 20_000 });
    await shoot(who, '69-reported');
  });
}

/** After a moderator removed it: a reader sees why, by which role, and finds the line in the public log. */
export async function seeTombstone({ runner }: Town, reader: Person, at: Judged, why: string): Promise<void> {
  await runner.must(
    `${reader.name} sees a tombstone with its reason, and its line in the log`,
    async () => {
      await reader.go(`/r/${at.room}/t/${at.thread}`);
      const stone = placeOf(reader, at).locator('[data-order="removed"]');
      await stone.waitFor({ timeout: proofPatience });
      await until(
        async () => (await stone.getByText(why).count()) > 0,
        async () => {
          await reader.page.reload();
          await stone.waitFor();
        },
      );
      await accessible(reader, 'a tombstone');
      await shoot(reader, '6a-tombstone');
      await stone.getByRole('link', { name: reader.t('Its line in the public log') }).click();
      await reader.page.locator('li[data-decision="remove"]').filter({ hasText: why }).waitFor();
      await accessible(reader, 'the log of decisions');
      await fits(reader, 'the log of decisions');
      await shoot(reader, '6b-log-line');
    },
    publicPatience,
  );
}

/** The author finds the decision without being told by anybody, and appeals; a draft survives a reload. */
export async function appeal({ runner }: Town, author: Person, at: Judged, why: string): Promise<void> {
  const { page } = author;
  const about = page.locator(`[data-about="${at.post}"]`);
  await runner.must(
    `${author.name} finds the decision in the inbox, and a badge tells`,
    async () => {
      await author.go('/inbox');
      await until(
        async () => (await about.count()) > 0,
        async () => {
          await author.button('Look for answers').click();
          await page.waitForTimeout(5000);
        },
      );
      await about.locator('[data-notice="remove"]').getByText(why).waitFor();
      await accessible(author, 'a notice');
      await fits(author, 'a notice');
      await shoot(author, '6c-notice');
      await badge(author).waitFor({ state: 'detached' });
    },
    publicPatience,
  );

  await runner.must(`${author.name} appeals in words`, async () => {
    await about.getByRole('button', { name: author.t('Appeal'), exact: true }).click();
    await author.field('Why is the decision wrong?').fill('我说的是部门的做法，不是人。');
    await page.waitForTimeout(1500);
    await page.reload();
    await about.getByRole('button', { name: author.t('Appeal'), exact: true }).click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value.includes('做法')),
    );
    await accessible(author, 'an appeal');
    await shoot(author, '6d-appeal');
    await author.button('Send the appeal').click();
    const waits = about.getByRole('button', { name: author.t('Send now') });
    const sent = about.locator('[data-appeal="open"]');
    await waits.or(sent).first().waitFor({ timeout: proofPatience });
    if ((await waits.count()) > 0) await waits.click();
    await sent.waitFor({ timeout: proofPatience });
  });
}

/** After another moderator granted it: the answer in the inbox, the words back in the thread. */
export async function readAnswer(
  { runner }: Town,
  author: Person,
  at: Judged,
  answer: string,
): Promise<void> {
  const { page } = author;
  await runner.must(
    `${author.name} reads the answer, and the post is back`,
    async () => {
      await author.go('/inbox');
      const about = page.locator(`[data-about="${at.post}"]`);
      await until(
        async () => (await about.locator('[data-notice="restore"]').count()) > 0,
        async () => {
          await author.button('Look for answers').click();
          await page.waitForTimeout(5000);
        },
      );
      await about.getByText(answer).waitFor();
      await about.locator('[data-appeal="granted"]').waitFor();
      await shoot(author, '6e-answer');
      await author.go(`/r/${at.room}/t/${at.thread}`);
      await placeOf(author, at).locator('.words').first().waitFor();
      assert.equal(await placeOf(author, at).locator('[data-order]').count(), 0);
    },
    publicPatience,
  );
}

/** Tries again until it holds; the step's own patience ends it. */
async function until(holds: () => Promise<boolean>, again: () => Promise<void>): Promise<void> {
  while (!(await holds())) {
    await new Promise((resolve) => setTimeout(resolve, 5000));
    await again();
  }
}
