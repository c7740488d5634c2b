import { execFileSync } from 'node:child_process';
import { arch, cpus, platform } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Cast, casts } from './journeys/casts.ts';
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
import { find } from './journeys/find.ts';
import { writeHostile } from './journeys/hostile.ts';
import type { Story, Town } from './journeys/house.ts';
import { inbox } from './journeys/inbox.ts';
import { amongColleagues } from './journeys/inside.ts';
import { forget, leaveAlone, lock, passkey, unlockByWords } from './journeys/keep.ts';
import { join, makeKey, proveWork } from './journeys/named.ts';
import { keepAccounts, liveInNamedHalf } from './journeys/named-half.ts';
import { update } from './journeys/offline.ts';
import { appeal, holdBack, offend, readAnswer, report, seeTombstone } from './journeys/order.ts';
import { apart, parts } from './journeys/parts.ts';
import { rollBack, save, verify } from './journeys/proof.ts';
import { countTokens, readRules } from './journeys/rules.ts';
import { share, shareOwn } from './journeys/share.ts';
import { converse, elsewhere, openThread } from './journeys/talk.ts';
import { visit } from './journeys/visitor.ts';
import { poll, react } from './journeys/votes.ts';
import { afterAWeek } from './lib/after-a-week.ts';
import { launch } from './lib/browser.ts';
import { openHouse } from './lib/house.ts';
import { type Look, person } from './lib/person.ts';
import { createRunner, failures, writeFigures } from './lib/runner.ts';
import { pictures } from './pictures/pictures.ts';

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
  await liveInNamedHalf(town, cast, { visitor, a, b });
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
  await keepAccounts(town, cast);
  await lock(town, b, story);
  await passkey(town, b);
  await unlockByWords(town, b, phraseOfB);
  await leaveAlone(town, b);
  await forget(town, b);
  await deskStaysApart(town, [keeper, senior]);
  await held(town, [visitor, a, b, device, reader]);
  for (const { context } of [visitor, a, b, device, reader, keeper.who, senior.who]) await context.close();
}

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean' }, json: { type: 'string' } },
  allowPositionals: true,
});
const chosen = positionals.map((name) => {
  const part = parts[name];
  if (!part) throw new RangeError(`no journey is called ${name}; there are ${Object.keys(parts).join(', ')}`);
  return part;
});
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
    const town = { origin: house.origin, browser, runner, tag };
    if (chosen.length === 0) {
      // Where a step that others stand on failed, what follows has nothing to go on: those apart are walked all the same.
      await journey(town, cast, house.invitation).catch((error: unknown) =>
        runner.step('the journey is walked to its end', () => Promise.reject(error)),
      );
    }
    // After the journey those apart, in another language and size than their counterparts had; else those that were asked for.
    const [walked, looks] =
      chosen.length > 0 ? [chosen, cast] : [apart, casts[(i + 1) % casts.length] ?? cast];
    for (const part of walked) await part({ ...town, tag: `${tag}p` }, looks);
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
