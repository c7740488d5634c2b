import assert from 'node:assert/strict';
import type { Town } from '../journeys/house.ts';
import { accessible, fits } from '../lib/check.ts';
import type { Person } from '../lib/person.ts';
import { shoot } from '../lib/runner.ts';
import { draw } from './parts.ts';

/** The pictures of posts. */
export async function reading({ runner }: Town, who: Person): Promise<void> {
  const { page } = who;
  await runner.step('a post has its pictures in boxes that do not move, and each opens in full', async () => {
    const bodies = await Promise.all(
      [
        [1600, 900],
        [739, 1600],
        [1200, 1200],
        [600, 400],
      ].map(async ([width = 1, height = 1]) => draw(who, 'image/webp', width, height)),
    );
    await page.route(/\/api\/pictures\/\d$/, async (route) => {
      const place = Number(route.request().url().at(-1));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.fulfill({ contentType: 'image/webp', body: bodies[place] ?? Buffer.alloc(0) });
    });
    await page.goto(`/?part=read&lang=${who.look.lang}&theme=${who.look.theme}`);
    await page.locator('article').first().waitFor();
    const heights = () => page.locator('article').evaluateAll((all) => all.map((one) => one.clientHeight));
    const before = await heights();
    for (const article of await page.locator('article').all()) await article.scrollIntoViewIfNeeded();
    await page.locator('article[data-total="gone"] span').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('img.shimmer').length === 0);
    assert.deepEqual(await heights(), before);
    await accessible(who, 'pictures of a post');
    await fits(who, 'pictures of a post');
    await page.locator('article').nth(2).scrollIntoViewIfNeeded();
    await shoot(who, '64-pictures-read');
  });

  await runner.step('the keyboard goes through them and out again, back to where it came from', async () => {
    const first = page.locator('article[data-total="4"] button').first();
    await first.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.press('ArrowRight');
    await dialog.getByText('2 / 4').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await dialog.getByText('4 / 4').waitFor();
    await page.keyboard.press('ArrowRight');
    await accessible(who, 'a picture in full');
    await shoot(who, '65-pictures-lightbox');
    for (let i = 0; i < 9; i++) await page.keyboard.press('Tab');
    assert.ok(
      await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement === document.body || activeElement?.closest('dialog') !== null;
      }),
      'the focus stays inside',
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.ok(await first.evaluate((button) => button === document.activeElement));
  });
}
