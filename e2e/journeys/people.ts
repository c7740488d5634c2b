import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

const handleOf = ({ tag }: Town, { name }: Person) => `${name.toLowerCase()}-${tag}`;
const part = ({ page }: Person, section: string) => page.locator(`[data-section="${section}"]`);

/** Opens the form of a part by its pencil, has it filled in, and saves it. */
async function change(who: Person, section: string, title: string, fill: () => Promise<void>): Promise<void> {
  await part(who, section)
    .getByRole('button', { name: who.t('Change: {title}', { title: who.t(title) }) })
    .click();
  await fill();
  await part(who, section)
    .getByRole('button', { name: who.t('Save'), exact: true })
    .click();
  await part(who, section).locator('form').waitFor({ state: 'detached' });
}

/** A photo of its own making, wider than high, as a file of a camera would be. */
async function somePhoto({ page }: Person): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(800, 600);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.fillStyle = '#7d9b84';
    context.fillRect(0, 0, 800, 600);
    context.fillStyle = '#e9c9a4';
    context.beginPath();
    context.arc(400, 260, 130, 0, 7);
    context.fill();
    context.fillStyle = '#40322a';
    context.fillRect(230, 420, 340, 180);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** A page is written part by part, on the screen where others see it. */
export async function writePage(town: Town, who: Person): Promise<void> {
  const { runner } = town;
  const { page, name, t } = who;

  await runner.must(`${name} finds an own page with hints, and gives it headline and address`, async () => {
    await who.go('/me');
    await page.locator('[data-hints]').waitFor();
    await accessible(who, 'an empty page');
    await fits(who, 'an empty page');
    await shoot(who, '60-me-empty');
    await who.button('Headline, address, readers').click();
    await who.field('Headline').fill('泡茶 · Brews tea and software');
    await who.field('Address of your page').fill(handleOf(town, who));
    await who.field('Who finds your page').selectOption('everyone');
    await accessible(who, 'the head of a page, edited');
    await shoot(who, '61-me-head');
    await who.button('Save').click();
    await page.getByText(t('Everyone finds this page.'), { exact: true }).waitFor();
  });

  await runner.must(`${name} shows a photo, cut on the device by hand and by key`, async () => {
    await who.button('Show a photo').first().click();
    await page
      .getByLabel(t('A picture of you'))
      .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: await somePhoto(who) });
    const window = page.getByRole('img', { name: t('Your photo; the arrow keys move it') });
    await window.focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('slider', { name: t('Nearer') }).fill('1.6');
    await accessible(who, 'the photo that is cut');
    await shoot(who, '62-photo');
    await who.button('Show this photo').click();
    await page.locator('main img[src*="/pictures/"]').first().waitFor();
    const { width, height } = await page
      .locator('main img[src*="/pictures/"]')
      .first()
      .evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        return { width: image.naturalWidth, height: image.naturalHeight };
      });
    assert.deepEqual([width, height], [512, 512]);
  });

  await runner.must(`${name} writes about, work, school and skills, each with its readers`, async () => {
    await change(who, 'about', 'About', async () => {
      await who.field('About you').fill('Tea for twenty years.\n二十年只做一件事。');
      await part(who, 'about').getByLabel(t('Who sees this')).selectOption('everyone');
    });
    await change(who, 'experience', 'Experience', async () => {
      await who.button('Add a place of work').click();
      await who.field('What you are or were there').fill('Brewer of software');
      await accessible(who, 'a place of work');
      await shoot(who, '63-work-edited');
    });
    await part(who, 'experience').locator('[data-verified]').waitFor();
    await change(who, 'education', 'Education', async () => {
      await who.button('Add a school').click();
      await page.getByRole('textbox', { name: t('School'), exact: true }).fill('临江大学');
    });
    await change(who, 'skills', 'Skills', async () => {
      await part(who, 'skills').getByRole('textbox').fill('Tea\n泡茶\nTypeScript\n');
    });
    await change(who, 'city', 'City', async () => {
      await part(who, 'city').getByRole('textbox').fill('杭州');
      await part(who, 'city').getByLabel(t('Who sees this')).selectOption('connections');
    });
    await accessible(who, 'a page with everything');
    await fits(who, 'a page with everything');
    await shoot(who, '64-me');
  });

  await runner.step(`${name} edits the same part in two windows, and nothing is lost`, async () => {
    const other = await who.context.newPage();
    await other.goto('/me');
    const pencil = { name: t('Change: {title}', { title: t('About') }) };
    await other.getByRole('button', pencil).click();
    await change(who, 'about', 'About', () => who.field('About you').fill('Written first.'));
    await other.getByLabel(t('About you'), { exact: true }).fill('Written second.');
    await other.getByRole('button', { name: t('Save'), exact: true }).click();
    await other.locator('[data-code="profile-stale"]').waitFor();
    await other.locator('[data-meanwhile]').getByText('Written first.').waitFor();
    assert.equal(await other.getByLabel(t('About you'), { exact: true }).inputValue(), 'Written second.');
    await accessible({ ...who, page: other }, 'a stale edit');
    await shoot({ ...who, page: other }, '65-stale');
    await other.getByRole('button', { name: t('Put mine in its place'), exact: true }).click();
    await other.locator('[data-section="about"]').getByText('Written second.').waitFor();
    await other.close();
  });
}

/** Whoever is not signed in sees what is for everyone, and tags for previews come with the page. */
export async function visitPage(town: Town, who: Person, owner: Person): Promise<void> {
  const { runner, origin } = town;
  const path = `/in/${handleOf(town, owner)}`;

  await runner.step(
    `${who.name} reads ${owner.name}'s open page: what is for everyone, and no more`,
    async () => {
      await who.go(path);
      await part(who, 'about').waitFor();
      assert.equal(await part(who, 'experience').count(), 0);
      assert.equal(await who.page.getByText('杭州').count(), 0);
      await accessible(who, 'a page as a visitor sees it');
      await fits(who, 'a page as a visitor sees it');
      await shoot(who, '66-person-visitor');
      const html = await (await fetch(origin + path)).text();
      assert.match(html, new RegExp(`<title>${owner.name} · `));
      assert.match(html, /name="robots" content="noindex"/);
      assert.match(html, /property="og:image" content="[^"]*\/api\/members\/pictures\/[\w-]{43}"/);
      const hidden = await (await fetch(`${origin}/in/nobody-at-all`)).text();
      assert.match(hidden, /name="robots" content="noindex"/);
      await who.go('/in/nobody-at-all');
      await who.page.locator('[data-code="person-unknown"]').waitFor();
      await accessible(who, 'a page that is not there');
    },
  );
}

/** Two members meet: a request with a note, its acceptance, what each sees then, and a block. */
export async function connect(town: Town, one: Person, other: Person): Promise<void> {
  const { runner } = town;
  const path = `/in/${handleOf(town, one)}`;

  await runner.must(`${other.name} is told who may be known and why, and asks ${one.name}`, async () => {
    await other.go('/network');
    await other.page.locator('[data-reason], h2').first().waitFor();
    await accessible(other, 'the network');
    await fits(other, 'the network');
    await shoot(other, '67-network');
    await other.go(path);
    await other.page
      .getByRole('button', { name: other.t('Connect with {name}', { name: one.name }) })
      .click();
    await other.field('A note').fill('From the tea fair');
    await accessible(other, 'a request');
    await shoot(other, '68-request');
    await other.button('Send the request').click();
    await other.page
      .getByRole('button', { name: other.t('Withdraw the request: {name}', { name: one.name }) })
      .waitFor();
  });

  await runner.must(`${one.name} reads the note and accepts`, async () => {
    await one.go('/network');
    await one.page.getByText('From the tea fair').waitFor();
    await accessible(one, 'a request that waits');
    await shoot(one, '69-received');
    await one.page
      .getByRole('button', { name: one.t('Report the note by {name}', { name: other.name }) })
      .click();
    await one.page.getByText(one.t('What is wrong with it?')).waitFor();
    await accessible(one, 'a report of a note');
    await one.page.keyboard.press('Escape');
    await one.page.locator('dialog[open]').waitFor({ state: 'detached' });
    await one.page.getByRole('button', { name: one.t('Accept {name}', { name: other.name }) }).click();
    await one.go('/network?view=connections');
    await one.page.getByRole('link', { name: other.name }).waitFor();
    await accessible(one, 'the connections');
    await shoot(one, '70-connections');
  });

  await runner.must(`${other.name} now sees what is for connections`, async () => {
    await other.go(path);
    await other.page.locator('main').getByText('杭州').waitFor();
    await accessible(other, 'the page of a connection');
    await fits(other, 'the page of a connection');
    await shoot(other, '71-person');
  });

  await runner.step(`${other.name} dismisses a suggestion, and it stays away`, async () => {
    await other.go('/network');
    const first = other.page.locator('[data-member]').first();
    await first.waitFor();
    const handle = (await first.getAttribute('data-member')) ?? '';
    await first.getByRole('button').last().click();
    await other.page.locator(`[data-member="${handle}"]`).waitFor({ state: 'detached' });
    await other.go('/network');
    await other.page.locator('h2').first().waitFor();
    assert.equal(await other.page.locator(`[data-member="${handle}"]`).count(), 0);
  });

  await runner.step(
    `${other.name} blocks ${one.name}, who sees nobody there; and takes it back`,
    async () => {
      await other.go(path);
      await other.page
        .getByRole('button', { name: other.t('More about {name}', { name: one.name }) })
        .click();
      await other.page.getByRole('menuitem', { name: other.t('Block'), exact: true }).click();
      await accessible(other, 'the question before a block');
      await other.page
        .locator('dialog[open]')
        .getByRole('button', { name: other.t('Block'), exact: true })
        .click();
      await other.page.waitForURL('**/network');
      await other.go(path);
      await other.page.locator('[data-code="person-unknown"]').waitFor();
      await other.go('/network?view=blocked');
      await other.page.getByRole('button', { name: other.t('Unblock: {name}', { name: one.name }) }).click();
      await other.page.getByText(other.t('You have blocked nobody')).waitFor();
      await accessible(other, 'the list of blocks');
    },
  );
}
