import type { Person } from './person.ts';

/**
 * As if a week had gone by since somebody did something under their name on this device: what they say now leaves at once
 * (docs/decisions/0024), or the journey would have to insist at every step.
 */
export async function afterAWeek({ page }: Person): Promise<void> {
  // Where a journey broke before its first page there is no storage.
  if (page.url().startsWith('http')) await page.evaluate(() => localStorage.removeItem('teahouse.named'));
}
