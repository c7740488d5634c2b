import type { Resident } from './resident.ts';
import { minute } from './size.ts';
import type { Stage } from './stage.ts';
import { someQuestionForSearch } from './words.ts';

/** What people read when they open the app, each as a probability. */
export interface Reading {
  /** Whether the device looks into the public files at all. */
  readonly inbox: number;
  /** Of each thread with something new in the inbox: its words are fetched. */
  readonly opens: number;
  /** Of each thing to say: it answers what stands in the inbox. */
  readonly answers: number;
  /** Looks for words, and opens one of what was found. */
  readonly searches: number;
  /** Looks at a list of all rooms and at those of some rooms, as who follows rooms does. */
  readonly lists: number;
  /** Of each thing to say: it is said where a search led, if the room fits the label. */
  readonly joins: number;
}

/** As the app does it: every device with a wallet looks, what is new is mostly opened (product.md T11). */
export const usualReading: Reading = {
  ...{ inbox: 1, opens: 0.7, answers: 0.3, searches: 0.35, lists: 0.4, joins: 0.15 },
};
/** Nobody reads: for trials in which reading is not what goes wrong, and would only take time. */
export const noReading: Reading = { inbox: 0, opens: 0, answers: 0, searches: 0, lists: 0, joins: 0 };

const readingOf = ({ hooks }: Stage) => hooks.reading ?? usualReading;

/** A post that somebody would like to answer. */
export interface Wish {
  readonly room: string;
  readonly thread: string;
  readonly target: string;
}
const led = new WeakMap<Resident, Wish>();

/** What a visit reads, in talk, whoever is signed in on the named half or not; and what the open app looks at later. */
export async function readAround(stage: Stage, member: number): Promise<void> {
  const { dice, town, agenda, hooks } = stage;
  const resident = stage.residents[member] as Resident;
  const reading = readingOf(stage);
  if (!dice.chance(reading.inbox)) return;
  await hooks.beforeReading?.(resident);
  await lookIntoInbox(stage, resident);
  if (dice.chance(reading.searches)) await search(stage, resident);
  if (dice.chance(reading.lists)) await readLists(stage, resident);
  // client/inbox: again after ten to twenty minutes, while the app is open.
  const at = town.clock.now().getTime() + dice.between(10, 20) * minute;
  agenda.put({ at, who: member, run: () => lookIntoInbox(stage, resident) });
}

async function lookIntoInbox(stage: Stage, resident: Resident): Promise<void> {
  const { inbox } = resident.client;
  await inbox.look();
  const { error, items } = inbox.snapshot();
  if (error !== null) throw new Error(`an inbox could not be looked into: ${error}`);
  const fresh = items.filter(({ read }) => !read);
  for (const thread of new Set(fresh.map((item) => item.thread))) {
    if (!stage.dice.chance(readingOf(stage).opens)) continue;
    const here = fresh.filter((item) => item.thread === thread);
    const posts = here.map(({ id }) => id);
    await inbox.words({ room: here[0]?.room ?? '', thread }, posts);
    await inbox.read(posts);
  }
}

async function search(stage: Stage, resident: Resident): Promise<void> {
  const { dice } = stage;
  const { talk, inbox } = resident.client;
  const { found } = await talk.search({ query: { q: someQuestionForSearch(dice) } });
  if (found.length === 0) return;
  const { room, thread, post } = dice.pick(found);
  const { posts } = await talk.thread({ params: { room, thread }, query: { around: post } });
  await inbox.saw(thread, posts);
  led.set(resident, { room, thread, target: post });
}

const rooms = ['square', 'hours', 'pay', 'moving-on'];

async function readLists({ dice }: Stage, { client }: Resident): Promise<void> {
  await client.talk.latest({ query: { sort: 'hot' } });
  for (const room of dice.shuffled(rooms).slice(0, 2)) await client.talk.threads({ params: { room } });
}

/** Where a member would like to answer, of the inbox or of what a search led to; undefined: elsewhere, as ever. */
export function wishOf(stage: Stage, resident: Resident, allowed: readonly string[]): Wish | undefined {
  const { dice } = stage;
  const reading = readingOf(stage);
  const { items } = resident.client.inbox.snapshot();
  if (items.length > 0 && dice.chance(reading.answers)) {
    const { room, thread, id } = dice.pick(items.slice(0, 6));
    return { room, thread, target: id };
  }
  const there = led.get(resident);
  return there && allowed.includes(there.room) && dice.chance(reading.joins) ? there : undefined;
}
