import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** Step 2 of the issue: reading without an account. */
export async function visit({ runner }: Town, visitor: Person): Promise<void> {
  const { page, t } = visitor;
  const { step } = runner;

  await step('a visitor finds a lively square without an account', async () => {
    await visitor.go('/');
    await page.locator('main article').nth(10).waitFor();
    assert.match(
      (await page.locator('body').textContent()) ?? '',
      new RegExp(t('This page knows nothing about you: you are reading without an account.').slice(0, 12)),
    );
    assert.equal(await page.evaluate(() => document.documentElement.dataset.ground), 'talk');
    await accessible(visitor, 'the square');
    await fits(visitor, 'the square');
    await shoot(visitor, '01-square');
  });

  await step('a visitor reads a thread with nested replies', async () => {
    await visitor.go('/r/hours');
    await page.locator('main article h3 a').first().click();
    await page.locator('main ol > li article').first().waitFor();
    assert.equal(
      await page.locator('main h1').evaluate((h1) => h1 === document.activeElement),
      true,
      'the heading has the focus',
    );
    await accessible(visitor, 'a thread');
    await fits(visitor, 'a thread');
    await shoot(visitor, '02-thread');
  });

  await step('a visitor sees all rooms and enters one', async () => {
    await visitor.go('/rooms');
    await page.locator('main li a').nth(5).waitFor();
    await accessible(visitor, 'the rooms');
    await shoot(visitor, '03-rooms');
    await page.locator('main section li a').first().click();
    await page.locator('main article').first().waitFor();
    await accessible(visitor, 'a room');
    await fits(visitor, 'a room');
    await shoot(visitor, '04-room');
  });

  await step('a visitor who wants to write is shown the way to a mask', async () => {
    await visitor.go('/r/square/new');
    await visitor.link('Get your mask').waitFor();
    await accessible(visitor, 'the composer of a visitor');
  });

  await step('an address that leads nowhere says so', async () => {
    await page.goto('/no-such-page');
    await page.getByText(t('Nobody sits here')).first().waitFor();
    await accessible(visitor, 'the page of a wrong address');
    await page.goto(`/r/square/t/${'A'.repeat(43)}`);
    await page.locator('[data-code="unknown-thread"]').waitFor();
    await page.goto('/r/no-such-room');
    await page.locator('[data-code="unknown-room"]').first().waitFor();
  });

  await step('language and light are changed by hand and kept on the device', async () => {
    await visitor.go('/about');
    const other = visitor.look.lang === 'zh' ? 'English' : '中文';
    await page.getByRole('button', { name: other }).click();
    await page.waitForFunction(
      (lang) => document.documentElement.lang === lang,
      visitor.look.lang === 'zh' ? 'en' : 'zh-CN',
    );
    await page.reload();
    assert.equal(
      await page.evaluate(() => document.documentElement.lang),
      visitor.look.lang === 'zh' ? 'en' : 'zh-CN',
    );
    await page.getByRole('button', { name: visitor.look.lang === 'zh' ? '中文' : 'English' }).click();
    await page.getByRole('button', { name: t(visitor.look.theme === 'light' ? 'Dark' : 'Light') }).click();
    assert.equal(
      await page.evaluate(() => document.documentElement.dataset.theme),
      visitor.look.theme === 'light' ? 'dark' : 'light',
    );
    await accessible(visitor, 'how it works, in the other light');
    await page.getByRole('button', { name: t(visitor.look.theme === 'light' ? 'Light' : 'Dark') }).click();
    await shoot(visitor, '05-about');
  });
}
