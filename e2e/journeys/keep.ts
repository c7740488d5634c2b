import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import { storagesOf } from '../lib/storages.ts';
import type { Person, Story, Town } from './house.ts';

const passphrase = 'four quiet cups of tea';
const newer = 'five quiet cups of tea';
const proofPatience = 60_000;
const threadOf = (story: Story) => `/r/${story.room}/t/${story.thread}`;

/** Presses Tab until the element has the focus. */
async function tabTo({ page }: Person, find: string): Promise<void> {
  for (let i = 0; i < 90; i++) {
    const there = await page.evaluate((selector) => document.activeElement?.matches(selector), find);
    if (there) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${find} is not reached by Tab`);
}

async function unlock(who: Person, words = passphrase): Promise<void> {
  await who.field('Passphrase').fill(words);
  await who.button('Unlock').click();
}

/** A lock over the device: nothing can be read from its disk, reading goes on, writing asks for it. */
export async function lock({ runner }: Town, who: Person, story: Story): Promise<void> {
  const { page, name } = who;
  const disk = async () => JSON.stringify((await storagesOf(page)).databases);
  const chips = page.locator('main article .chip').filter({ hasText: new RegExp(`^${who.t('you')}$`) });

  await runner.must(`${name} locks the device with a passphrase, and its disk goes dark`, async () => {
    await who.go('/mine');
    await page.locator('main article').first().waitFor();
    assert.ok((await disk()).includes(story.thread), 'without a lock the disk names the own thread');
    await accessible(who, 'mine, with what protects it');
    await who.link('Set a lock').click();
    await page.locator('[data-lock="off"]').waitFor();
    await accessible(who, 'the lock, off');
    await fits(who, 'the lock, off');
    await shoot(who, '60-lock-off');
    await who.field('New passphrase').fill('short');
    await who.button('Turn the lock on').click();
    assert.equal(await who.field('New passphrase').getAttribute('aria-invalid'), 'true');
    await who.field('New passphrase').fill(passphrase);
    await who.field('Once more').fill(passphrase);
    await who.button('Turn the lock on').click();
    await page.locator('[data-lock="open"]').waitFor();
    assert.ok(!(await disk()).includes(story.thread), 'the disk names no thread any more');
    await accessible(who, 'the lock, on');
    await fits(who, 'the lock, on');
    await shoot(who, '61-lock-on');
  });

  await runner.must(`${name} reloads: locked, and reading works`, async () => {
    await who.go(threadOf(story));
    await page.locator('[data-lock="locked"]').waitFor();
    await page.locator('main article').first().waitFor();
    assert.equal(await chips.count(), 0, 'the page does not know which masks are its own');
    assert.equal(await who.field('Your reply').count(), 0);
    await accessible(who, 'a thread on a locked device');
    await fits(who, 'a thread on a locked device');
    await page.locator('[data-lock="locked"]').scrollIntoViewIfNeeded();
    await shoot(who, '62-locked-thread');
    await who.go('/mine');
    await page.locator('[data-lock="locked"]').waitFor();
    await shoot(who, '63-locked-mine');
  });

  await runner.must(`${name} unlocks by keyboard alone, after a wrong passphrase, and answers`, async () => {
    await who.go(threadOf(story));
    await page.locator('[data-lock="locked"]').waitFor();
    await tabTo(who, '[data-lock="locked"] input');
    await page.keyboard.type('three loud cups of tea');
    await page.keyboard.press('Enter');
    await page.locator('[data-code="passphrase-wrong"]').waitFor();
    await accessible(who, 'a wrong passphrase');
    await shoot(who, '64-wrong-passphrase');
    await tabTo(who, '[data-lock="locked"] input');
    await page.keyboard.type(passphrase);
    await page.keyboard.press('Enter');
    await chips.first().waitFor();
    await who.field('Your reply').fill('Said from behind a lock.');
    await who.button('Reply').last().click();
    const said = page.locator('main li > article').filter({ hasText: 'behind a lock' });
    // Whether it waits depends on how long ago another thread was spoken in.
    const now = who.button('Send now');
    await now.or(said).first().waitFor();
    if (await now.isVisible()) await now.click();
    await said.waitFor({ timeout: proofPatience });
    assert.ok(!(await disk()).includes(story.thread), 'what was just said is not on the disk');
  });

  await runner.step(`${name}'s second tab opens by itself, and one lock shuts both`, async () => {
    const other = await who.context.newPage();
    const reply = other.getByLabel(who.t('Your reply'), { exact: true });
    const own = other.locator('main article .chip').filter({ hasText: who.t('you') });
    try {
      await other.goto(threadOf(story));
      await reply.waitFor();
      await page.bringToFront();
      await who.go('/mine');
      await who.button('Lock now').click();
      await page.locator('[data-lock="locked"]').waitFor();
      await other.locator('[data-lock="locked"]').waitFor();
      assert.equal(await own.count(), 0, 'the other tab let go of what it knew');
      await unlock(who);
      await reply.waitFor();
    } finally {
      await other.close();
    }
  });
}

/** A passkey for the lock, by the browser's own virtual authenticator. */
export async function passkey({ runner }: Town, who: Person): Promise<void> {
  const { page, name } = who;
  const devtools = await who.context.newCDPSession(page);

  await runner.step(`${name} adds a passkey to the lock and opens it with that`, async () => {
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await who.go('/lock');
    await unlock(who);
    await page.locator('[data-lock="open"]').waitFor();
    await who.button('Add a passkey').click();
    await who.field('Passphrase').fill(passphrase);
    await accessible(who, 'what opens the lock now');
    await who.button('Continue').click();
    await who.button('Make the passkey').click();
    await page.getByText(who.t('A passkey'), { exact: true }).waitFor();
    await shoot(who, '65-passkey');
    const before = who.requests.length;
    await page.reload();
    await page.locator('[data-lock="locked"]').waitFor();
    await shoot(who, '66-locked-passkey');
    await who.button('With the passkey').click();
    await page.locator('[data-lock="open"]').waitFor();
    await who.settle();
    const told = who.requests.slice(before).filter(({ method }) => method !== 'GET');
    assert.deepEqual(
      told.map(({ url }) => url.pathname).filter((path) => !path.endsWith('/draw')),
      [],
      'no server heard of the passkey',
    );
  });

  await runner.step(`${name} is told so where no passkey can keep the lock`, async () => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
    await page.reload();
    await page.locator('[data-lock="locked"]').waitFor();
    await unlock(who);
    await page.getByText(who.t('This browser has no passkeys that can keep a lock.')).waitFor();
  });

  await runner.step(
    `${name} changes the passphrase with the old one; the old one opens nothing`,
    async () => {
      await who.button('Change the passphrase').click();
      await who.field('Passphrase').fill(passphrase);
      await who.button('Continue').click();
      await who.field('New passphrase').fill('five quiet cups of tea');
      await who.field('Once more').fill('five quiet cups of tea');
      await who.button('Take this passphrase').click();
      await who.button('Take this passphrase').waitFor({ state: 'detached' });
      await page.reload();
      await page.locator('[data-lock="locked"]').waitFor();
      await unlock(who);
      await page.locator('[data-code="passphrase-wrong"]').waitFor();
      await unlock(who, newer);
      await page.locator('[data-lock="open"]').waitFor();
    },
  );
}

/** The 24 words open a locked device too, and nothing on it is lost. */
export async function unlockByWords({ runner }: Town, who: Person, phrase: string): Promise<void> {
  const { page, name } = who;
  await runner.step(`${name} opens the lock with the 24 words, the passphrase forgotten`, async () => {
    await who.go('/lock');
    await page.locator('[data-lock="locked"]').waitFor();
    await who.button('With the 24 words').click();
    await page.getByLabel(who.t('Word {number}', { number: '1' }), { exact: true }).fill(phrase);
    await accessible(who, 'the words in the place of the passphrase');
    await fits(who, 'the words in the place of the passphrase');
    await shoot(who, '67-unlock-by-words');
    await who.button('Unlock').click();
    await page.locator('[data-lock="open"]').waitFor();
  });
}

/** Nobody touches it for a quarter of an hour. */
export async function leaveAlone({ runner }: Town, who: Person): Promise<void> {
  const { page, name } = who;
  await runner.step(`${name} is locked out after a quarter of an hour without use`, async () => {
    await page.clock.install();
    await who.go('/lock');
    await unlock(who, newer);
    await page.locator('[data-lock="open"]').waitFor();
    await page.clock.fastForward('14:00');
    await page.waitForTimeout(300);
    assert.equal(await page.locator('[data-lock="open"]').count(), 1);
    await page.clock.fastForward('02:00');
    await page.locator('[data-lock="locked"]').waitFor();
    await page.clock.resume();
  });
}

/** "Forget everything" leaves nothing on the device, locked or not, and in no tab. */
export async function forget({ runner }: Town, device: Person): Promise<void> {
  const { page } = device;
  await runner.step('a device that is told to forget keeps nothing', async () => {
    const other = await device.context.newPage();
    await other.goto('/mine');
    await other.locator('[data-lock="locked"]').waitFor();
    await device.go('/mine');
    await device.link('I have none of these: forget everything here').click();
    await device.button('Forget everything here').waitFor();
    await accessible(device, 'what forgetting means');
    await fits(device, 'what forgetting means');
    await shoot(device, '70-forget');
    await device.button('Forget everything here').click();
    await page.getByText(device.t('That is not the word.')).waitFor();
    assert.ok((await storagesOf(page)).local['teahouse.holder'], 'nothing was forgotten by a slip');
    const word = device.t('forget');
    await page.getByLabel(device.t('Write “{word}” to go on', { word }), { exact: true }).fill(word);
    await device.button('Forget everything here').click();
    await page.waitForURL('**/forgotten');
    await other.waitForURL('**/forgotten');
    await page.getByText(device.t('Nothing is left here.')).waitFor();
    await accessible(device, 'after forgetting');
    await fits(device, 'after forgetting');
    await shoot(device, '71-forgotten');
    const left = await storagesOf(page);
    assert.deepEqual(Object.keys(left.databases), [], 'no database');
    assert.deepEqual(left.local, {}, 'nothing in localStorage');
    assert.deepEqual(left.session, {}, 'nothing in sessionStorage');
    for (const [name, paths] of Object.entries(left.caches)) {
      assert.match(name, /^teahouse-shell-/);
      assert.deepEqual(
        paths.filter((path) => !/^\/(assets\/.*|index\.html|icon\.svg|manifest\.webmanifest)$/.test(path)),
        [],
      );
    }
    await other.close();
    await device.go('/mine');
    await device.link('Get your mask').waitFor();
  });
}
