import type { Teahouse } from '@teahouse/client';
import type { FakeClock } from '@teahouse/kit/clock';
import { epochOf } from '@teahouse/protocol';
import type { Person } from '../people.ts';
import type { Town } from '../town.ts';
import type { Happening } from './plan.ts';
import { refresh } from './settle.ts';
import { day, minute } from './times.ts';
import type { TownThread } from './town/types.ts';
import type { Vote } from './votes.ts';

interface Said {
  /** Act id of the post. */
  readonly id: string;
  readonly thread: string;
  /** Slot of the post. */
  readonly slot: string;
}
interface Stage {
  readonly town: Town & { readonly clock: FakeClock };
  readonly people: readonly Person[];
  readonly threads: readonly TownThread[];
  /** The town's own name of a room → its id. */
  readonly rooms: ReadonlyMap<string, string>;
}

type Compose = Parameters<Teahouse['outbox']['add']>[0];

/** Puts it into the outbox, sends it at once, and returns what the server said. Throws with the code of a refusal. */
async function say(client: Teahouse, compose: Compose): Promise<Said> {
  const { id } = await client.outbox.add(compose);
  await client.outbox.run();
  const item = await client.outbox.settled(id);
  await client.outbox.drop(id);
  if (item.state.name === 'sent') {
    const { id: post, thread, slot } = item.state;
    return { id: post, thread, slot };
  }
  const why = item.state.name === 'refused' ? item.state.code : item.state.name;
  throw new Error(
    `the town could not say "${'text' in compose ? compose.text.slice(0, 40) : compose.kind}": ${why}`,
  );
}

/** A new month has begun: the issuer's batch, and everybody fetches the new credential. protocol.md 1.2. */
async function newEpoch({ town, people }: Stage): Promise<void> {
  await town.batch();
  await refresh(people);
}

/** A reaction or a ballot, to a post that was said. */
function voteOf(what: Vote, room: string, post: Said, company: string): Compose {
  const where = { room, thread: post.thread, target: post.id, now: true };
  if (what.kind === 'react')
    return { kind: 'react', ...where, reaction: what.reaction, label: { kind: what.label } };
  const { choice, colleagues } = what;
  return { kind: 'ballot', ...where, slot: post.slot, choice, company: colleagues ? company : null };
}

function composeOf(what: Happening | Vote, stage: Stage, said: ReadonlyMap<string, Said>): Compose {
  const thread = stage.threads[what.thread] as TownThread;
  const room = stage.rooms.get(thread.room);
  if (room === undefined) throw new Error(`the town has no room ${thread.room}`);
  const of = (reply: number) => said.get(`${what.thread}/${reply}`) as Said;
  if (what.kind === 'react' || what.kind === 'ballot')
    return voteOf(what, room, of(what.reply), stage.people[what.person]?.company ?? '');
  const label = { kind: what.label };
  if (what.kind === 'thread') {
    const { title, text, lang, poll } = thread;
    return { kind: 'thread', room, title, text, lang, label, now: true, ...(poll ? { poll } : {}) };
  }
  const reply = thread.replies[what.reply] as TownThread['replies'][number];
  const where = { room, thread: of(-1).thread, now: true };
  if (what.kind === 'edit')
    return { kind: 'edit', ...where, target: of(what.reply).id, text: reply.edited ?? reply.text };
  if (what.kind === 'delete') return { kind: 'delete', ...where, target: of(what.reply).id };
  const lang = /\p{Script=Han}/u.test(reply.text) ? 'zh' : 'en';
  return { kind: 'reply', ...where, target: of(reply.to ?? -1).id, text: reply.text, lang, label };
}

/** At most so many at a time, and none further apart than this. */
const together = 4;
const near = 15 * minute;

/**
 * Neighbours in time that have nothing to do with each other: other threads, other people, one month. They are played
 * at once, at the time of the last of them, so that both cores work and the town is still the same every time.
 */
export function groupsOf(plan: readonly (Happening | Vote)[]): (Happening | Vote)[][] {
  const groups: (Happening | Vote)[][] = [];
  for (const what of plan) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    const fits =
      group !== undefined &&
      first !== undefined &&
      group.length < together &&
      what.at - first.at < near &&
      epochOf(new Date(what.at)) === epochOf(new Date(first.at)) &&
      group.every((other) => other.thread !== what.thread && other.person !== what.person);
    if (fits) group.push(what);
    else groups.push([what]);
  }
  return groups;
}

const dayOf = (at: number) => Math.floor(at / day);

/**
 * Plays what was planned, on the town's clock. Each evening, and at the end, talk logs what was said: every post has its
 * proof at once. `onStep` hears of each.
 */
export async function play(
  plan: readonly (Happening | Vote)[],
  stage: Stage,
  onStep: () => void,
): Promise<void> {
  const { clock } = stage.town;
  const said = new Map<string, Said>();
  const one = async (what: Happening | Vote) => {
    const { client } = stage.people[what.person] as Person;
    const done = await say(client, composeOf(what, stage, said));
    if (what.kind === 'thread' || what.kind === 'reply') said.set(`${what.thread}/${what.reply}`, done);
    onStep();
  };
  for (const group of groupsOf(plan)) {
    const before = clock.now();
    const now = new Date(Math.max(...group.map(({ at }) => at), before.getTime()));
    if (dayOf(now.getTime()) !== dayOf(before.getTime())) await stage.town.talk.logActs();
    clock.set(now);
    if (epochOf(now) !== epochOf(before)) await newEpoch(stage);
    await Promise.all(group.map(one));
  }
  await stage.town.talk.logActs();
}
