import { epochOf, type LabelKind } from '@teahouse/protocol';
import type { Dice } from '@teahouse/testbed/dice';
import { kinds } from './habits.ts';
import { somePicture } from './picture.ts';
import { wishOf } from './reading.ts';
import { reportSomething } from './report.ts';
import type { Resident } from './resident.ts';
import { minute } from './size.ts';
import type { OpenThread, Stage } from './stage.ts';
import { asks, sayWithoutWords, shows, someQuestion } from './votes.ts';
import { sentence } from './words.ts';

type Compose = Parameters<Resident['client']['outbox']['add']>[0];

/** Threads among which an answer is chosen: the newest ones of a room. */
const lively = 12;
const newThread = 0.18;
const answersAgain = 0.4;
/** Milliseconds until the outbox is looked at again, at least. */
const retryAfter = 5000;

const everybodys = ['square', 'square', 'hours', 'pay', 'moving-on'];
interface Rooms {
  readonly company: readonly string[];
  readonly industry: readonly string[];
}

/** The rooms of the member's company and industry. */
async function ownRooms({ client, company }: Resident): Promise<Rooms> {
  const { rooms } = await client.talk.rooms();
  const industry = client.wallet.usable()[0]?.industry;
  const ids = (fits: (room: (typeof rooms)[number]) => boolean) => rooms.filter(fits).map(({ id }) => id);
  return {
    company: ids((room) => room.company === company),
    industry: ids((room) => room.company === null && room.industry === industry),
  };
}

/** Three rooms that a member with habits keeps to. */
const favouritesOf = (dice: Dice, { company, industry }: Rooms) =>
  dice.shuffled([...new Set([...everybodys, ...company, ...industry])]).slice(0, 3);

/** Rooms that tell no more of the author than the label does. */
function openRooms(kind: LabelKind, { company, industry }: Rooms): string[] {
  if (kind === 'company') return [...everybodys, ...company, ...industry];
  return kind === 'industry' ? [...everybodys, ...industry] : everybodys;
}

const looked = new WeakMap<Resident, Promise<{ readonly own: Rooms; readonly favourites: string[] }>>();
/** Where the member could speak under this label; looked up once. */
async function roomsFor(stage: Stage, who: number, kind: LabelKind): Promise<readonly string[]> {
  const resident = stage.residents[who] as Resident;
  const found =
    looked.get(resident) ??
    ownRooms(resident).then((own) => ({ own, favourites: favouritesOf(stage.dice, own) }));
  looked.set(resident, found);
  const { own, favourites } = await found;
  return stage.habits[who]?.own ? favourites : openRooms(kind, own);
}

/** A thread of the room to answer in; undefined: the member opens one. */
function threadFor(
  stage: Stage,
  who: number,
  room: string,
  spoken: ReadonlySet<string>,
): OpenThread | undefined {
  const { dice, threads, hooks } = stage;
  const newest = (threads.get(room) ?? []).slice(-lively);
  const again = hooks.alwaysNew ? [] : newest.filter(({ id }) => spoken.has(`${who} ${id}`));
  if (again.length > 0 && dice.chance(answersAgain)) return dice.pick(again);
  const fresh = newest.filter(({ id }) => !spoken.has(`${who} ${id}`));
  return fresh.length === 0 || dice.chance(newThread) ? undefined : dice.pick(fresh);
}

const spokenIn = new WeakMap<Stage, Set<string>>();

/** Composes one post. The outbox decides when it leaves. */
export async function compose(stage: Stage, who: number): Promise<void> {
  const { dice, hooks } = stage;
  const resident = stage.residents[who] as Resident;
  const spoken = spokenIn.get(stage) ?? new Set();
  spokenIn.set(stage, spoken);
  const kind = kinds[dice.weighted((stage.habits[who] as (typeof stage.habits)[0]).labels)] ?? 'alias';
  const rooms = await roomsFor(stage, who, kind);
  const wish = wishOf(stage, resident, rooms);
  const room = wish?.room ?? dice.pick(rooms);
  const thread = wish ? undefined : threadFor(stage, who, room, spoken);
  const answered = (posts: readonly string[]) => (hooks.chains ? posts.slice(-1) : posts);
  const answers = wish ?? (thread && { thread: thread.id, target: dice.pick(answered(thread.posts)) });
  const text = sentence(dice);
  const common = { room, text, label: { kind }, now: hooks.insists ?? false } as const;
  const act: Compose = answers
    ? { kind: 'reply', ...common, thread: answers.thread, target: answers.target }
    : {
        kind: 'thread',
        ...common,
        title: sentence(dice).slice(0, 60),
        ...(dice.chance(hooks.votes ? 1 : asks) ? { poll: someQuestion } : {}),
      };
  if (answers) spoken.add(`${who} ${answers.thread}`);
  await hooks.beforePost?.(resident);
  await resident.client.outbox.add(dice.chance(shows) ? { ...act, pictures: [somePicture] } : act);
  await sayWithoutWords(stage, resident, room);
  await reportSomething(stage, resident, room);
  await send(stage, who);
}

/** What is not shown any more is answered by nobody; a thread goes with what opened it. */
export function forget(
  stage: Stage,
  gone: { readonly room: string; readonly thread: string; readonly post: string },
) {
  const inRoom = stage.threads.get(gone.room) ?? [];
  const left = inRoom.flatMap((thread) => {
    const posts = thread.posts.filter((post) => post !== gone.post);
    return posts.length > 0 && thread.posts[0] === posts[0] ? [{ ...thread, posts }] : [];
  });
  stage.threads.set(gone.room, left);
}

const of = (act: Compose, { thread: id, slot }: { thread: string; slot: string }) => ({
  ...{ id, slot, room: act.room },
  poll: act.kind === 'thread' && act.poll !== undefined,
});

/** When each member's outbox is looked at next. */
const wakes = new WeakMap<Stage, Map<number, number>>();

/** Comes back at that moment, unless it comes back before anyway. */
function wake(stage: Stage, who: number, at: number): void {
  const planned = wakes.get(stage) ?? new Map<number, number>();
  wakes.set(stage, planned);
  if ((planned.get(who) ?? Number.POSITIVE_INFINITY) <= at) return;
  planned.set(who, at);
  const run = async () => {
    if (planned.get(who) === at) planned.delete(who);
    await send(stage, who);
  };
  stage.agenda.put({ at, who, run });
}

/**
 * Sends what is due, notes what was accepted, and comes back when the outbox has something due again: the device stays
 * open in the background, as long as it takes.
 */
export async function send(stage: Stage, who: number): Promise<void> {
  const { town } = stage;
  const resident = stage.residents[who] as Resident;
  const { outbox, wallet } = resident.client;
  // The app in the background has fetched the month's credential before what waits over midnight leaves.
  const epoch = epochOf(town.clock.now());
  if (!wallet.snapshot().credentials.some((held) => held.epoch === epoch)) await resident.refresh();
  await outbox.run();
  for (const item of outbox.snapshot()) {
    if (item.state.name !== 'sent' && item.state.name !== 'refused') continue;
    await outbox.drop(item.id);
    if (item.state.name === 'sent') await noted(stage, who, item.compose, item.state);
    if (item.state.name === 'refused' && item.state.code === 'post-not-shown' && 'target' in item.compose)
      forget(stage, { ...item.compose, post: item.compose.target });
    if (item.state.name === 'refused')
      stage.truth.refused[item.state.code] = (stage.truth.refused[item.state.code] ?? 0) + 1;
  }
  const due = outbox.snapshot().map(({ state }) => {
    if (state.name === 'waiting') return state.until;
    return state.name === 'failed' ? state.retryAt : town.clock.now().getTime() + minute;
  });
  if (due.length === 0) return;
  // What is due already waits behind another of its thread.
  const at = Math.max(Math.min(...due), town.clock.now().getTime() + retryAfter);
  wake(stage, who, at);
}

async function noted(
  stage: Stage,
  who: number,
  act: Compose,
  sent: { id: string; thread: string; slot: string },
) {
  const resident = stage.residents[who] as Resident;
  if (act.kind === 'ballot') {
    stage.truth.ballots[sent.id] = resident.account;
    await stage.hooks.afterBallot?.(resident, sent.id);
  }
  // What is said without words is no post whose author could be asked for.
  if (act.kind !== 'thread' && act.kind !== 'reply') return;
  stage.truth.posts[sent.id] = resident.account;
  const inRoom = stage.threads.get(act.room) ?? [];
  stage.threads.set(act.room, inRoom);
  const thread = inRoom.find(({ id }) => id === sent.thread);
  if (thread) thread.posts.push(sent.id);
  else inRoom.push({ ...of(act, sent), posts: [sent.id] });
  spokenIn.get(stage)?.add(`${who} ${sent.thread}`);
  stage.onPost();
  await stage.hooks.afterPost?.(resident, sent.id);
}
