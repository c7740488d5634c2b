import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Town } from './journeys/house.ts';
import { join, makeKey, proveWork } from './journeys/named.ts';
import { openThread } from './journeys/talk.ts';
import { launch } from './lib/browser.ts';
import { openHouse } from './lib/house.ts';
import { type Look, type Person, person } from './lib/person.ts';
import { asFile, changeLetter, openProof, saveProof, untilLogged } from './lib/proofs.ts';
import { createRunner, screens } from './lib/runner.ts';

/** Every page, in both sizes, languages and lights, of somebody who has been through everything: for people to look at. */
const open = [
  '/',
  '/rooms',
  '/r/hours',
  '/about',
  '/join',
  '/signin',
  '/confirm',
  '/restore',
  '/verify',
  '/log',
  '/rules',
  '/log/decisions',
  '/transparency',
  '/tokens',
  '/in/lin-wanqiu',
  '/jobs',
  '/no-such-page',
];
const inside = [
  '/',
  '/r/square/new',
  '/mine',
  '/tokens',
  '/inbox',
  '/home',
  '/me',
  '/network',
  '/network?view=connections',
  '/in/lin-wanqiu',
  '/jobs',
  '/jobs/mine',
  '/jobs/post',
  '/work',
  '/phrase',
  '/account',
  '/dev/mailbox',
];

const looks: readonly Look[] = (['phone', 'desktop'] as const).flatMap((size) =>
  (['zh', 'en'] as const).flatMap((lang) =>
    (['light', 'dark'] as const).map((theme) => ({ size, lang, theme })),
  ),
);

async function picture(who: Person, name: string): Promise<void> {
  // Not until the network is idle: a live line never is.
  await who.page.locator('.shimmer').first().waitFor({ state: 'detached' });
  await who.page.waitForTimeout(700);
  const { size, lang, theme } = who.look;
  const file = path.join(screens, `${name}.${size}.${lang}.${theme}.png`);
  await who.page.screenshot({ path: file, animations: 'disabled' });
  console.log(path.basename(file));
}

/** The proof of a thread's opening: on the sheet, then as files on the page that checks them. */
async function shootProof(who: Person, thread: string): Promise<void> {
  await who.go(thread);
  await openProof(who);
  await untilLogged(who);
  await picture(who, 'visitor.proof');
  const { name, text } = await saveProof(who);
  await who.go('/verify');
  const files = [
    asFile(name, text),
    asFile('changed.json', changeLetter(text)),
    asFile('picture.png', 'PNG'),
  ];
  for (const [i, file] of files.entries()) {
    await who.page.locator('input[type="file"]').setInputFiles([file]);
    await who.page.locator('[data-outcome]').nth(i).waitFor();
    await who.page.locator('[data-outcome]').first().scrollIntoViewIfNeeded();
    await picture(who, `visitor.verify-${['proven', 'changed', 'unusable'][i]}`);
  }
}

async function shootAll(who: Person, paths: readonly string[], prefix: string): Promise<void> {
  for (const place of paths) {
    await who.go(place);
    const name =
      place === '/' ? 'square' : place.slice(1).replaceAll(/[/]/g, '-').replace(/-t-.*/, '-thread');
    await picture(who, `${prefix}.${name}`);
  }
}

const house = await openHouse();
const browser = await launch();
const runner = createRunner(async () => undefined);
mkdirSync(screens, { recursive: true });
try {
  for (const [i, look] of looks.entries()) {
    const town: Town = { origin: house.origin, browser, runner, tag: `${Date.now().toString(36)}s${i}` };
    const visitor = await person(browser, house.origin, 'Visitor', look);
    await visitor.go('/r/hours');
    const thread = (await visitor.page.locator('main article h3 a').first().getAttribute('href')) ?? '/';
    await shootAll(visitor, [...open, thread], 'visitor');
    await shootProof(visitor, thread);
    await visitor.context.close();

    const member = await person(browser, house.origin, 'Lin', look);
    const story = {
      phrase: '',
      room: 'square',
      thread: '',
      title: '年底奖金还发吗',
      maskInFirst: '',
      maskInSecond: '',
      ownPosts: [],
      checkpoint: '',
      proof: '',
    };
    await join(town, member);
    await proveWork(town, member, 'xinghe.example');
    await makeKey(town, member);
    await openThread(town, member, story);
    await shootAll(member, [...inside, thread], 'member');
    await member.context.close();
  }
} finally {
  await browser.close();
  await house.stop();
}
process.exitCode = runner.outcomes.every(({ error }) => error === null) ? 0 : 1;
