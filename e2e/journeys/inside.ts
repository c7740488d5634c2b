import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

const proofPatience = 60_000;
const entering = ({ requests }: Person, room: string) =>
  requests.filter(({ method, url }) => method === 'POST' && url.pathname.endsWith(`/${room}/key`));

/** A small picture, made by the browser itself. */
async function teaRed({ page }: Person): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 200 });
    const context = canvas.getContext('2d');
    if (context) context.fillStyle = '#a5402d';
    context?.fillRect(0, 0, 320, 200);
    return canvas.toDataURL('image/png');
  });
  return { name: 'tea.png', mimeType: 'image/png', buffer: Buffer.from(url.split(',')[1] ?? '', 'base64') };
}

/** A room for colleagues: entered by somebody who works there, once a day, and closed to everybody else. */
export async function amongColleagues(
  { runner, tag }: Town,
  a: Person,
  strangers: readonly Person[],
): Promise<void> {
  const { page } = a;
  const title = `只跟同事说 ${tag}`;
  let room = '';
  let thread = '';

  await runner.must(`${a.name} sees the room of the own colleagues, and what entering it shows`, async () => {
    await a.go('/rooms');
    const link = page.locator('main li').filter({ has: page.locator('[data-lock]') });
    await link.first().waitFor();
    assert.equal(await link.count(), 1, 'of one company');
    await accessible(a, 'the rooms of somebody who works');
    await shoot(a, '80-rooms-inside');
    room = (await link.getByRole('link').getAttribute('href'))?.split('/').at(-1) ?? '';
    await link.getByRole('link').click();
    await page.locator(`[data-closed-room="${room}"]`).waitFor();
    await a.button('Enter for today').waitFor();
    await a.settle();
    assert.equal(entering(a, room).length, 0, 'nothing is shown before the button is pressed');
    await accessible(a, 'the door');
    await fits(a, 'the door');
    await shoot(a, '81-door');
  });

  await runner.must(`${a.name} enters, and opens a thread among colleagues`, async () => {
    await a.button('Enter for today').click();
    await page.locator('[data-inside]').waitFor({ timeout: proofPatience });
    await accessible(a, 'inside');
    await shoot(a, '82-inside');
    await a.go(`/r/${room}/new`);
    await a.field('Title').fill(title);
    await a.field('What is it about?').fill('楼下的咖啡机又坏了，有人报修了吗？');
    await page.locator('input[type="file"]').setInputFiles([await teaRed(a)]);
    const speakAs = page.getByRole('group', { name: a.t('Speak as') }).getByRole('radio');
    await speakAs.first().waitFor();
    assert.equal(await speakAs.count(), 1, 'colleagues speak as colleagues');
    await page.getByRole('button', { name: a.t('Remove picture {n}', { n: '1' }) }).waitFor();
    await a.button('Open the thread').click();
    await page.locator('[data-outbox="waiting"]').waitFor({ timeout: 15_000 });
    await a.button('Send now').click();
    await page.waitForURL(/\/t\//, { timeout: proofPatience });
    await page.getByRole('heading', { name: title }).waitFor();
    await page.locator('[data-inside]').waitFor();
    await page.waitForFunction(() => {
      const [picture] = document.querySelectorAll<HTMLImageElement>('main article img');
      return picture !== undefined && picture.naturalWidth > 0;
    });
    const address = await page.locator('main article img').first().getAttribute('src');
    assert.match(address ?? '', /^blob:/, 'it came with the key');
    thread = new URL(page.url()).pathname;
    await page.reload();
    await page.getByRole('heading', { name: title }).waitFor();
    await a.settle();
    assert.equal(entering(a, room).length, 1, 'entered once');
    await shoot(a, '83-thread-inside');
  });

  await runner.must(
    `${a.name} searches the room inside, and no word of it comes into an address`,
    async () => {
      const kept = () => page.evaluate(() => localStorage.getItem('teahouse.find.searches'));
      const before = await kept();
      await a.go(`/r/${room}`);
      await a.field('Words to look for in this room').fill('咖啡机');
      await page.keyboard.press('Enter');
      const found = page.locator('[data-inside-search] article').filter({ hasText: title });
      await found.locator('mark', { hasText: '咖啡' }).first().waitFor();
      await accessible(a, 'a search inside');
      await fits(a, 'a search inside');
      await shoot(a, '85-search-inside');
      assert.equal(new URL(page.url()).search, '');
      assert.equal(await kept(), before, 'it is not among the last searches');
      await found.getByRole('link').click();
      await page.getByRole('heading', { name: title }).waitFor();
      await page.goBack();
      await found.waitFor();
      await a.button('Back to the threads').click();
      await page.locator('main article h3', { hasText: title }).waitFor();
      await a.settle();
      assert.equal(entering(a, room).length, 1, 'entered once');
      await a.go(`/talk/search?q=${encodeURIComponent(title)}`);
      await page.getByText(a.t('Nobody has said that here')).waitFor();
    },
  );

  for (const who of strangers) {
    await runner.step(
      `${who.name} finds the door closed, and nothing of what is said behind it`,
      async () => {
        for (const path of [`/r/${room}`, thread]) {
          await who.go(path);
          await who.page.locator(`[data-closed-room="${room}"]`).waitFor();
          const shown = (await who.page.locator('body').textContent()) ?? '';
          assert.ok(!shown.includes(title));
        }
        await accessible(who, 'the closed door');
        await fits(who, 'the closed door');
        await shoot(who, '84-closed');
        await who.go(`/talk/search?room=${room}&q=${encodeURIComponent('咖啡机')}`);
        await who.page.locator('[data-searched-inside]').waitFor();
        await accessible(who, 'a search of a closed room');
        await shoot(who, '86-searched-inside');
        await who.go('/rooms');
        await who.page.locator('main li a').nth(5).waitFor();
        assert.equal(await who.page.locator(`main a[href="/r/${room}"]`).count(), 0);
        await who.settle();
        assert.equal(entering(who, room).length, 0, 'no credential was shown');
        const read = who.requests.filter(
          ({ url }) =>
            url.pathname.startsWith('/api/') &&
            (url.pathname.includes(`/rooms/${room}/`) || url.searchParams.get('room') === room),
        );
        assert.deepEqual(read, [], 'nothing of the room was asked for');
      },
    );
  }
}
