import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** As the seed makes them. */
const recruiter = { email: 'recruiter@teahouse.example', password: 'a cup of longjing tea' } as const;

type Stage = 'new' | 'screen' | 'interview' | 'offer' | 'hired' | 'declined';
const column = ({ page }: Person, stage: Stage) => page.locator(`[data-stage="${stage}"]`);
const cardsIn = (who: Person, stage: Stage) => column(who, stage).locator('[data-card]');
const countIn = async (who: Person, stage: Stage) =>
  Number(await column(who, stage).locator('h2 .tabular').textContent());
const card = ({ page }: Person, id: string) => page.locator(`[data-card="${id}"]`);
const idOf = async (who: Person, stage: Stage, n = 0) =>
  (await cardsIn(who, stage).nth(n).getAttribute('data-card')) ?? '';

/** What was moved has arrived: nothing is being saved. */
async function saved({ page }: Person): Promise<void> {
  await page.waitForFunction(
    () => !Object.keys(sessionStorage).some((key) => key.startsWith('teahouse.hire.')),
  );
}

async function again(who: Person): Promise<void> {
  await saved(who);
  await who.page.reload();
  await who.page.locator('[data-card]').first().waitFor();
}

async function signIn(who: Person): Promise<void> {
  const { page } = who;
  await who.go('/signin');
  await page.locator('input[type="email"]').fill(recruiter.email);
  await page.locator('input[type="password"]').fill(recruiter.password);
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}

/** A recruiter at a desk: drags, keys, many at once, what is kept of one, and files. Returns the board's address. */
export async function hireAtDesk({ runner, tag }: Town, who: Person): Promise<string> {
  const { page, name, t } = who;
  const lines = page.locator('main [data-job]');

  await runner.must(`${name} finds the board with the most applications`, async () => {
    await signIn(who);
    await who.go('/hire');
    await lines.first().waitFor();
    await accessible(who, 'jobs to fill');
    await fits(who, 'jobs to fill');
    await shoot(who, '120-hire');
    const totals = await lines.evaluateAll((all) =>
      all.map((line) =>
        [...line.querySelectorAll('.tabular')].reduce((sum, one) => sum + Number(one.textContent), 0),
      ),
    );
    await lines
      .nth(totals.indexOf(Math.max(...totals)))
      .getByRole('link')
      .first()
      .click();
    await cardsIn(who, 'new').first().waitFor();
    await accessible(who, 'a board');
    await fits(who, 'a board');
    await shoot(who, '121-board');
  });

  await runner.step(`${name} drags a card to another stage, where it stays`, async () => {
    const [id, before] = [await idOf(who, 'new'), await countIn(who, 'offer')];
    await card(who, id).dragTo(column(who, 'offer').locator('[data-drop]'), {
      sourcePosition: { x: 100, y: 80 },
      targetPosition: { x: 60, y: 300 },
    });
    await column(who, 'offer').locator(`[data-card="${id}"]`).waitFor();
    assert.equal(await countIn(who, 'offer'), before + 1);
    await again(who);
    await column(who, 'offer').locator(`[data-card="${id}"]`).waitFor();
  });

  await runner.step(`${name} moves a card by keys, hears of it, and keeps the focus`, async () => {
    const id = await idOf(who, 'screen');
    const handle = card(who, id).locator('[data-name]');
    await handle.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await column(who, 'interview').locator(`[data-card="${id}"]`).waitFor();
    await page.waitForFunction((wanted) => document.activeElement?.getAttribute('data-name') === wanted, id);
    const to = t('Interview');
    const first = (await handle.textContent()) ?? '';
    await page
      .getByRole('status')
      .filter({ hasText: t('{first} moved to {to}', { first, to }) })
      .waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    await again(who);
    await column(who, 'interview').locator(`[data-card="${id}"]`).waitFor();
  });

  await runner.step(`${name} declines several at once, and undoes it`, async () => {
    const [before, declined] = [await countIn(who, 'new'), await countIn(who, 'declined')];
    for (const n of [0, 1]) await cardsIn(who, 'new').nth(n).getByRole('checkbox').check();
    await accessible(who, 'chosen cards');
    await shoot(who, '122-board-chosen');
    await who.button('Decline').click();
    await page.locator('[data-undo]').waitFor();
    assert.equal(await countIn(who, 'declined'), declined + 2);
    await accessible(who, 'what can be undone');
    await shoot(who, '123-board-undo');
    await who.button('Undo').click();
    await saved(who);
    assert.deepEqual([await countIn(who, 'new'), await countIn(who, 'declined')], [before, declined]);
    await again(who);
    assert.deepEqual([await countIn(who, 'new'), await countIn(who, 'declined')], [before, declined]);
  });

  await runner.step(
    `${name} keeps a note and a label on an application, and finds it by the note`,
    async () => {
      const id = await idOf(who, 'new');
      await card(who, id).locator('[data-name]').click();
      const sheet = page.locator('dialog[open]');
      await sheet.getByLabel(t('A note for your colleagues')).fill(`等春天再聊 ${tag}`);
      await accessible(who, 'an application, as its recruiter sees it');
      await shoot(who, '124-candidate');
      await sheet.getByRole('button', { name: t('Keep the note') }).click();
      await sheet.locator('li p', { hasText: tag }).waitFor();
      await sheet.getByRole('button', { name: t('Edit labels') }).click();
      await sheet.getByLabel(t('New label')).fill(`L${tag}`);
      await sheet.getByRole('radio', { name: t('Yellow') }).check();
      await sheet.getByRole('button', { name: t('Make the label') }).click();
      await sheet.locator('button[aria-pressed="true"]', { hasText: `L${tag}` }).waitFor();
      await accessible(who, 'an application with its labels');
      await page.keyboard.press('Escape');
      await page.locator('search input').fill(tag);
      await page.waitForFunction(() => document.querySelectorAll('[data-card]').length === 1);
      await card(who, id).waitFor();
      await accessible(who, 'a narrowed board');
      await shoot(who, '125-board-found');
      await page.locator('search input').fill('');
      await page.locator('search button', { hasText: `L${tag}` }).click();
      await page.waitForFunction(() => document.querySelectorAll('[data-card]').length === 1);
      await page.locator('search button', { hasText: `L${tag}` }).click();
    },
  );

  await runner.step(`${name} saves the applications as a file`, async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV', exact: true }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'applications.csv');
    const text = readFileSync(await download.path(), 'utf8');
    assert.match(text, /name,page,headline/);
    assert.ok(text.includes(tag), 'the note is in the file');
  });
  return new URL(page.url()).pathname;
}

/** On a phone: one stage at a time, moved by the menu; and a colleague who is faster. */
export async function hireOnPhone(
  { runner }: Town,
  who: Person,
  i: { board: string; other: Person },
): Promise<void> {
  const { page, name, t } = who;
  const { board, other } = i;
  const tab = (stage: string) =>
    page.getByRole('navigation', { name: t('Stages') }).getByRole('button', { name: t(stage) });
  const moveTo = async (by: Person, id: string, stage: string) => {
    await card(by, id).locator('button[aria-haspopup="menu"]').click();
    await by.page.getByRole('menuitem', { name: by.t(stage), exact: true }).click();
  };

  await runner.must(`${name} moves a card on a phone by its menu`, async () => {
    await signIn(who);
    await who.go(board);
    await cardsIn(who, 'new').first().waitFor();
    await accessible(who, 'a board on a phone');
    await fits(who, 'a board on a phone');
    await shoot(who, '126-board-phone');
    const id = await idOf(who, 'new');
    await card(who, id).locator('button[aria-haspopup="menu"]').click();
    await accessible(who, 'the menu of a card');
    await shoot(who, '127-board-menu');
    await page.getByRole('menuitem', { name: t('Hired'), exact: true }).click();
    await tab('Hired').click();
    await column(who, 'hired').locator(`[data-card="${id}"]`).waitFor();
    await again(who);
    await tab('Hired').click();
    await column(who, 'hired').locator(`[data-card="${id}"]`).waitFor();
    await card(who, id).locator('[data-name]').click();
    await page.locator('dialog[open] select').first().waitFor();
    await accessible(who, 'an application on a phone');
    await fits(who, 'an application on a phone');
    await shoot(who, '128-candidate-phone');
    await page.keyboard.press('Escape');
  });

  await runner.step(`${name} is told that a colleague was faster, and sees their move`, async () => {
    await again(other);
    await who.go(board);
    const id = await idOf(who, 'new');
    await moveTo(other, id, 'Offer');
    await saved(other);
    await moveTo(who, id, 'Declined');
    await page.locator('[data-code="application-moved"]').waitFor();
    await tab('Offer').click();
    await column(who, 'offer').locator(`[data-card="${id}"]`).waitFor();
    await accessible(who, 'a move that a colleague was first with');
  });
}
