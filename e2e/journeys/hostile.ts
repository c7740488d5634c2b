import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Story, Town } from './house.ts';

const proofPatience = 60_000;

/** What somebody would try; each is to be words, and nothing else. */
const attacks: readonly string[] = [
  '<script>window.hit = 1</script><img src=x onerror="window.hit = 1"><svg onload="window.hit = 1">',
  '[a](javascript:window.hit=1) [b](JaVaScRiPt&colon;window.hit=1) <javascript:window.hit=1> [c](data:text/html,x)',
  '[a](https://x.example/"onmouseover="window.hit=1) ![b](https://x.example/pixel.png) [c]: javascript:window.hit=1',
  '&lt;script&gt;window.hit=1&lt;/script&gt; &#60;script&#62;window.hit=1&#60;/script&#62;',
  '```html\n<iframe srcdoc="<script>parent.hit=1</script>"></iframe>\n```',
  `${'>'.repeat(5000)} ${'*'.repeat(2000)}a${'*'.repeat(2000)}`,
  '['.repeat(9000),
  '- '.repeat(4500),
  `z${'\u0301'.repeat(9000)}a`,
  'W'.repeat(4000),
  '\u{12031}\uFDFD'.repeat(500),
  'a\n'.repeat(4500),
];
/** One post with something of each; its first words find it again. */
const mixed = (name: string): string =>
  [
    `敌意 ${name}`,
    ...attacks.slice(0, 5),
    `> ${'z\u0301\u0302\u0303\u0304'.repeat(20)}`,
    'W'.repeat(300),
  ].join('\n\n');

/** At once, as from a clipboard: typed in, thousands of lines take a browser minutes. */
const paste = (field: Locator, text: string) =>
  field.evaluate((element, value) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

const words = ({ page }: Person) => page.locator('.words');

/** Nothing in the written words is anything but words, their marks and links to http and https. */
async function harmless(who: Person, what: string): Promise<void> {
  const found = await words(who).evaluateAll((texts) =>
    texts.flatMap((text) =>
      [...text.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
        const name = element.localName;
        const odd = [...element.attributes].filter(({ name }) => /^on|^style$|^src|^srcdoc$/.test(name));
        const link = element.getAttribute('href') ?? '#';
        const bad = /^(script|img|iframe|object|embed|style|link|form|input|base|meta|video|audio)$/.test(
          name,
        );
        return bad || odd.length > 0 || !/^(https?:\/\/|#)/.test(link) ? [element.outerHTML] : [];
      }),
    ),
  );
  assert.deepEqual(found, [], what);
  assert.equal(await who.page.evaluate(() => Reflect.get(window, 'hit')), undefined, what);
}

/** Marks, quotations and names in a text; and everything that is hostile in one. Issue 4, "Composer", "Bad input". */
export async function writeHostile({ runner }: Town, a: Person, b: Person, story: Story): Promise<void> {
  const { page } = b;
  const field = b.field('Your reply');
  const preview = b.button('Preview');
  const postOf = (who: Person, text: string) =>
    who.page.locator('main li > article').filter({ hasText: text });

  await runner.must(`${b.name} sets marks by keyboard, and looks at them before they are sent`, async () => {
    await b.go(`/r/${story.room}/t/${story.thread}`);
    await field.fill('奖金');
    await field.press('ControlOrMeta+a');
    await field.press('ControlOrMeta+b');
    assert.equal(await field.inputValue(), '**奖金**');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    assert.equal(await field.inputValue(), '- **奖金**');
    await preview.click();
    await page.locator('[data-preview] .words li strong', { hasText: '奖金' }).waitFor();
    await accessible(b, 'a preview');
    await fits(b, 'a preview');
    await shoot(b, '29-preview');
    await preview.click();
    assert.equal(await field.inputValue(), '- **奖金**');
  });

  await runner.step(`${b.name} looks at hostile texts: each is words and nothing else`, async () => {
    for (const attack of attacks) {
      await paste(field, attack);
      await preview.click();
      await page.locator('[data-preview] .words').waitFor();
      await harmless(b, attack.slice(0, 60));
      await fits(b, attack.slice(0, 60));
      await preview.click();
    }
  });

  await runner.step(
    `${b.name} pastes a megabyte: it is refused by the counter, and everything is kept`,
    async () => {
      await paste(field, '字'.repeat(1_000_000));
      await b.button('Reply').last().click();
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      assert.equal(await preview.isDisabled(), true);
      assert.equal((await field.inputValue()).length, 1_000_000);
      await fits(b, 'a megabyte');
      await field.fill('');
    },
  );

  await runner.must(
    `${b.name} quotes ${a.name}, calls a mask by its name and posts hostile words`,
    async () => {
      await a.go(`/r/${story.room}/t/${story.thread}`);
      const opening = page.locator('main > * article').first();
      await opening.locator('.words p').first().selectText();
      await opening
        .getByRole('button', { name: new RegExp(b.t('Quote {who}', { who: '.+' })) })
        .first()
        .click();
      await page.waitForFunction(() => /^> /.test(document.querySelector('textarea')?.value ?? ''));
      assert.equal(await field.inputValue(), '> 有人知道年底的奖金安排吗？\n\n', 'what was selected');
      await field.press('End');
      await field.pressSequentially('@');
      await page.locator('[role=option]').first().waitFor();
      await accessible(b, 'the names of a thread');
      await shoot(b, '29-names');
      await field.press('ArrowDown');
      await field.press('ArrowUp');
      await field.press('Enter');
      assert.match(await field.inputValue(), /\n@\S.* $/);
      assert.equal(await page.locator('[role=option]').count(), 0);
      await preview.click();
      await page.locator('[data-preview] .words a.mention svg.mask').waitFor();
      await shoot(b, '29-called');
      await preview.click();
      await field.fill(`${await field.inputValue()}\n\n${mixed(b.name)}`);
      await b.button('Reply').last().click();
      // Whether it waits depends on how long ago something left in another context.
      const now = b.button('Send now');
      await now.or(postOf(b, '敌意')).first().waitFor();
      if (await now.isVisible()) await now.click();
      await postOf(a, '敌意').waitFor({ timeout: proofPatience });
      await postOf(b, '敌意').waitFor({ timeout: proofPatience });
      await postOf(a, '敌意').locator('.words blockquote', { hasText: '年底的奖金安排' }).waitFor();
      for (const who of [a, b]) {
        await harmless(who, 'the post');
        await fits(who, 'the post');
        await accessible(who, 'the post');
        await postOf(who, '敌意').scrollIntoViewIfNeeded();
        await shoot(who, '29-hostile');
      }
    },
  );

  await runner.step(`${a.name} is asked before a link leads out of Teahouse`, async () => {
    const pages = a.context.pages().length;
    const link = postOf(a, '敌意').locator('a[href^="https://x.example"]').first();
    await link.click();
    const dialog = a.page.locator('dialog[open]');
    await dialog.getByText('x.example').first().waitFor();
    await accessible(a, 'the question before a link');
    await shoot(a, '29-leave');
    await a.button('Stay here').click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(a.context.pages().length, pages);
    assert.equal(await link.evaluate((element) => element === document.activeElement), true);
  });
}
