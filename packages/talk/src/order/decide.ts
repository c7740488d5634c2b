import { randomBytes } from 'node:crypto';
import { type Caution, type DecisionAction, type HouseRule, talkLimits } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import { removeAnswer } from '../official/store.ts';
import { bannedChannel, banPictures } from './banned.ts';
import * as store from './decision-store.ts';
import { unfit } from './faults.ts';
import { lockPost, type OrderGround, readOrderGround } from './ground.ts';
import { type FirstLook, keptLook } from './look.ts';
import { isIdle, type Place, settle } from './settle.ts';
import { type Change, effectOf, partsOf, stateOf } from './standing.ts';

/** What is decided about a post. */
export interface DecisionPlan extends Place {
  readonly action: Exclude<DecisionAction, 'restore' | 'uphold'>;
  readonly rule: HouseRule;
  /** Why; of the program's own what `wordsOfLook` says. */
  readonly words: string;
  readonly by: store.By;
  /** Id of whoever decides; null of the program and of reports. */
  readonly staff: string | null;
  /** Of `caution`; left out it takes the label away. */
  readonly caution?: Caution | undefined;
  /** Of `slow`: minutes between two posts of an alias; 0 ends it. */
  readonly minutes?: number | undefined;
  /** The present slot. */
  readonly slot: number;
  /** Of `ban-picture`: what is known of the pictures from now on besides their files (`formsOfPost`). */
  readonly forms?: readonly Uint8Array[] | undefined;
  /** Of `hold`: what the first look saw. */
  readonly look?: FirstLook | undefined;
}

/**
 * Decides about a post, in a transaction of the caller's: at most eight statements. After the commit the caller drops what
 * the public cache has of the room. Throws `case-unknown`, and `decision-unfit` where it would change nothing or there is
 * nothing left to show.
 */
export async function applyDecision(tx: Queryable, plan: DecisionPlan): Promise<store.DecisionRow> {
  if (!(await lockPost(tx, plan.room, plan.post))) throw unfit('case-unknown');
  const ground = await readOrderGround(tx, plan.room, plan.post);
  if (!ground) throw unfit('case-unknown');
  return decideOn(tx, plan, ground);
}

/** The same, where the post is locked and read already: at most six statements. */
export async function decideOn(
  tx: Queryable,
  plan: DecisionPlan,
  ground: OrderGround,
): Promise<store.DecisionRow> {
  const slow = plan.minutes === undefined ? null : Math.ceil(plan.minutes / talkLimits.slotMinutes);
  const caution = plan.caution ?? null;
  const change = effectOf(plan.action, { caution, slow });
  requireFit(plan, ground, change);
  const row = rowOf(plan, ground, { change, caution, slow });
  if (plan.action === 'ban')
    await store.insertBan(tx, { ...plan, thread: ground.thread, author: ground.author, decision: row.id });
  if (
    plan.action === 'remove-answer' &&
    !(await removeAnswer(tx, { room: plan.room, thread: ground.thread, decision: row.id }))
  )
    throw unfit('decision-unfit');
  if (plan.action === 'ban-picture') await banPictures(tx, { ...plan, decision: row.id });
  await settle(tx, plan, ground, change, plan.action === 'ban-picture' ? bannedChannel : undefined);
  await store.insertDecision(tx, row, { ...ground.standing, ...change }, plan.look && keptLook(plan.look));
  return { ...row, log_index: null, appeal: null };
}

function requireFit({ action }: DecisionPlan, ground: OrderGround, change: Change): void {
  const { standing } = ground;
  if (action === 'remove-answer') {
    if (ground.seq !== 0) throw unfit('decision-unfit');
    return;
  }
  // That somebody looked and it stays is worth saying also where nothing changes.
  if (action !== 'keep' && isIdle(standing, change)) throw unfit('decision-unfit');
  const comesBack = change.state === stateOf.shown && standing.state !== stateOf.shown;
  if (comesBack && ground.wordless && !ground.deleted) throw unfit('decision-unfit');
  // A removed post does not come back with a label on it: first it has to be said that it stays.
  if (standing.state === stateOf.removed && comesBack && action !== 'keep') throw unfit('decision-unfit');
}

function rowOf(
  plan: DecisionPlan,
  ground: OrderGround,
  { change, caution, slow }: { change: Change; caution: Caution | null; slow: number | null },
): Omit<store.DecisionRow, 'log_index' | 'appeal'> {
  return {
    room_id: plan.room,
    id: randomBytes(32),
    post_id: Buffer.from(plan.post),
    thread_id: ground.thread,
    inside: ground.inside,
    action: plan.action,
    rule: plan.rule,
    words: plan.words,
    by: plan.by,
    staff: plan.staff,
    caution: plan.action === 'caution' ? caution : null,
    slow: plan.action === 'slow' ? slow : null,
    before: partsOf(ground.standing, change),
    slot: plan.slot,
  };
}
