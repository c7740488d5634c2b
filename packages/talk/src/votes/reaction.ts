import { notify } from '@teahouse/kit/events';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { equal, type Presentation, reactionKinds } from '@teahouse/protocol';
import { requireAlias } from '../acts/alias.ts';
import type { OpenedAct } from '../acts/envelope.ts';
import { requireSameAlias } from '../acts/policy.ts';
import { presentAccepted } from '../acts/present.ts';
import { enterAlias } from '../acts/store.ts';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { isShown } from '../order/standing.ts';
import { liveChannel, livePayload } from '../threads/live.ts';
import { chooseBest, considerBest } from './best.ts';
import * as store from './store.ts';

/** Takes an alias's reaction to a post, another one in its place, or takes it back. protocol.md 2 and 4. */
export async function acceptReaction(ctx: TalkContext, act: OpenedAct) {
  const ground = await requireGround(ctx.pool, act);
  if (ground.last_act && equal(ground.last_act, act.id)) return presentAccepted(act, ground);
  if (ground.deleted) throw refuse('post-deleted');
  if (!isShown(ground)) throw refuse('post-not-shown');
  if (ground.banned) throw refuse('alias-banned');
  const entering = await requireAlias(ctx, act, store.aliasIn(ground));
  if (!follows(act, ground.last_act)) throw refuse('prev-conflict');
  try {
    await withTransaction(ctx.pool, (tx) => write(tx, act, ground, entering));
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    // Another one was faster: this very act, sent twice at once, or another.
    const now = await requireGround(ctx.pool, act);
    if (!now.last_act || !equal(now.last_act, act.id)) throw refuse('prev-conflict');
  }
  return presentAccepted(act, ground);
}

export class Overtaken extends Error {}

/** Whether an act names the one that stands, or none where none does. */
export function follows(act: OpenedAct, last: Uint8Array | null): boolean {
  const { prev } = act.header;
  return prev === null || last === null ? prev === last : equal(prev, last);
}

async function requireGround(db: Queryable, act: OpenedAct): Promise<store.ReactionGround> {
  const ground = await store.readReactionGround(db, act);
  if (!ground || !equal(ground.thread_id, act.thread)) throw refuse('unknown-post');
  return ground;
}

/** The one transaction of a reaction: at most seven statements. */
async function write(
  tx: Queryable,
  act: OpenedAct,
  ground: store.ReactionGround,
  entering: Presentation | undefined,
): Promise<void> {
  const entry = entering && (await enterAlias(tx, act.room, act.thread, entering));
  if (entry) requireSameAlias(entry, entering);
  const { reaction } = act.body;
  const place = reaction === undefined ? null : reactionKinds.indexOf(reaction);
  if (!(await store.writeReaction(tx, act, place))) throw new Overtaken();
  const change = difference(ground.reaction, place);
  const agree = await store.addToTally(tx, act, ground.seq, { reactions: change });
  await highlight(tx, act, ground, { agree, more: change[0] ?? 0 });
  if (entry?.entered) await store.addVoice(tx, act);
  await notify(tx, liveChannel, livePayload('tally', act, act.header.target!));
}

/** Keeps the reply that lists show of the thread the one that most agree with. */
async function highlight(
  tx: Queryable,
  act: OpenedAct,
  { seq, best_agree, is_best }: store.ReactionGround,
  { agree, more }: { agree: number; more: number },
): Promise<void> {
  if (seq === 0 || more === 0) return;
  if (more < 0) return is_best ? chooseBest(tx, replyAt(act)) : undefined;
  if (is_best || agree > best_agree) await considerBest(tx, replyAt(act), agree);
}

const replyAt = ({ header, thread }: OpenedAct) => ({ room: header.room, thread, post: header.target! });

const difference = (before: number | null, after: number | null): number[] =>
  reactionKinds.map((_, i) => Number(i === after) - Number(i === before));
