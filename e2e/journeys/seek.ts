import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** Search in the named half: people by name, sound and likeness, narrowed by what they can be; companies; posts. */
export async function seek({ runner }: Town, who: Person): Promise<void> {
  const { page, name, t } = who;
  const lines = page.locator('main [data-member]');
  const ask = async (q: string) => {
    await page.locator('main input[type="search"]').fill(q);
    await page.keyboard.press('Enter');
  };

  await runner.step(`${name} looks for people by a surname and narrows them by company`, async () => {
    await who.go('/search');
    await page.getByText(t('What you look for is written down nowhere.'), { exact: true }).waitFor();
    await accessible(who, 'an empty search');
    await ask('chen');
    await lines.first().waitFor();
    await accessible(who, 'people found');
    await fits(who, 'people found');
    await shoot(who, '70-people-found');
    const all = await lines.count();
    if (who.look.size === 'phone')
      await page.getByLabel(t('Company'), { exact: true }).selectOption({ index: 1 });
    else
      await page
        .locator('main section', { hasText: t('Company') })
        .getByRole('button')
        .first()
        .click();
    await page.waitForURL(/company=/);
    await lines.first().waitFor();
    assert.ok((await lines.count()) <= all);
    await accessible(who, 'people narrowed');
    await shoot(who, '71-people-narrowed');
  });

  await runner.step(`${name} mistypes a name and finds those like it`, async () => {
    await who.go('/search?q=chenm');
    await page
      .getByText(t('Nobody is found by exactly that. These names come close.'), { exact: true })
      .or(page.getByRole('heading', { name: t('Nobody found') }))
      .first()
      .waitFor();
    await accessible(who, 'names that come close');
  });

  await runner.step(`${name} finds a company by how its name sounds`, async () => {
    await who.go('/search?q=xinghe&of=companies');
    await page.locator('main li', { hasText: 'xinghe.example' }).waitFor();
    await accessible(who, 'companies found');
    await shoot(who, '72-companies-found');
    await page
      .getByRole('link', { name: t('People'), exact: false })
      .last()
      .click();
    await page.waitForURL(/company=/);
    await lines.first().waitFor();
  });

  await runner.step(`${name} looks into both documents of the API`, async () => {
    await who.go('/developers');
    const calls = page.locator('main [data-tag] details');
    await calls.first().waitFor();
    await who.field('Find a call').fill('search people');
    await page.locator('main details', { hasText: '/search/people' }).first().locator('summary').click();
    await page.locator('pre', { hasText: 'curl' }).waitFor();
    await accessible(who, 'a call of the API');
    await fits(who, 'a call of the API');
    await shoot(who, '73-developers');
  });
}
