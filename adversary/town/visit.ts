import { epochOf } from '@teahouse/protocol';
import type { Visit } from './plan.ts';
import { readAround } from './reading.ts';
import type { Resident } from './resident.ts';
import { minute } from './size.ts';
import { compose } from './speak.ts';
import type { Stage } from './stage.ts';

const signsOut = 0.3;

/** Someone opens the app: the named half alone, or talk with something to say. */
export async function visit(stage: Stage, { member, posts }: Visit): Promise<void> {
  const resident = stage.residents[member];
  if (!resident) return;
  if (posts === 0) await lookAround(stage, member, resident);
  else await talk(stage, member, resident, posts);
}

/** The app is one: where the named half is open, the inbox is looked into as well. */
async function lookAround(stage: Stage, member: number, resident: Resident): Promise<void> {
  await resident.signIn();
  await resident.client.members.me();
  await resident.client.members.companies({ query: { q: '' } });
  await readAround(stage, member);
  if (stage.dice.chance(signsOut)) await resident.signOut();
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
