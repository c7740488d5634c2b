import type { Teahouse } from '@teahouse/client';
import type { FakeClock } from '@teahouse/kit/clock';
import { epochOf } from '@teahouse/protocol';
import type { Person } from '../people.ts';
import type { Town } from '../town.ts';
import type { Happening } from './plan.ts';
import { day, minute } from './times.ts';
import type { TownThread } from './town/types.ts';

interface Said {
  /** Act id of the post. */
  readonly id: string;
  readonly thread: string;
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
  if (item.state.name === 'sent') return { id: item.state.id, thread: item.state.thread };
  const why = item.state.name === 'refused' ? item.state.code : item.state.name;
  throw new Error(
    `the town could not say "${'text' in compose ? compose.text.slice(0, 40) : compose.kind}": ${why}`,
  );
}

/** A new month has begun: the issuer's batch, and everybody fetches the new credential. protocol.md 1.2. */
async function newEpoch({ town, people }: Stage): Promise<void> {
  await town.batch();
  for (const { client } of people) await client.wallet.refresh();
}

function composeOf(what: Happening, stage: Stage, said: ReadonlyMap<string, Said>): Compose {
  const thread = stage.threads[what.thread] as TownThread;
  const room = stage.rooms.get(thread.room);
  if (room === undefined) throw new Error(`the town has no room ${thread.room}`);
  const label = { kind: what.label };
  if (what.kind === 'thread') {
    const { title, text, lang } = thread;
    return { kind: 'thread', room, title, text, lang, label, now: true };
  }
  const of = (reply: number) => said.get(`${what.thread}/${reply}`) as Said;
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
export function groupsOf(plan: readonly Happening[]): Happening[][] {
  const groups: Happening[][] = [];
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
export async function play(plan: readonly Happening[], stage: Stage, onStep: () => void): Promise<void> {
  const { clock } = stage.town;
  const said = new Map<string, Said>();
  const one = async (what: Happening) => {
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
