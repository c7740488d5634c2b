import { execFileSync } from 'node:child_process';
import { arch, cpus, platform } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { changeAddress, joinByPasskey, leaveAndReturn, settings, takeAlong } from './journeys/account.ts';
import {
  answer,
  answerAppeal,
  comeBack,
  decideByKeys,
  deskPasskey,
  deskStaysApart,
  enrol,
  invite,
} from './journeys/desk.ts';
import { restore } from './journeys/device.ts';
import { held, otherPages } from './journeys/everywhere.ts';
import { answerPost, tell, visitPost } from './journeys/feed.ts';
import { find } from './journeys/find.ts';
import { writeHostile } from './journeys/hostile.ts';
import type { Story, Town } from './journeys/house.ts';
import { inbox } from './journeys/inbox.ts';
import { amongColleagues } from './journeys/inside.ts';
import { forget, leaveAlone, lock, passkey, unlockByWords } from './journeys/keep.ts';
import { keepMembersOrder } from './journeys/members-order.ts';
import { join, makeKey, proveWork } from './journeys/named.ts';
import { update } from './journeys/offline.ts';
import { appeal, holdBack, offend, readAnswer, report, seeTombstone } from './journeys/order.ts';
import { connect, visitPage, writePage } from './journeys/people.ts';
import { rollBack, save, verify } from './journeys/proof.ts';
import { countTokens, readRules } from './journeys/rules.ts';
import { seek } from './journeys/seek.ts';
import { share, shareOwn } from './journeys/share.ts';
import { converse, elsewhere, openThread } from './journeys/talk.ts';
import { badge, letter } from './journeys/verification.ts';
import { visit } from './journeys/visitor.ts';
import { poll, react } from './journeys/votes.ts';
import { afterAWeek } from './lib/after-a-week.ts';
import { launch } from './lib/browser.ts';
import { openHouse } from './lib/house.ts';
import { type Look, person } from './lib/person.ts';
import { createRunner, failures, writeFigures } from './lib/runner.ts';
import { pictures } from './pictures/pictures.ts';

/** Who looks how: each value of size, language and light occurs with each other over the people of one run. */
interface Cast {
  readonly visitor: Look;
  readonly a: Look;
  readonly b: Look;
  readonly device: Look;
}
const casts: readonly Cast[] = [
  {
    visitor: { size: 'phone', lang: 'zh', theme: 'light' },
    a: { size: 'desktop', lang: 'zh', theme: 'dark' },
    b: { size: 'phone', lang: 'en', theme: 'dark' },
    device: { size: 'desktop', lang: 'en', theme: 'light' },
  },
  {
    visitor: { size: 'desktop', lang: 'en', theme: 'dark' },
    a: { size: 'phone', lang: 'en', theme: 'light' },
    b: { size: 'desktop', lang: 'zh', theme: 'light' },
    device: { size: 'phone', lang: 'zh', theme: 'dark' },
  },
];

async function journey(town: Town, cast: Cast, invitation: string): Promise<void> {
  const meet = (name: string, look: Look) => person(town.browser, town.origin, name, look);
  const [visitor, a, b, device] = [
    await meet('Visitor', cast.visitor),
    await meet('Lin', cast.a),
    await meet('Mara', cast.b),
    await meet('Device', cast.device),
  ];
  const title = `年底奖金还发吗 ${town.tag}`;
  const story: Story = {
    phrase: '',
    room: 'square',
    thread: '',
    title,
    maskInFirst: '',
    maskInSecond: '',
    ownPosts: [],
    checkpoint: await (await fetch(`${town.origin}/api/talk/log/checkpoint`)).text(),
    proof: '',
  };
  town.runner.begin();
  await visit(town, visitor);
  await readRules(town, visitor);
  await find(town, visitor);
  await share(town, visitor);
  await join(town, a);
  await proveWork(town, a, 'xinghe.example');
  story.phrase = await makeKey(town, a);
  await join(town, b);
  await proveWork(town, b, 'luming.example');
  const phraseOfB = await makeKey(town, b, { later: true });
  await writePage(town, a);
  await visitPage(town, visitor, a);
  await connect(town, a, b);
  const address = await tell(town, a);
  await answerPost(town, a, b, address);
  await visitPost(town, visitor, address);
  await seek(town, b);
  const orderly = await meet('Orderly', cast.visitor);
  await keepMembersOrder(town, {
    by: b,
    about: a,
    handle: `${a.name.toLowerCase()}-${town.tag}`,
    keeper: orderly,
  });
  await letter(town, await meet('Noor', cast.device));
  await badge(town, await meet('Pia', cast.visitor), await meet('Gu', cast.b));
  await openThread(town, a, story);
  for (const who of [a, b]) await afterAWeek(who);
  await shareOwn(town, a, story);
  await converse(town, a, b, story);
  await inbox(town, a, b, story);
  // What is decided becomes public with the end of its slot: other journeys fill the time.
  await holdBack(town, a, b, story);
  const judged = await offend(town, a, story);
  await report(town, b, judged);
  const keeper = await enrol(town, await meet('Keeper', cast.device), invitation);
  const senior = await enrol(
    town,
    await meet('Senior', cast.b),
    await invite(town, keeper, `senior ${town.tag}`, 'senior'),
  );
  await comeBack(town, keeper);
  await deskPasskey(town, keeper);
  const why = await decideByKeys(town, keeper, judged);
  await writeHostile(town, a, b, story);
  await elsewhere(town, a, story);
  await react(town, a, b, story);
  await poll(town, a, b);
  await amongColleagues(town, a, [b, visitor]);
  await save(town, visitor, story);
  await seeTombstone(town, visitor, judged, why);
  await appeal(town, a, judged, why);
  await countTokens(town, a);
  await answerAppeal(town, keeper, senior, judged);
  const reader = await meet('Reader', cast.b);
  await verify(town, reader, story);
  await rollBack(town, a, story);
  await update(town, cast.device);
  await pictures(town, cast.device);
  await restore(town, device, story);
  await otherPages(town, a);
  await otherPages(town, b);
  await readAnswer(town, a, judged, answer);
  for (const [name, look] of [
    ['Wen', cast.b],
    ['Ada', cast.a],
  ] as const) {
    const owner = await joinByPasskey(town, await meet(name, look));
    await settings(town, owner);
    await takeAlong(town, owner);
    await changeAddress(town, owner);
    await leaveAndReturn(town, owner);
    await held(town, [owner.who]);
    await owner.who.context.close();
  }
  await lock(town, b, story);
  await passkey(town, b);
  await unlockByWords(town, b, phraseOfB);
  await leaveAlone(town, b);
  await forget(town, b);
  await deskStaysApart(town, [keeper, senior]);
  await held(town, [visitor, a, b, device, reader]);
  for (const { context } of [visitor, a, b, device, reader, orderly, keeper.who, senior.who])
    await context.close();
}

const { values } = parseArgs({ options: { all: { type: 'boolean' }, json: { type: 'string' } } });
const house = await openHouse();
const browser = await launch();
/** What everybody's screen showed when a step failed. */
const runner = createRunner(async (step) => {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [i, page] of pages.entries()) {
    await page.screenshot({ path: path.join(failures, `${step}-${i}.png`), timeout: 5000 });
  }
});
try {
  for (const [i, cast] of (values.all ? casts : casts.slice(0, 1)).entries()) {
    const tag = `${Date.now().toString(36)}${i}`;
    await journey({ origin: house.origin, browser, runner, tag }, cast, house.invitation);
  }
} finally {
  await browser.close();
  await house.stop();
}

if (values.json) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const machine = `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
  writeFigures(values.json, runner.outcomes, commit.toString().trim(), machine);
}
const failed = runner.outcomes.filter(({ error }) => error !== null).length;
console.log(`${runner.outcomes.length - failed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed === 0 ? 0 : 1;
