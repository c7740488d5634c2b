import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { asFile, changeLetter, logPatience, openProof, saveProof, untilLogged } from '../lib/proofs.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Story, Town } from './house.ts';

/** What talk answers for a post that it has not logged yet. */
const notYet = {
  status: 409,
  headers: { 'retry-after': '170', 'content-type': 'application/problem+json' },
  body: JSON.stringify({ type: 'about:blank', title: 'Not yet', status: 409, code: 'proof-not-yet' }),
};

/** Anyone can have the proof of a post, without a wallet. P1. */
export async function save({ runner }: Town, reader: Person, story: Story): Promise<void> {
  const { page } = reader;
  await runner.must(
    `${reader.name} opens the proof of a post, waits until it is logged, and saves it`,
    async () => {
      await reader.go(`/r/${story.room}/t/${story.thread}`);
      await page.route('**/api/talk/rooms/*/posts/*/proof', (route) => route.fulfill(notYet), { times: 1 });
      await openProof(reader);
      await page.locator('dialog[open] [data-code="proof-not-yet"]').getByText(/3/).waitFor();
      await accessible(reader, 'a proof that is not ready');
      await shoot(reader, '60-proof-not-yet');
      await untilLogged(reader);
      const sheet = page.locator('dialog[open]');
      assert.equal(await sheet.locator('[data-outcome]').getAttribute('data-outcome'), 'proven');
      await sheet.locator('[data-said]').getByText(story.title).waitFor();
      await accessible(reader, 'a proof');
      await fits(reader, 'a proof');
      await shoot(reader, '61-proof');
      const { name, text } = await saveProof(reader);
      assert.match(name, /^teahouse-proof-[\w-]{8}\.json$/);
      story.proof = text;
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
    },
    logPatience + 60_000,
  );
}

const outcomes = ({ page }: Person) => page.locator('main [data-outcome]');

/** The page that checks files, with the network cut. */
export async function verify({ runner }: Town, reader: Person, story: Story): Promise<void> {
  const { page, context } = reader;
  const give = (...files: ReturnType<typeof asFile>[]) =>
    page.locator('input[type="file"]').setInputFiles(files);
  const proof = () => asFile('teahouse-proof-saved.json', story.proof);

  await runner.must(
    `${reader.name} cuts the network after the first visit of /verify: a proof is proven`,
    async () => {
      await reader.go('/verify');
      await page.locator('[data-kept="true"]').waitFor();
      await accessible(reader, 'the page that checks proofs');
      await fits(reader, 'the page that checks proofs');
      await shoot(reader, '62-verify');
      await context.setOffline(true);
      await give(proof());
      await outcomes(reader).first().waitFor();
      assert.equal(await outcomes(reader).first().getAttribute('data-outcome'), 'proven');
    },
  );

  await runner.must(`${reader.name} opens the page anew without a network, by keyboard alone`, async () => {
    // Asked for long before the key: the browser begins to listen some time after it is told to.
    const chosen = page.waitForEvent('filechooser');
    await page.reload();
    await page.locator('main h1').waitFor();
    const input = page.locator('input[type="file"]');
    for (let i = 0; i < 40 && !(await input.evaluate((field) => field === document.activeElement)); i++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    const chooser = await chosen;
    assert.ok(chooser.isMultiple());
    await chooser.setFiles([proof()]);
    await outcomes(reader).first().waitFor();
    assert.equal(await outcomes(reader).first().getAttribute('data-outcome'), 'proven');
    await page.locator('[data-said]').getByText(story.title).waitFor();
    await page.locator('main summary').click();
    assert.equal(
      await page.locator('[data-check]:not([data-state="ok"]):not([data-check="keys-trusted"])').count(),
      0,
    );
    await accessible(reader, 'a proven file');
    await fits(reader, 'a proven file');
    await shoot(reader, '63-proven');
  });

  await runner.step(
    `${reader.name} drops two files: a changed letter is named, a picture is unusable`,
    async () => {
      const changed = changeLetter(story.proof);
      const dropped = await page.evaluateHandle((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'changed.json', { type: 'application/json' }));
        data.items.add(new File(['\u0089PNG'], 'picture.png', { type: 'image/png' }));
        return data;
      }, changed);
      await page
        .locator('input[type="file"]')
        .locator('xpath=../..')
        .dispatchEvent('drop', { dataTransfer: dropped });
      await outcomes(reader).nth(2).waitFor();
      assert.equal(await outcomes(reader).nth(0).getAttribute('data-outcome'), 'not-proven');
      const text = outcomes(reader).nth(0).locator('[data-check="text"]');
      assert.equal(await text.getAttribute('data-state'), 'failed');
      assert.equal(await outcomes(reader).nth(1).getAttribute('data-reason'), 'not-json');
      await accessible(reader, 'a changed file');
      await fits(reader, 'a changed file');
      await shoot(reader, '64-changed');
      await context.setOffline(false);
    },
  );

  await runner.step(`${reader.name} looks into both logs`, async () => {
    await reader.go('/log');
    await page.locator('main dl').nth(1).waitFor();
    await page.locator('main dl ol li').first().waitFor();
    await accessible(reader, 'the logs');
    await fits(reader, 'the logs');
    await shoot(reader, '65-logs');
  });
}

/** A server that shows an older log: the device stops, says why, and sends nothing. P2. */
export async function rollBack({ runner }: Town, who: Person, story: Story): Promise<void> {
  const { page, context } = who;
  const file = '**/api/talk/log/checkpoint';

  await runner.must(`${who.name}'s device stops when the log is shorter than it was`, async () => {
    await who.go('/r/square/new');
    await page.getByRole('radio').first().waitFor();
    await context.route(file, (route) =>
      route.fulfill({ contentType: 'text/plain', body: story.checkpoint }),
    );
    await who.go('/r/square/new');
    await page.locator('[data-stopped="log-rolled-back"]').waitFor({ timeout: 60_000 });
    await page.locator('[data-closed]').waitFor();
    assert.equal(await who.button('Open the thread').count(), 0, 'the composer is closed');
    await accessible(who, 'a stopped device');
    await fits(who, 'a stopped device');
    await shoot(who, '66-stopped');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      who.button('Save the evidence').click(),
    ]);
    assert.equal(download.suggestedFilename(), 'teahouse-log-evidence.json');
  });

  await runner.must(`${who.name} looks once more when the log is whole again, and can write`, async () => {
    await context.unroute(file);
    await who.button('Look once more').click();
    await page.locator('[data-stopped]').waitFor({ state: 'detached' });
    await who.go('/r/square/new');
    await page.getByRole('radio').first().waitFor();
  });
}
