import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Story, Town } from './house.ts';

const proofPatience = 60_000;
const badge = ({ page }: Person) => page.locator('nav [data-unread]').locator('visible=true');

async function answer(who: Person, story: Story, words: string): Promise<void> {
  await who.go(`/r/${story.room}/t/${story.thread}`);
  await who.field('Your reply').fill(words);
  await who.button('Reply').last().click();
  await who.page.locator('main li > article').filter({ hasText: words }).waitFor({ timeout: proofPatience });
}

/** The author's inbox: found on the device, and nobody is asked about one's own posts. */
export async function inbox({ runner, tag }: Town, a: Person, b: Person, story: Story): Promise<void> {
  const { page } = a;
  const words = `下周一一起去问吧。${tag}`;

  await runner.must(`${a.name}'s inbox does not repeat what the page has shown`, async () => {
    await a.go('/inbox');
    await a.button('Look for answers').click();
    await page.locator('[data-inbox-thread]').first().waitFor({ timeout: 20_000 });
    assert.equal(await badge(a).count(), 0, 'what was said live is read');
  });

  await runner.must(`${b.name} answers while ${a.name} is elsewhere: a badge tells`, async () => {
    await answer(b, story, words);
    await a.button('Look for answers').click();
    await badge(a).waitFor({ timeout: 20_000 });
    assert.equal(await badge(a).getAttribute('data-unread'), '1');
    await accessible(a, 'the inbox');
    await fits(a, 'the inbox');
    await shoot(a, '90-inbox');
  });

  await runner.must(`${a.name} reads the words, and the badge is gone`, async () => {
    const first = page.locator('[data-inbox-thread]').first();
    assert.equal(await first.getAttribute('data-inbox-thread'), story.thread);
    await first.getByRole('button', { name: a.t('What they said') }).click();
    await first.getByText(words).waitFor({ timeout: 20_000 });
    await badge(a).waitFor({ state: 'detached' });
    await accessible(a, 'the inbox, unfolded');
    await shoot(a, '91-inbox-words');
    await page.reload();
    await page.locator('[data-inbox-thread]').first().waitFor();
    assert.equal(await badge(a).count(), 0, 'it stays read');
  });

  await runner.must(`${b.name}, whom nobody answered, is told how an inbox comes about`, async () => {
    await b.go('/inbox');
    await b.button('Look for answers').click();
    await b.page.getByText(b.t('Nobody has called for you')).waitFor({ timeout: 20_000 });
    await accessible(b, 'the empty inbox');
    await fits(b, 'the empty inbox');
    await shoot(b, '92-inbox-empty');
  });

  await runner.must(`${a.name} goes from the inbox to the answer in its thread, and answers`, async () => {
    const first = page.locator('[data-inbox-thread]').first();
    await first.getByRole('button', { name: a.t('What they said') }).click();
    await first.locator('li').filter({ hasText: words }).getByRole('link').click();
    await page.waitForURL(/\/t\/.*#p-/);
    const said = page.locator('main li > article').filter({ hasText: words });
    await said.getByRole('button', { name: a.t('Reply to {who}', { who: '' }) }).click();
    await a.field('Your reply').fill(`${words} 我也去。`);
    await a.button('Reply').last().click();
    await page.locator('main li > article').filter({ hasText: '我也去' }).waitFor({ timeout: proofPatience });
  });

  await runner.step(`${a.name} mutes a thread, and hears it again`, async () => {
    await a.go('/inbox');
    const first = page.locator(`[data-inbox-thread="${story.thread}"]`);
    await first.getByRole('button', { name: a.t('Mute this thread') }).click();
    await first.waitFor({ state: 'detached' });
    await page.locator('details summary').click();
    await accessible(a, 'muted threads');
    await a.button('Hear it again').click();
    await first.waitFor();
  });

  await runner.step(
    `${b.name}, who was answered, hears of it, and nobody asked for anything of their own`,
    async () => {
      await b.button('Look for answers').click();
      await b.page.locator('[data-inbox-thread]').first().waitFor({ timeout: 20_000 });
      await accessible(b, 'the inbox of somebody who answers');
      await fits(b, 'the inbox of somebody who answers');
      await shoot(b, '93-inbox-other');
      await Promise.all([a.settle(), b.settle()]);
      const asked = [...a.requests, ...b.requests];
      const files = asked.filter(({ url }) => url.pathname.endsWith('/bulk/posts'));
      assert.ok(files.length > 0);
      for (const { url } of files) assert.match(url.search, /^\?day=[\d-]{10}(&after=[\w-]{43})?$/);
    },
  );
}
