import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Story, Town } from './house.ts';
import { ownMask } from './talk.ts';

/** Step 7: another device, the phrase, and no question about any one post. */
export async function restore({ runner }: Town, device: Person, story: Story): Promise<void> {
  const { page } = device;

  await runner.step('another device refuses words that are no phrase', async () => {
    await device.go('/restore');
    // Not in another order: one in 256 orders has a checksum that is right.
    await device.field('Your 24 words').fill(story.phrase.replace(/^\S+/, 'teahouse'));
    await device.button('Bring the key here').click();
    await page.locator('[data-code="phrase-invalid"]').waitFor();
    await accessible(device, 'a wrong phrase');
    await shoot(device, '40-wrong-phrase');
  });

  await runner.step('another device finds the own threads by itself, from public files', async () => {
    await device.field('Your 24 words').fill(story.phrase);
    await device.button('Bring the key here').click();
    await page.locator('[data-found]').waitFor({ timeout: 60_000 });
    assert.equal(await page.locator('[data-found]').getAttribute('data-found'), '2');
    await shoot(device, '41-restored');
    await device.link('Show them').click();
    await page.waitForURL('**/mine');
    await page.locator('main').getByText(story.title).or(page.getByRole('heading')).first().waitFor();
    await device.settle();
    const asked = device.requests.filter(({ url }) => url.pathname.startsWith('/api/talk/'));
    for (const { url, body } of asked) {
      for (const id of [story.thread, ...story.ownPosts]) {
        assert.ok(!`${url}${body}`.includes(id), `${url.pathname} names an own post`);
      }
    }
  });

  await runner.step('another device wears the same masks', async () => {
    await device.go(`/r/${story.room}/t/${story.thread}`);
    assert.equal(await ownMask(device), story.maskInFirst);
    await fits(device, 'the own thread on another device');
    await shoot(device, '42-same-mask');
  });
}

/** "Forget everything" leaves nothing on the device. */
export async function forget({ runner }: Town, device: Person): Promise<void> {
  const { page } = device;
  await runner.step('a device that is told to forget keeps nothing', async () => {
    await device.go('/home');
    await page.evaluate(() => undefined);
    await device.go('/mine');
    const button = device.button('Forget everything here');
    if ((await button.count()) === 0) return;
    await button.click();
    await accessible(device, 'the question before forgetting');
    await device.button('Forget').click();
    await page.waitForURL((url) => url.pathname === '/');
    assert.equal(await page.evaluate(() => localStorage.getItem('teahouse.holder')), null);
  });
}
