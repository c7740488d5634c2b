import { reactionKinds, verdictKinds } from '@teahouse/protocol';
import type { Dice } from '@teahouse/testbed/dice';
import type { Resident } from './resident.ts';
import type { OpenThread, Stage } from './stage.ts';

type Compose = Parameters<Resident['client']['outbox']['add']>[0];

/** How likely each of these is beside a post. */
const reacts = 0.3;
const votesInPoll = 0.15;
const judges = 0.15;
/** Of new threads so many ask something; of posts so many have a picture. */
export const asks = 0.25;
export const shows = 0.05;

/** What a poll of the town asks. */
export const someQuestion = {
  options: ['Yes', 'No', 'Not sure'],
  multiple: false,
  voters: 'everyone',
} as const;

/** What a member says without words beside a post, of the newest threads of the same room. */
export async function sayWithoutWords(
  { dice, threads, hooks }: Stage,
  { client, company }: Resident,
  room: string,
): Promise<void> {
  const newest = (threads.get(room) ?? []).slice(-8);
  if (newest.length === 0) return;
  const common = { room, now: hooks.insists ?? false } as const;
  const acts: (Compose | undefined)[] = [
    dice.chance(reacts) ? reaction(dice, dice.pick(newest), common) : undefined,
    dice.chance(hooks.votes ? 1 : votesInPoll) ? inPoll(dice, newest, common) : undefined,
    dice.chance(judges) && room.startsWith('co-')
      ? verdict(dice, dice.pick(newest), company, common)
      : undefined,
  ];
  for (const act of acts) if (act) await client.outbox.add(act);
}

type Common = { readonly room: string; readonly now: boolean };

function reaction(dice: Dice, thread: OpenThread, common: Common): Compose {
  return {
    kind: 'react',
    ...common,
    thread: thread.id,
    target: dice.pick(thread.posts),
    reaction: dice.pick(reactionKinds),
    label: { kind: 'alias' },
  };
}

function inPoll(dice: Dice, newest: readonly OpenThread[], common: Common): Compose | undefined {
  const polls = newest.filter(({ poll }) => poll);
  if (polls.length === 0) return undefined;
  const { id, posts, slot } = dice.pick(polls);
  const choice = { choices: [dice.below(someQuestion.options.length)] };
  return { kind: 'ballot', ...common, thread: id, target: posts[0] as string, slot, company: null, choice };
}

/** Of the company whose room it is: only its own people speak up there. */
function verdict(dice: Dice, { id, posts, slot }: OpenThread, company: string, common: Common): Compose {
  const choice = { verdict: dice.pick(verdictKinds) };
  return { kind: 'ballot', ...common, thread: id, target: posts[0] as string, slot, company, choice };
}
