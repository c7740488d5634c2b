import type { Person } from './person.ts';

/**
 * As if a week had gone by since somebody did something under their name on this device: what they say now leaves at once
 * (docs/decisions/0024), or the journey would have to insist at every step.
 */
export const afterAWeek = ({ page }: Person): Promise<void> =>
  page.evaluate(() => localStorage.removeItem('teahouse.named'));
