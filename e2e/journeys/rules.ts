import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** The pages that say by which rules, what was decided, and how much of it: for anybody, without an account. */
export async function readRules({ runner }: Town, who: Person): Promise<void> {
  const { page } = who;
  await runner.step(`${who.name} reads the rules, what was decided, and the figures`, async () => {
    await who.go('/rules');
    assert.equal(await page.locator('li[id^="rule-"]').count(), 10);
    await accessible(who, 'the rules');
    await fits(who, 'the rules');
    await shoot(who, '60-rules');
    for (const [path, picture] of [
      ['/log/decisions', '61-decisions'],
      ['/transparency', '62-figures'],
      ['/tokens', '63-tokens-visitor'],
    ] as const) {
      await who.go(path);
      await page.locator('main .shimmer').first().waitFor({ state: 'detached' });
      await accessible(who, path);
      await fits(who, path);
      await shoot(who, picture);
    }
  });

  await runner.step(`${who.name} narrows the decisions, and the address says how`, async () => {
    await who.go('/log/decisions');
    await page.getByLabel(who.t('Rule'), { exact: true }).selectOption('insult');
    await page.waitForURL(/rule=insult/);
    await who.button('No filters').click();
    await page.waitForURL((url) => url.search === '');
  });
}

/** How many tokens somebody has, and why. */
export async function countTokens({ runner }: Town, who: Person): Promise<void> {
  await runner.step(`${who.name} sees how many tokens there are, and what may come back`, async () => {
    await who.go('/mine');
    await who.page.locator('main a[href="/tokens"]').first().click();
    await who.page.locator('[data-tokens]').waitFor({ timeout: 20_000 });
    await who.page.locator('[data-pending]').waitFor();
    await accessible(who, 'the tokens');
    await fits(who, 'the tokens');
    await shoot(who, '6f-tokens');
  });
}
