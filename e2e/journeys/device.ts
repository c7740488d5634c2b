import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Story, Town } from './house.ts';
import { ownMask } from './talk.ts';

/** Step 7: another device, the phrase, and no question about any one post. */
export async function restore({ runner }: Town, device: Person, story: Story): Promise<void> {
  const { page } = device;

  const word = (number: number) =>
    page.getByLabel(device.t('Word {number}', { number: String(number) }), { exact: true });

  await runner.step(
    'another device names the word that is in no phrase, and how many are missing',
    async () => {
      await device.go('/restore');
      await accessible(device, 'the empty phrase');
      await device.button('Bring the key here').click();
      await page.locator('[data-code="phrase-invalid"]').waitFor();
      // Not in another order: one in 256 orders has a checksum that is right.
      await word(5).fill(story.phrase.replace(/^\S+/, 'teahouse'));
      assert.equal(await word(1).inputValue(), 'teahouse', 'a whole phrase begins at the first place');
      await device.button('Bring the key here').click();
      await page.locator('[data-code="phrase-invalid"]').getByText('teahouse').waitFor();
      assert.equal(await word(1).getAttribute('aria-invalid'), 'true');
      await accessible(device, 'a wrong phrase');
      await fits(device, 'a wrong phrase');
      await shoot(device, '40-wrong-phrase');
    },
  );

  await runner.step('another device completes a word from its first letters', async () => {
    const first = story.phrase.split(' ')[0] ?? '';
    await word(1).fill('');
    // Two: a word of three letters would be the only one left.
    await word(1).pressSequentially(first.slice(0, 2));
    await page.getByRole('option').first().waitFor();
    await accessible(device, 'words that are offered');
    await shoot(device, '40-words-offered');
    await word(1).pressSequentially(first.slice(2, 4));
    await page.keyboard.press('Enter');
    assert.equal(await word(1).inputValue(), first);
    assert.equal(await word(2).evaluate((input) => input === document.activeElement), true);
  });

  await runner.step('another device finds the own threads by itself, from public files', async () => {
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
