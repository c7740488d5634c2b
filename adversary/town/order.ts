import type { AppealPage, CasePage, Decide } from '@teahouse/contract/desk';
import type { Decision } from '@teahouse/contract/talk';
import { createPool } from '@teahouse/kit/pool';
import { houseRules } from '@teahouse/protocol';
import { type Clerk, hire } from '@teahouse/testbed/talk-alone';
import { anyWords } from './report.ts';
import type { Resident } from './resident.ts';
import { day, hour, minute } from './size.ts';
import { forget, send } from './speak.ts';
import type { SimTown, Stage } from './stage.ts';

/**
 * Rules under which a removal teaches the first look nothing: the town says everything in a few dozen words, so that of
 * each advertisement it learnt, half of what is said afterwards would be held as its likeness.
 */
const taughtNothing = houseRules.filter((rule) => rule !== 'advertising' && rule !== 'flooding');

/** Of those whom a decision is about so many appeal. */
const appeals = 0.6;

/** The desk opens at ten on every day: cases are noted upon and decided, and appeals of the days before answered. */
export async function keepDesk(stage: Stage, start: number, end: number): Promise<void> {
  const staff = await hireBoth(stage.town);
  for (let at = start + day + 10 * hour; at < end; at += day)
    stage.agenda.put({ at, who: -1, run: () => workADay(stage, staff) });
}

interface Staff {
  readonly moderator: Clerk;
  readonly senior: Clerk;
}

async function hireBoth(town: SimTown): Promise<Staff> {
  const pool = createPool({ url: town.databases.talk, name: 'hire' });
  try {
    const at = { talk: town.talk, clock: town.clock, db: { pool } };
    return { moderator: await hire(at, 'Morag', 'moderator'), senior: await hire(at, 'Senga', 'senior') };
  } finally {
    await pool.end();
  }
}

async function ask<T>(clerk: Clerk, method: 'GET' | 'POST', path: string, payload?: unknown): Promise<T> {
  const { status, body } = await clerk.call<T>(method, path, payload);
  if (status !== 200) throw new Error(`the desk said ${status} ${body.code} to ${method} ${path}`);
  return body;
}

async function workADay(stage: Stage, { moderator, senior }: Staff): Promise<void> {
  for (const clerk of [moderator, senior]) await clerk.signIn();
  const { cases } = await ask<CasePage>(moderator, 'GET', '/cases');
  for (const { room, post } of cases) await decide(stage, moderator, `/cases/${room}/${post}`);
  const { appeals: waiting } = await ask<AppealPage>(senior, 'GET', '/appeals');
  for (const { decision } of waiting) {
    const grant = stage.dice.chance(0.5);
    const path = `/appeals/${decision.room}/${decision.id}`;
    await ask(senior, 'POST', path, { grant, words: stage.order?.decision });
  }
}

async function decide(stage: Stage, clerk: Clerk, path: string): Promise<void> {
  const { dice, order = anyWords, hooks } = stage;
  await ask(clerk, 'GET', path);
  await ask(clerk, 'POST', `${path}/notes`, { words: order.note });
  const why = { rule: dice.pick(houseRules), words: order.decision };
  const decision: Decide = dice.pick([
    { action: 'keep', ...why },
    { action: 'keep', ...why },
    { action: 'remove', rule: dice.pick(taughtNothing), words: order.decision },
    { action: 'caution', caution: 'quarrel', ...why },
    { action: 'blur', ...why },
  ] as const);
  const made = await ask<Decision>(clerk, 'POST', `${path}/decisions`, decision);
  if (made.action === 'remove') forget(stage, made);
  const author = stage.residents.find((one) => one?.account === stage.truth.posts[made.post]);
  if (!author) return;
  await hooks.afterDecision?.(author, made.post);
  if (made.appealUntil !== null && dice.chance(appeals)) appealLater(stage, author, made);
}

/** The author reads of it on the same day or the next, and says what there is to say. */
function appealLater(stage: Stage, author: Resident, { id: decision, room, thread, post: target }: Decision) {
  const { agenda, town, dice, residents, order = anyWords } = stage;
  const who = residents.indexOf(author);
  const run = async () => {
    const act = { kind: 'appeal', room, thread, target, decision, text: order.appeal } as const;
    await author.client.outbox.add(act);
    await send(stage, who);
  };
  agenda.put({ at: town.clock.now().getTime() + dice.between(60, 30 * 60) * minute, who, run });
}
