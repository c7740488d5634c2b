import { type Look, type Person, person } from '../lib/person.ts';
import { changeAddress, joinByPasskey, leaveAndReturn, settings, takeAlong } from './account.ts';
import type { Cast } from './casts.ts';
import { lookAround, runHouse } from './console.ts';
import { held } from './everywhere.ts';
import { answerPost, tell, visitPost } from './feed.ts';
import { befriend, hireByReferral } from './hiring.ts';
import type { Town } from './house.ts';
import { applyForJob, visitJobs } from './jobs.ts';
import { keepMembersOrder } from './members-order.ts';
import { openToWork } from './open.ts';
import { passOn } from './pass-on.ts';
import { connect, visitPage, writePage } from './people.ts';
import { seek } from './seek.ts';
import { badge, letter } from './verification.ts';

interface Met {
  readonly visitor: Person;
  readonly a: Person;
  readonly b: Person;
}
const meeting = (town: Town) => (name: string, look: Look) => person(town.browser, town.origin, name, look);

/** What two members with proven employers, and a visitor, do in the named half with each other. */
export async function liveInNamedHalf(town: Town, cast: Cast, { visitor, a, b }: Met): Promise<void> {
  const meet = meeting(town);
  await writePage(town, a);
  await visitPage(town, visitor, a);
  await connect(town, a, b);
  const address = await tell(town, a);
  await answerPost(town, a, b, address);
  await passOn(town, a, b, address);
  await visitPost(town, visitor, address);
  await seek(town, b);
  await visitJobs(town, visitor);
  await applyForJob(town, b);
  const [rui, quan, own] = [
    await meet('Rui', cast.device),
    await meet('Quan', cast.device),
    await meet('Hu', cast.visitor),
  ];
  // What was between them ended when one blocked the other.
  await befriend(b, a);
  await hireByReferral(town, { candidate: b, referrer: a, recruiter: rui, company: 'xinghe' });
  await openToWork(town, { candidate: b, employer: 'luming', recruiter: quan, company: 'paperkite', own });
  for (const { context } of [rui, quan, own]) await context.close();
  const orderly = await meet('Orderly', cast.visitor);
  await keepMembersOrder(town, {
    by: b,
    about: a,
    handle: `${a.name.toLowerCase()}-${town.tag}`,
    keeper: orderly,
  });
  await letter(town, await meet('Noor', cast.device));
  const [operator, second] = [await meet('Tang', cast.device), await meet('Olga', cast.visitor)];
  await runHouse(town, operator);
  await lookAround(town, second);
  for (const { context } of [operator, second]) await context.close();
  await badge(town, await meet('Pia', cast.visitor), await meet('Gu', cast.b));
  await orderly.context.close();
}

/** Accounts from joining to leaving, each by somebody of its own. */
export async function keepAccounts(town: Town, cast: Cast): Promise<void> {
  const meet = meeting(town);
  for (const [name, look] of [
    ['Wen', cast.b],
    ['Ada', cast.a],
  ] as const) {
    const owner = await joinByPasskey(town, await meet(name, look));
    await settings(town, owner);
    await takeAlong(town, owner);
    await changeAddress(town, owner);
    await leaveAndReturn(town, owner);
    await held(town, [owner.who], { leastToTalk: 0 });
    await owner.who.context.close();
  }
}
