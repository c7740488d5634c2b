import type { Appeal, AppealPage, CasePage, CaseView, Decide } from '@teahouse/contract/desk';
import type { HouseRule } from '@teahouse/protocol';
import type { Clerk } from '@teahouse/testbed/talk-alone';
import { minute, type Stage } from './stage.ts';
import type { Harm } from './words-harm.ts';

/** What somebody at the desk decides in an hour, and in how much of it they err. */
export const perHour = 60;
export const errs = 0.05;

const ruleOf: Readonly<Record<Harm, HouseRule>> = {
  plain: 'insult',
  bent: 'insult',
  sly: 'insult',
  spam: 'advertising',
};

type Method = Parameters<Clerk['call']>[0];

/** An answer of the desk that must be one. */
async function ask<T>(clerk: Clerk, method: Method, path: string, payload?: unknown): Promise<T> {
  const { status, body } = await clerk.call<T>(method, path, payload);
  if (status !== 200) throw new Error(`the desk said ${status} ${body.code} to ${method} ${path}`);
  return body;
}

export async function comeToWork(clerk: Clerk): Promise<void> {
  const { status, body } = await clerk.signIn();
  if (status !== 200) throw new Error(`the desk let nobody in: ${body.code}`);
}

/** Whether words are harm to whoever reads them: all that the desk shows, and nothing else, with an error now and then. */
function reads({ dice, harmful, desk }: Stage, text: string | undefined): Harm | undefined {
  const harm = text === undefined ? undefined : harmful.get(text);
  desk.decided += 1;
  if (!dice.chance(errs)) return harm;
  desk.erred += 1;
  return harm ? undefined : 'plain';
}

/** One hour of a moderator's: the queue from its top, a minute each, until it is empty. */
export async function workAnHour(stage: Stage, clerk: Clerk): Promise<void> {
  const { clock } = stage.house.town;
  let left = perHour;
  while (left > 0) {
    const { cases } = await ask<CasePage>(clerk, 'GET', '/cases');
    if (cases.length === 0) return;
    for (const { room, post } of cases.slice(0, left)) {
      await decide(stage, clerk, `/cases/${room}/${post}`, post);
      clock.advance(minute);
      left -= 1;
    }
  }
}

async function decide(stage: Stage, clerk: Clerk, path: string, id: string): Promise<void> {
  const view = await ask<CaseView>(clerk, 'GET', path);
  const harm = reads(stage, view.posts.find((post) => post.id === id)?.body?.text);
  const decision: Decide = harm
    ? { action: 'remove', rule: ruleOf[harm], words: 'It attacks a person and not what was said.' }
    : { action: 'keep', rule: 'other', words: 'It breaks no rule of the house.' };
  // Who had a post removed in this thread before does not come back into it.
  const again =
    harm !== undefined && !view.banned && view.decisions.length > 0 && view.case.state !== 'removed';
  await ask(clerk, 'POST', `${path}/decisions`, decision);
  if (again && view.case.reports > 0)
    await ask(clerk, 'POST', `${path}/decisions`, {
      ...{ action: 'ban', rule: decision.rule },
      words: 'It was enough in this thread.',
    });
}

/** Answers the appeals that wait, as somebody who did not decide. */
export async function answerAppeals(stage: Stage, clerk: Clerk): Promise<void> {
  for (;;) {
    const { appeals } = await ask<AppealPage>(clerk, 'GET', '/appeals');
    const mine = appeals.filter(({ own }) => !own);
    if (mine.length === 0) return;
    for (const one of mine) await answer(stage, clerk, one);
  }
}

async function answer(stage: Stage, clerk: Clerk, { decision, case: about }: Appeal): Promise<void> {
  const view = await ask<CaseView>(clerk, 'GET', `/cases/${about.room}/${about.post}`);
  const harm = reads(stage, view.posts.find(({ id }) => id === about.post)?.body?.text);
  stage.desk.reviewed += 1;
  await ask(clerk, 'POST', `/appeals/${decision.room}/${decision.id}`, {
    grant: harm === undefined,
    words: 'Somebody else has read it again.',
  });
}
