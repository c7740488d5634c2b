import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { chooseAct } from '../lib/menu.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Story, Town } from './house.ts';

const proofPatience = 60_000;

/** The mask on the own posts of a thread, as it is painted: the same in every language. All of them wear the same. */
export async function ownMask({ page, t }: Person): Promise<string> {
  const chips = page.locator('main article .chip').filter({ hasText: new RegExp(`^${t('you')}$`) });
  await chips.first().waitFor({ timeout: 15_000 });
  const masks = await chips.evaluateAll((found) =>
    found.map((chip) => chip.closest('.flex.items-center.gap-3')?.querySelector('svg.mask')?.innerHTML ?? ''),
  );
  assert.equal(new Set(masks).size, 1, 'one mask in a thread');
  return masks[0] ?? '';
}
const threadOf = (person: Person) => new URL(person.page.url()).pathname.split('/')[4] ?? '';
const postWith = ({ page }: Person, text: string) =>
  page.locator('main li > article').filter({ hasText: text });

/** Step 5, first half: the door, and a thread. */
export async function openThread({ runner }: Town, who: Person, story: Story): Promise<void> {
  const { page, name } = who;

  await runner.must(`${name} enters talk: the ground changes and the name is gone`, async () => {
    await who.go('/papers');
    await who.link('Enter talk').click();
    await page.locator('main article').first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.ground), 'talk');
    // As a word: a mask may be called Linen Brewer.
    const shown = (await page.locator('body').textContent()) ?? '';
    assert.ok(!new RegExp(`${name}(?![a-z])`).test(shown), 'the name is not on the screen');
    await page
      .getByText(/1|人之一|one of/)
      .first()
      .waitFor();
    await accessible(who, 'the square, inside');
    await shoot(who, '20-inside');
  });

  await runner.step(
    `${name}'s too long title and empty text are refused on the page, and nothing is lost`,
    async () => {
      await who.go('/r/square/new');
      await who.field('Title').fill('长'.repeat(121));
      await who.button('Open the thread').click();
      assert.equal(await who.field('Title').getAttribute('aria-invalid'), 'true');
      assert.equal(await who.field('Title').evaluate((input) => input === document.activeElement), true);
      await who.field('Title').fill(story.title);
      await who.field('What is it about?').fill('字'.repeat(10_001));
      await who.button('Open the thread').click();
      assert.equal(await who.field('What is it about?').getAttribute('aria-invalid'), 'true');
      await who
        .field('What is it about?')
        .fill('有人知道年底的奖金安排吗？\n\nAsking for everybody on the floor.');
      await page.waitForTimeout(600);
      await page.reload();
      await page.waitForFunction(
        (title) => [...document.querySelectorAll('input')].some(({ value }) => value === title),
        story.title,
      );
      await accessible(who, 'the composer');
      await fits(who, 'the composer');
      await shoot(who, '21-compose');
    },
  );

  await runner.must(`${name} opens a thread as an employee; the proof is made in a worker`, async () => {
    const radios = page.getByRole('radio');
    await radios.first().waitFor();
    assert.equal(await radios.first().isChecked(), true, 'the narrowest label is chosen');
    await who.button('Open the thread').click();
    // Who did something under their name this week waits, or insists.
    await page.locator('[data-outbox="waiting"]').waitFor();
    await shoot(who, '22-sending');
    await who.button('Send now').click();
    await page.waitForURL(/\/t\//, { timeout: proofPatience });
    assert.ok(page.workers().length > 0, 'the prover is a worker');
    story.thread = threadOf(who);
    story.maskInFirst = await ownMask(who);
    await accessible(who, 'the own thread');
    await shoot(who, '23-own-thread');
  });
}

/** Step 6: somebody else answers, live on both screens. */
export async function converse({ runner }: Town, a: Person, b: Person, story: Story): Promise<void> {
  const marker = () => a.page.evaluate(() => Reflect.get(window, 'untouched') === true);

  await runner.must(
    `${b.name} answers by keyboard alone, and ${a.name} sees it without a reload`,
    async () => {
      await a.page.evaluate(() => Reflect.set(window, 'untouched', true));
      await b.go(`/r/${story.room}/t/${story.thread}`);
      const field = b.field('Your reply');
      await field.waitFor();
      for (let i = 0; i < 80 && !(await field.evaluate((input) => input === document.activeElement)); i++) {
        await b.page.keyboard.press('Tab');
      }
      await b.page.keyboard.type('Same here, nobody will put it in writing.');
      for (
        let i = 0;
        i < 20 &&
        !(await b
          .button('Reply')
          .last()
          .evaluate((button) => button === document.activeElement));
        i++
      ) {
        await b.page.keyboard.press('Tab');
      }
      await shoot(b, '24-reply');
      await b.page.keyboard.press('Enter');
      await postWith(a, 'nobody will put it in writing').waitFor({ timeout: proofPatience });
      await postWith(b, 'nobody will put it in writing').waitFor({ timeout: proofPatience });
      assert.ok(await marker(), 'A did not reload');
      await shoot(a, '25-live');
    },
  );

  await runner.must(`${a.name} answers ${b.name}; each wears one mask in the thread`, async () => {
    await postWith(a, 'nobody will put it in writing')
      .getByRole('button', { name: a.t('Reply to {who}', { who: '' }) })
      .click();
    await a.field('Your reply').fill('那就一起去问，**不要一个人去**。');
    await a.button('Reply').last().click();
    await postWith(a, '不要一个人去').waitFor({ timeout: proofPatience });
    await postWith(b, '不要一个人去').waitFor({ timeout: 15_000 });
    assert.equal(await ownMask(a), story.maskInFirst);
    const reply = await postWith(a, '不要一个人去').locator('xpath=..').getAttribute('id');
    story.ownPosts.push(reply?.replace(/^p-/, '') ?? '');
    assert.match(story.ownPosts[0] ?? '', /^[\w-]{43}$/);
    const seenByB = postWith(b, '不要一个人去').locator('svg.mask').first();
    assert.equal(await seenByB.innerHTML(), story.maskInFirst, 'both see the same mask');
    assert.notEqual(await ownMask(b), story.maskInFirst, 'two people, two masks');
    assert.ok(await marker(), 'A did not reload');
    await accessible(a, 'the thread with replies');
    await shoot(b, '26-nested');
  });

  await runner.must(
    `${a.name} changes a reply; the earlier wording stays readable for ${b.name}`,
    async () => {
      const mine = postWith(a, '不要一个人去');
      await chooseAct(a, mine, 'Edit');
      await a.field('New wording').fill('那就几个人一起去问。');
      await a.button('Change it').click();
      const changed = postWith(b, '几个人一起去问');
      await changed.waitFor({ timeout: proofPatience });
      await changed.locator('button[aria-expanded]:not([aria-label])').first().click();
      await changed.locator('strong', { hasText: '不要一个人去' }).waitFor();
      await accessible(b, 'an earlier wording');
      await shoot(b, '27-history');
    },
  );

  await runner.must(`${a.name} takes a reply back; a tombstone stays`, async () => {
    const mine = postWith(a, '几个人一起去问');
    await mine.waitFor();
    await chooseAct(a, mine, 'Take back');
    await a.button('Take them back').click();
    const stone =
      'The author took these words back. The words are destroyed; that they were signed can still be checked.';
    await b.page.getByText(b.t(stone)).first().waitFor({ timeout: proofPatience });
    await a.page.getByText(a.t(stone)).first().waitFor({ timeout: 15_000 });
    assert.equal(await b.page.getByText('几个人一起去问').count(), 0);
    await shoot(b, '28-tombstone');
  });
}

/** Step 5, second half: another thread, another face, and the pause between the two. */
export async function elsewhere({ runner, tag }: Town, a: Person, story: Story): Promise<void> {
  const { page } = a;
  // Another run in the same house may have thanked in the same thread.
  const thanks = `谢谢，这条很有用。${tag}`;
  await runner.must(`${a.name} answers in another thread: the outbox waits, and says why`, async () => {
    await a.go('/r/square');
    const other = page.locator(`main article h3 a:not([href*="${story.thread}"])`).first();
    await other.click();
    await page.waitForURL(/\/t\//);
    await a.field('Your reply').fill(thanks.replace('有用', '**有用**'));
    await a.button('Reply').last().click();
    await page.locator('[data-outbox="waiting"]').waitFor({ timeout: 15_000 });
    await page.locator('li:has(> div > [data-outbox]) strong', { hasText: '有用' }).first().waitFor();
    await accessible(a, 'waiting in the outbox');
    await shoot(a, '30-waiting');
    await page.reload();
    await page.locator('[data-outbox="waiting"]').waitFor({ timeout: 15_000 });
    await a.button('Send now').click();
    await postWith(a, thanks).waitFor({ timeout: proofPatience });
    story.maskInSecond = await ownMask(a);
    assert.notEqual(story.maskInSecond, story.maskInFirst, 'another thread, another mask');
  });

  await runner.step(`${a.name}'s own list names both threads and the tokens left`, async () => {
    await a.go('/mine');
    await page.locator('main article').nth(1).waitFor({ timeout: 20_000 });
    assert.equal(await page.locator('main article').count(), 2);
    await accessible(a, 'mine');
    await fits(a, 'mine');
    await shoot(a, '31-mine');
  });
}
