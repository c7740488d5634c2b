import assert from 'node:assert/strict';
import type { Town } from '../journeys/house.ts';
import { accessible, fits } from '../lib/check.ts';
import type { Person } from '../lib/person.ts';
import { shoot } from '../lib/runner.ts';
import { colourAt, draw, type Parts, prepare } from './parts.ts';

const fileOf = (name: string, buffer: Buffer, mimeType = 'image/jpeg') => ({ name, mimeType, buffer });
const signedOf = ({ page }: Person) =>
  page.evaluate(() => {
    const { signed } = window as unknown as Parts;
    return signed.pictures.map(({ width, alt }) => ({ width, alt: alt ?? '' }));
  });

/** The pictures of a post that is being written. */
export async function writing({ runner }: Town, who: Person): Promise<void> {
  const { page, t } = who;
  const strip = page.getByRole('region', { name: t('Pictures') });
  const items = strip.getByRole('listitem');
  const descriptions = strip.getByLabel(t('Description, for people who cannot see it'));
  const idle = () => page.locator('form[data-busy="false"]').waitFor();
  const alerts = strip.getByRole('alert');

  await runner.must('pictures are added, described, ordered and removed', async () => {
    const files = await Promise.all(
      [300, 420, 540].map(async (width) =>
        fileOf(`IMG_${width}.jpg`, await draw(who, 'image/jpeg', width, 240)),
      ),
    );
    await strip.locator('input[type="file"]').setInputFiles(files);
    await page.waitForFunction(() => (window as unknown as Parts).signed.pictures.length === 3);
    await descriptions.nth(1).fill('The second\u202E picture');
    await page.getByRole('button', { name: t('Move picture {n} forward', { n: '2' }) }).click();
    assert.deepEqual(await signedOf(who), [
      { width: 420, alt: 'The second picture' },
      { width: 300, alt: '' },
      { width: 540, alt: '' },
    ]);
    await page.getByRole('button', { name: t('Remove picture {n}', { n: '2' }) }).click();
    assert.deepEqual(
      (await signedOf(who)).map(({ width }) => width),
      [420, 540],
    );
    await accessible(who, 'the pictures of a composer');
    await fits(who, 'the pictures of a composer');
    await shoot(who, '60-pictures-strip');
  });

  await runner.must('they survive a reload, and a paste and a drop add to them', async () => {
    await page.reload();
    await page.waitForFunction(() => (window as unknown as Parts).signed?.pictures.length === 2);
    assert.equal(await descriptions.first().inputValue(), 'The second picture');
    const dropped = (await draw(who, 'image/png', 200, 200)).toString('base64');
    for (const kind of ['paste', 'drop'] as const) {
      await page.getByLabel('Text').evaluate(
        (field, [event, bytes]) => {
          const data = new DataTransfer();
          data.items.add(
            new File([Uint8Array.fromBase64(bytes)], 'Screenshot of Lin.png', { type: 'image/png' }),
          );
          const init = { bubbles: true, cancelable: true };
          field.dispatchEvent(
            event === 'paste'
              ? new ClipboardEvent('paste', { ...init, clipboardData: data })
              : new DragEvent('drop', { ...init, dataTransfer: data }),
          );
        },
        [kind, dropped] as const,
      );
      await page.waitForFunction(() => (window as unknown as Parts).signed.pictures.length === 3);
      await idle();
    }
    // The same picture twice is one too many.
    await alerts.filter({ hasText: t('That picture is in this post already.') }).waitFor();
    assert.equal(await items.count(), 3);
  });

  await runner.must('every refusal says what to do, and takes nothing away', async () => {
    const input = strip.locator('input[type="file"]');
    await input.setInputFiles([fileOf('note.png', Buffer.from('%PDF-1.7'), 'image/png')]);
    await alerts.filter({ hasText: 'picture-kind' }).waitFor();
    await shoot(who, '61-pictures-refused');
    const more = await Promise.all([210, 220].map((width) => draw(who, 'image/jpeg', width, 100)));
    await input.setInputFiles(more.map((file, i) => fileOf(`${i}.jpg`, file)));
    await alerts.filter({ hasText: 'picture-count' }).waitFor();
    await idle();
    assert.equal(await items.count(), 4);
    assert.ok(await input.isDisabled());
  });

  await runner.must(
    'parts are blacked out with a finger, a brush and the keyboard, and stay black',
    async () => {
      await page.getByRole('button', { name: t('Black out parts of picture {n}', { n: '1' }) }).click();
      const dialog = page.getByRole('dialog', { name: t('Black out') });
      const canvas = dialog.locator('canvas');
      await canvas.scrollIntoViewIfNeeded();
      const box = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const stroke = async (from: [number, number], to: [number, number]) => {
        await page.mouse.move(box.x + from[0] * box.width, box.y + from[1] * box.height);
        await page.mouse.down();
        await page.mouse.move(box.x + to[0] * box.width, box.y + to[1] * box.height, { steps: 6 });
        await page.mouse.up();
      };
      await stroke([0.05, 0.05], [0.45, 0.4]);
      await dialog.getByText(t('Brush')).click();
      await stroke([0.1, 0.8], [0.9, 0.8]);
      await stroke([0.6, 0.1], [0.6, 0.2]);
      await dialog.getByRole('button', { name: t('Undo') }).click();
      await accessible(who, 'the editor that blacks out');
      await shoot(who, '62-pictures-black-out');
      if (who.look.size === 'desktop') {
        await dialog.getByRole('button', { name: t('Rectangle by keyboard') }).press('Enter');
        for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Shift+ArrowDown');
      }
      await dialog.getByRole('button', { name: t('Black it out for good') }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.locator('form[data-busy="true"]').waitFor();
      await idle();
      const file = Buffer.from(
        await page.evaluate(() => (window as unknown as Parts).signed.files[0]?.toBase64() ?? ''),
        'base64',
      );
      const black = async (x: number, y: number) =>
        (await colourAt(who, file, Math.round(x * 420), Math.round(y * 240))).every((value) => value < 16);
      assert.ok(await black(0.2, 0.2), 'the rectangle');
      assert.ok(await black(0.5, 0.8), 'the brush');
      assert.ok(!(await black(0.6, 0.13)), 'undone');
      if (who.look.size === 'desktop') assert.ok(await black(0.66, 0.5), 'by keyboard');
      assert.equal(await descriptions.first().inputValue(), 'The second picture');
      await shoot(who, '63-pictures-blacked-out');
    },
  );

  await runner.step('what a browser alters is refused, not posted', async () => {
    const altered = await who.context.newPage();
    await altered.route(/picture-worker/, async (route) => {
      const answer = await route.fetch();
      // As browsers do that guard against fingerprinting: now and then a bit of what is read.
      const guard = `const read = OffscreenCanvasRenderingContext2D.prototype.getImageData;
        OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...place) {
          const found = read.apply(this, place); found.data[40] ^= 1; return found; };`;
      await route.fulfill({ response: answer, body: `${guard}\n${await answer.text()}` });
    });
    await altered.goto('/');
    const file = await draw(who, 'image/jpeg', 64, 64);
    assert.equal(await prepare({ ...who, page: altered }, file), 'picture-altered');
    await altered.close();
  });
}
