import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

const rows = 'main article h3 a';
const answers = 'main article h2 a';
/** What this device keeps of finding. */
const kept = (who: Person, name: string): Promise<unknown> =>
  who.page.evaluate((key) => JSON.parse(localStorage.getItem(`teahouse.find.${key}`) ?? 'null'), name);

/** Lists in their orders, rooms followed on the device, and the search: all without an account. */
export async function find({ runner }: Town, visitor: Person): Promise<void> {
  const { step } = runner;

  await step('a visitor sorts the square, and the address says how', async () => {
    const { page } = visitor;
    await visitor.go('/');
    await page.locator(rows).nth(3).waitFor();
    for (const [tab, sort] of [
      ['New', 'new'],
      ['Active', 'active'],
      ['Top', 'day'],
      ['Week', 'week'],
      ['Hot', 'hot'],
    ] as const) {
      await visitor.link(tab).click();
      await page.waitForURL(new RegExp(`sort=${sort}`));
      await page.locator('main article, main section > p').first().waitFor();
    }
    await accessible(visitor, 'the hot list');
    await visitor.button('How exactly').click();
    await page.locator('dialog[open]').waitFor();
    await accessible(visitor, 'the rule of the hot list');
    await shoot(visitor, '60-hot-rule');
    await page.keyboard.press('Escape');
  });

  await step('a visitor follows two rooms, on the device alone', async () => {
    const { page } = visitor;
    await visitor.go('/rooms');
    const stars = page.locator('main button[aria-pressed="false"]');
    await stars.nth(2).click();
    await stars.nth(1).click();
    assert.equal(((await kept(visitor, 'rooms')) as string[]).length, 2);
    await accessible(visitor, 'the rooms, some followed');
    await shoot(visitor, '61-rooms-followed');
    await visitor.settle();
    const before = visitor.requests.length;
    await visitor.go('/?of=followed&sort=active');
    await page.locator(rows).first().waitFor();
    await accessible(visitor, 'the threads of followed rooms');
    await fits(visitor, 'the threads of followed rooms');
    await shoot(visitor, '62-followed');
    await visitor.settle();
    const asked = visitor.requests
      .slice(before)
      .filter(({ url }) => url.pathname.startsWith('/api/talk/rooms/'));
    assert.ok(asked.length >= 2);
    for (const { url, body } of asked) {
      assert.match(
        url.pathname,
        /^\/api\/talk\/rooms\/[a-z0-9-]+\/threads$/,
        'each room is read as by any reader',
      );
      assert.equal(body, '');
    }
  });

  await step('a visitor searches by keyboard, narrows it, and goes to the post', async () => {
    const { page } = visitor;
    await visitor.go('/');
    await page.locator(rows).first().waitFor();
    await page.keyboard.press('/');
    await page.waitForURL(/\/talk\/search$/);
    const field = visitor.field('Words to look for');
    await field.waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await accessible(visitor, 'the search');
    await page.keyboard.type('加班');
    await page.keyboard.press('Enter');
    await page.locator('main article mark').first().waitFor();
    await accessible(visitor, 'what was found');
    await fits(visitor, 'what was found');
    await shoot(visitor, '63-found');
    const all = await page.locator(answers).count();
    await page.locator('main select').nth(1).selectOption('zh');
    await page.waitForURL(/lang=zh/);
    await page.locator(answers).first().waitFor();
    assert.ok((await page.locator(answers).count()) <= all);
    await page.locator(answers).first().click();
    await page.waitForURL(/\/t\/[\w-]+#p-/);
    await page.locator('main ol > li article').first().waitFor();
    assert.deepEqual(await kept(visitor, 'searches'), ['加班']);
  });

  await step(
    'a thread that was looked at tells what is new, and a search says when there is nothing',
    async () => {
      const { page } = visitor;
      const room = /\/r\/([\w-]+)\//.exec(page.url())?.[1];
      const seen = (await kept(visitor, 'seen')) as [string, number][];
      assert.ok(
        seen.every(([id, replies]) => /^[\w-]{43}$/.test(id) && replies >= 0),
        'threads and how far they were read',
      );
      assert.ok(seen.length > 0 && seen.length < 5, 'what was looked at, and nothing else');
      await page.evaluate(
        (pairs) => localStorage.setItem('teahouse.find.seen', JSON.stringify(pairs)),
        seen.map(([id, replies]) => [id, replies - 1]),
      );
      await visitor.go(`/r/${room}`);
      await page
        .getByText(visitor.t('{fresh} new', { fresh: '1' }), { exact: true })
        .first()
        .waitFor();
      for (const [q, words] of [
        ['zzzzzz', 'Nobody has said that here'],
        ['!!!', 'There is no word in this to look for.'],
      ] as const) {
        await visitor.go(`/talk/search?q=${encodeURIComponent(q)}`);
        await page.getByText(visitor.t(words)).waitFor();
        await accessible(visitor, `a search for ${q}`);
      }
      await shoot(visitor, '64-no-word');
      await visitor.go('/talk/search');
      await page.getByRole('link', { name: '加班' }).waitFor();
      await visitor.button('Forget these').click();
      assert.deepEqual(await kept(visitor, 'searches'), []);
      assert.deepEqual(visitor.complaints, []);
    },
  );
}
