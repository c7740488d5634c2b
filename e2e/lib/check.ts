import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Person } from './person.ts';

/** Resolves when nothing fades in any more: colours would be measured half-way. */
const settled = ({ page }: Person): Promise<unknown> =>
  page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });

/** WCAG 2.2 A and AA, and axe's best practices. What came in while axe looked is looked at once more when it stands. */
export async function accessible(who: Person, where: string): Promise<void> {
  const look = async () => {
    await settled(who);
    return (await new AxeBuilder({ page: who.page }).analyze()).violations;
  };
  const first = await look();
  const violations = first.length === 0 ? first : await look();
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
