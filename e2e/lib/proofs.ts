import { readFileSync } from 'node:fs';
import type { Person } from './person.ts';

/** Talk logs what it accepted every five minutes in the demo; with what the seeding and a slow machine add. */
export const logPatience = 7 * 60_000;
const pause = 5000;

/** Opens the proof of the first post of the thread on the screen. */
export async function openProof({ page }: Person): Promise<void> {
  await page.locator('main button[aria-haspopup="dialog"]').first().click();
  await page.locator('dialog[open]').locator('[data-outcome], [data-code]').first().waitFor();
}

/** Presses "Try again" in the open sheet until talk has logged the post. Throws for any other refusal. */
export async function untilLogged({ page, t }: Person): Promise<void> {
  const sheet = page.locator('dialog[open]');
  const asked = Date.now();
  while ((await sheet.locator('[data-outcome]').count()) === 0) {
    const code = await sheet.locator('[data-code]').getAttribute('data-code');
    if (code !== 'proof-not-yet') throw new Error(`the proof was refused: ${code}`);
    if (Date.now() - asked > logPatience) throw new Error('the post was not logged in time');
    await page.waitForTimeout(pause);
    await sheet.getByRole('button', { name: t('Try again') }).click();
    await sheet.locator('[data-outcome], [data-code]').first().waitFor();
  }
}

/** Saves the proof in the open sheet; returns its name and text. */
export async function saveProof({ page, t }: Person): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .locator('dialog[open]')
      .getByRole('button', { name: t('Save the proof') })
      .click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** The same file with one letter of the words changed, and everything else as it was. */
export function changeLetter(text: string): string {
  const body = /"body": "([\w-]+)"/.exec(text)?.[1];
  if (!body) throw new Error('no body in the file');
  const bytes = Buffer.from(body, 'base64url');
  // The last byte of a body is the last of its last text.
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  return text.replace(body, bytes.toString('base64url'));
}

/** What a browser is given instead of a file from a disk. */
export const asFile = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});
