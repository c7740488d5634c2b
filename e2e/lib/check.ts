import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Person } from './person.ts';

/** WCAG 2.2 A and AA, and axe's best practices. */
export async function accessible({ page }: Person, where: string): Promise<void> {
  // Colours that are still fading in would be measured half-way.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n  ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join('\n  ')}`,
  );
  assert.deepEqual(told, [], `axe on ${where}`);
}

/** Nothing on the page is wider than the window. */
export async function fits({ page }: Person, where: string): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(over <= 0, `${where} is ${over} px wider than the window`);
}
