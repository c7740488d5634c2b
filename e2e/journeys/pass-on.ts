import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** What else can be done with what somebody told: pass it on, or report it. */
export async function passOn(
  { runner }: Town,
  author: Person,
  other: Person,
  address: string,
): Promise<void> {
  const { page, name, t } = other;

  await runner.step(`${name} reposts what ${author.name} told, with a word of its own`, async () => {
    await other.go(address);
    await page.getByRole('button', { name: t('Repost'), exact: true }).click();
    await other.field('What you say of it').fill('值得一读。Worth reading.');
    await accessible(other, 'a repost that is written');
    await fits(other, 'a repost that is written');
    await shoot(other, '88-repost');
    await page
      .locator('dialog[open]')
      .getByRole('button', { name: t('Repost'), exact: true })
      .click();
    await page.getByText(/reposted once|转发\s*1\s*次/).waitFor();
    await other.go('/home');
    await page.locator('article[data-post]').filter({ hasText: 'Worth reading.' }).first().waitFor();
    await shoot(other, '88-reposted');
  });

  await runner.step(`${name} finds the report of a post and of a comment`, async () => {
    const sheet = page.locator('dialog[open]');
    await other.go(address);
    await page
      .getByRole('button', { name: t('More about the post by {name}', { name: author.name }) })
      .first()
      .click();
    await page.getByRole('menuitem', { name: t('Report'), exact: true }).click();
    await sheet.getByText(t('What is wrong with it?')).waitFor();
    await accessible(other, 'the report of a post');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: t('Report the comment by {name}', { name: author.name }) })
      .click();
    await sheet.getByText(t('What is wrong with it?')).waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });
}
