import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { chooseAct } from '../lib/menu.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Story, Town } from './house.ts';

const open = 'dialog[open]';

/** Requests for the picture of a card so far. */
const asked = async (who: Person): Promise<string[]> => {
  await who.settle();
  return who.requests.map(({ url }) => url.pathname + url.search).filter((path) => path.includes('card.png'));
};

const sheetOf = ({ page }: Person) => page.locator(open).last();

async function closeSheet(who: Person): Promise<void> {
  await who.page.keyboard.press('Escape');
  await sheetOf(who).waitFor({ state: 'detached' });
}

/** A visitor passes on a thread and a reply; whoever follows the link of a reply lands on it. */
export async function share({ runner, origin }: Town, who: Person): Promise<void> {
  const { page, t } = who;
  const { step } = runner;

  await step(`${who.name} sees the card of a thread, in both languages, and copies its link`, async () => {
    await who.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    await who.go('/r/hours');
    await page.locator('main article h3 a').first().click();
    await page.locator('main ol > li article').first().waitFor();
    await chooseAct(who, page.locator('main'), 'Share');
    const sheet = sheetOf(who);
    const picture = sheet.locator('img');
    await picture.waitFor();
    assert.deepEqual(
      await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
      [1200, 630],
    );
    await accessible(who, 'the share sheet');
    await fits(who, 'the share sheet');
    await shoot(who, '06-share');
    const other = who.look.lang === 'zh' ? 'English' : '中文';
    const before = await picture.getAttribute('src');
    await sheet.getByRole('button', { name: other }).click();
    await page.waitForFunction((src) => {
      const image = document.querySelector('dialog[open] img');
      return image !== null && image.getAttribute('src') !== src;
    }, before);
    await sheet.getByRole('button', { name: t('Copy link'), exact: true }).click();
    await sheet.getByText(t('Copied.'), { exact: true }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /^http.*\/r\/hours\/t\/[\w-]{43}$/);
    const saved = page.waitForEvent('download');
    await sheet.getByRole('button', { name: t('Save picture'), exact: true }).click();
    assert.equal((await saved).suggestedFilename(), 'teahouse.png');
    await closeSheet(who);
  });

  await step(
    'the link of a reply leads to that reply, and its page says so to whoever shows links',
    async () => {
      const reply = page.locator('main ol > li').last();
      await chooseAct(who, reply, 'Share');
      await sheetOf(who).locator('img').waitFor();
      const link = await sheetOf(who).getByRole('textbox').inputValue();
      const id = link.split('#p-')[1] ?? '';
      assert.match(id, /^[\w-]{43}$/);
      await closeSheet(who);
      const html = await (await fetch(link)).text();
      assert.match(html, new RegExp(`og:image" content="[^"]*card\\.png\\?lang=..&amp;post=${id}"`));
      await page.goto('/about');
      await page.goto(link);
      await page.locator(`#p-${id}`).waitFor();
      await page.waitForFunction((place) => {
        const box = document.getElementById(place)?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.top < window.innerHeight;
      }, `p-${id}`);
      assert.equal(await page.evaluate(() => document.querySelector(':target')?.id), `p-${id}`);
      assert.ok((await asked(who)).every((path) => !path.includes('undefined')));
    },
  );
}

/** Own words: the warning comes first, and nothing is asked for before the person wants it. */
export async function shareOwn({ runner }: Town, who: Person, story: Story): Promise<void> {
  const { page, t } = who;
  await runner.step(
    `${who.name} is warned before passing on own words, and talk is not asked for them`,
    async () => {
      await who.go(`/r/${story.room}/t/${story.thread}`);
      await page.getByText(t('you'), { exact: true }).first().waitFor();
      const before = (await asked(who)).length;
      await chooseAct(who, page.locator('main'), 'Share');
      await page.getByTestId('own-warning').waitFor();
      await page.waitForTimeout(300);
      assert.equal((await asked(who)).length, before);
      await accessible(who, 'the warning before sharing');
      await shoot(who, '06-share-own');
      await who.button('Show the card all the same').click();
      await sheetOf(who).locator('img').waitFor();
      await closeSheet(who);
    },
  );
}
