import type { Locator } from 'playwright-core';
import type { Person } from './person.ts';

/** Opens the three dots of the first post in a place, and chooses an act by its English words. */
export async function chooseAct({ page, t }: Person, place: Locator, act: string): Promise<void> {
  await place.locator('button[aria-haspopup="menu"]').first().click();
  await page.getByRole('menuitem', { name: t(act), exact: true }).click();
}
