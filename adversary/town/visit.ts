import { epochOf } from '@teahouse/protocol';
import { lookThrough, networkingOf } from './network.ts';
import type { Visit } from './plan.ts';
import { readAround } from './reading.ts';
import type { Resident } from './resident.ts';
import { minute } from './size.ts';
import { compose } from './speak.ts';
import type { Stage } from './stage.ts';

const signsOut = 0.3;

/** Someone opens the app: the named half alone, or talk with something to say, and mostly the named half as well. */
export async function visit(stage: Stage, { member, posts }: Visit): Promise<void> {
  const resident = stage.residents[member];
  if (!resident) return;
  if (posts === 0) await lookAround(stage, member, resident);
  else if (stage.dice.chance(networkingOf(stage).alongside)) await goThroughBoth(stage, member, posts);
  else await talk(stage, member, resident, posts);
}

/** The app is one: where the named half is open, the inbox is looked into as well. */
async function lookAround(stage: Stage, member: number, resident: Resident): Promise<void> {
  await named(stage, resident);
  await readAround(stage, member);
  if (stage.dice.chance(signsOut)) await resident.signOut();
}

async function named(stage: Stage, resident: Resident): Promise<void> {
  await resident.signIn();
  await resident.client.members.me();
  await lookThrough(stage, resident);
}

/** Both halves in one sitting: the named one first, in the midst of what is said, or at the end. */
async function goThroughBoth(stage: Stage, member: number, posts: number): Promise<void> {
  const { dice, town, agenda } = stage;
  const resident = stage.residents[member] as Resident;
  const later = (minutes: number, run: () => Promise<void>) =>
    agenda.put({ at: town.clock.now().getTime() + minutes * minute, who: member, run });
  const speak = () => talk(stage, member, resident, posts);
  const order = dice.pick(['before', 'between', 'after'] as const);
  if (order === 'before') {
    await named(stage, resident);
    later(dice.between(0.5, 10), speak);
  } else {
    await speak();
    const most = order === 'between' ? 3 * posts : 6 * posts + 10;
    later(dice.between(order === 'between' ? 0.5 : 3 * posts, most), () => named(stage, resident));
  }
}

/** The device fetches the month's credentials and draws the week's tokens as the app does when it starts. */
async function talk(stage: Stage, member: number, resident: Resident, posts: number): Promise<void> {
  const { town, dice, agenda, habits, hooks } = stage;
  if (habits[member]?.careless) await resident.signIn(true);
  const epoch = epochOf(town.clock.now());
  if (!resident.client.wallet.snapshot().credentials.some((held) => held.epoch === epoch))
    await resident.refresh();
  if (resident.client.wallet.usable().length === 0) return;
  await readAround(stage, member);
  await resident.client.tokens.draw();
  const now = town.clock.now().getTime();
  let at = now;
  for (let said = 0; said < posts; said += 1) {
    at += hooks.haste ?? dice.between(0.5, 6) * minute;
    agenda.put({ at, who: member, run: () => compose(stage, member) });
  }
}
