import type { FakeClock } from '@teahouse/kit/clock';
import { epochOf, fromBase64url, makeStatement, statementId, toBase64url } from '@teahouse/protocol';
import { createDice } from '../dice.ts';
import { newDevice, type Person } from '../people.ts';
import type { Town } from '../town.ts';
import { refresh } from './settle.ts';
import { day } from './times.ts';
import type { TownAnswer, TownPage } from './town/company-pages.ts';

/** Whoever tries the demo can sign in as one who acts for Xinghe. Printed by `teahouse start`. */
export const representative = {
  name: '沈知远 Shen',
  email: 'representative@teahouse.example',
  password: 'a cup of longjing tea',
} as const;

/** What the page of a company and its answers are played with. */
interface Stage {
  readonly town: Town & { readonly clock: FakeClock };
  readonly people: readonly Person[];
  /** The town's own name of a room → its id. */
  readonly rooms: ReadonlyMap<string, string>;
  readonly end: Date;
}

/** People who work at a company of the town, by its own name there; the first of them has its jobs. */
function colleaguesAt(
  { people, rooms }: Stage,
  company: string,
): { id: string; own: readonly Person[] } | undefined {
  const room = rooms.get(`co-${company}`);
  const own = people.filter((one) => room === `co-${one.company}`);
  return own[0] && { id: own[0].company, own };
}

/** The last of a company's people speaks for it: the operator makes the first owner of each. */
async function makeSpeaker(stage: Stage, company: string): Promise<{ id: string; who: Person } | undefined> {
  const found = colleaguesAt(stage, company);
  const who = found?.own.at(-1);
  if (!found || !who) return undefined;
  const { members } = who.client;
  const { roles } = await members.companyDesk({ params: { company: found.id } });
  if (roles.length === 0) {
    await members.claimCompany({ params: { company: found.id } });
    const { id } = await members.me();
    await stage.town.operator.operatorApproveClaim({ params: { company: found.id, member: id } });
  }
  return { id: found.id, who };
}

async function writePage(stage: Stage, { company, versions }: TownPage): Promise<void> {
  const speaker = await makeSpeaker(stage, company);
  if (!speaker) return;
  for (const [version, { daysAgo, facts }] of versions.entries()) {
    stage.town.clock.set(new Date(stage.end.getTime() - daysAgo * day));
    const params = { company: speaker.id };
    await speaker.who.client.members.editCompany({ params, body: { version, facts } });
  }
}

/** The key with which somebody speaks for a company: the first of their seed, listed by the issuer. */
async function listKey(stage: Stage, company: string): Promise<void> {
  const speaker = await makeSpeaker(stage, company);
  if (!speaker) return;
  const { id, who } = speaker;
  const { instance } = await who.client.talk.info();
  const about = { instance, room: 'square', thread: new Uint8Array(32), company: id, n: 0, text: '-' };
  const { key } = makeStatement({ ...about, seed: who.client.wallet.seed(), version: 1, prev: null });
  await who.client.members.addCompanyKey({ params: { company: id }, body: { key: toBase64url(key) } });
}

/** Says it, version after version, and has colleagues say whether it resolves the matter. */
async function answerThread(stage: Stage, i: TownAnswer): Promise<void> {
  const found = colleaguesAt(stage, i.company);
  const speaker = await makeSpeaker(stage, i.company);
  const room = stage.rooms.get(`co-${i.company}`);
  if (!found || !speaker || room === undefined) return;
  const { talk, wallet } = speaker.who.client;
  const { threads } = await talk.threads({ params: { room }, query: { sort: 'new', limit: 30 } });
  const thread = threads.find(({ title }) => title === i.thread);
  if (!thread) throw new Error(`the town has no thread "${i.thread}"`);
  const { instance } = await talk.info();
  let prev: Uint8Array | null = null;
  for (const [place, text] of i.versions.entries()) {
    const made = makeStatement({
      ...{ instance, room, company: found.id, n: 0, text, prev, seed: wallet.seed() },
      ...{ thread: fromBase64url(thread.id, 32), version: place + 1 },
    });
    const body = {
      ...{ statement: toBase64url(made.statement), text: made.text },
      ...{ key: toBase64url(made.key), signature: toBase64url(made.signature) },
    };
    await talk.answerOfficially({ params: { room, thread: thread.id }, body });
    prev = statementId(made.statement);
  }
  await sayWhether(stage, { ...i, room, thread: thread.id, own: found.own });
}

async function sayWhether(
  stage: Stage,
  i: { room: string; thread: string; own: readonly Person[]; yes: number; no: number },
): Promise<void> {
  const { room, thread } = i;
  for (const [place, { client, company }] of i.own.slice(0, i.yes + i.no).entries()) {
    const { posts } = await client.talk.thread({ params: { room, thread }, query: {} });
    const { answer } = await client.talk.official({ params: { room, thread } });
    const [target, slot] = [posts.find(({ seq }) => seq === 0)?.id, answer?.versions[0]?.slot];
    if (target === undefined || slot === undefined) throw new Error('the answer is not there');
    const choice = { resolves: place < i.yes ? ('yes' as const) : ('no' as const) };
    const { id } = await client.outbox.add({
      kind: 'ballot',
      room,
      thread,
      target,
      slot,
      company,
      choice,
      now: true,
    });
    await client.outbox.run();
    const { state } = await client.outbox.settled(id);
    await client.outbox.drop(id);
    if (state.name !== 'sent')
      throw new Error(`a colleague could not say whether it resolves it: ${state.name}`);
  }
  stage.town.clock.set(stage.end);
}

/** One who acts for a company of the town and has made nothing yet, so that whoever signs in makes the key themselves. */
async function moveIn(stage: Stage, at: string): Promise<void> {
  const found = colleaguesAt(stage, at);
  if (!found) return;
  const { town } = stage;
  const { members } = (await newDevice(town)).client;
  const { email, password, name } = representative;
  await members.signUp({ body: { email, password, name, locale: 'zh' } });
  await members.confirmEmail({ body: { email, code: await town.mailbox.codeFor(email) } });
  const workEmail = `shen.zhiyuan@${at}.example`;
  const { employment } = await members.startEmployment({ body: { email: workEmail } });
  const code = await town.mailbox.codeFor(workEmail);
  await members.confirmEmployment({ params: { employment }, body: { code } });
  const params = { company: found.id };
  await members.claimCompany({ params });
  const { id } = await members.me();
  await town.operator.operatorApproveClaim({ params: { ...params, member: id } });
}

/** Somebody at each of these asks to act for it; nobody has decided yet. */
async function claim(stage: Stage, companies: readonly string[]): Promise<void> {
  for (const company of companies) {
    const found = colleaguesAt(stage, company);
    await found?.own[1]?.client.members.claimCompany({ params: { company: found.id } });
  }
}

/** People follow companies, most of them others than their own. */
async function follow({ people }: Stage, seed: number): Promise<void> {
  const dice = createDice(seed);
  const ids = [...new Set(people.map(({ company }) => company))];
  for (const { client } of people)
    for (const company of dice.shuffled(ids).slice(0, dice.below(4)))
      await client.members.followCompany({ params: { company } });
}

/**
 * Companies of the town fill their pages, and some answer under threads about them; colleagues say whether that resolves
 * it. The same for the same seed; the clock stands at `end` afterwards, and talk has logged all of it.
 */
export async function represent(
  stage: Stage,
  i: { pages: readonly TownPage[]; answers: readonly TownAnswer[] },
  seed = 26_26,
): Promise<void> {
  const { town, people, end } = stage;
  const last = town.clock.now();
  for (const page of i.pages) await writePage(stage, page);
  town.clock.set(end);
  if (epochOf(last) !== epochOf(end)) {
    await town.batch();
    await refresh(people);
  }
  for (const { company } of i.answers) await listKey(stage, company);
  await town.talk.refreshWindow();
  for (const answer of i.answers) await answerThread(stage, answer);
  await follow(stage, seed);
  await moveIn(stage, 'xinghe');
  await claim(stage, ['yunlu', 'qingmai']);
  await town.talk.logActs();
}
