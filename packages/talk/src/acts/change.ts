import { talkLimits } from '@teahouse/contract/talk/limits';
import { notify } from '@teahouse/kit/events';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { equal } from '@teahouse/protocol';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { type LookedPost, queueCase } from '../order/case-store.ts';
import { requireWritable } from '../order/entry.ts';
import { holdEdited } from '../order/hold.ts';
import { firstLook, rememberLook } from '../order/look.ts';
import { isShown } from '../order/standing.ts';
import { erasePictures } from '../pictures/store.ts';
import { isInside } from '../rooms/service.ts';
import { liveChannel, livePayload } from '../threads/live.ts';
import { chooseBest } from '../votes/best.ts';
import { slotNumber } from '../wire.ts';
import * as store from './change-store.ts';
import type { OpenedAct } from './envelope.ts';
import { excerptOf } from './excerpt.ts';
import { requireSignature } from './policy.ts';
import { presentAccepted } from './present.ts';
import { type ChangeGround, readChangeGround } from './read.ts';

/** Takes an edit or a deletion of one's own post. */
export async function acceptChange(ctx: TalkContext, act: OpenedAct) {
  const post = await requirePost(ctx.pool, act);
  if (equal(post.last_act, act.id)) return presentAccepted(act, post);
  if (!equal(post.last_act, act.header.prev!)) throw refuse('prev-conflict');
  if (post.deleted) throw refuse('post-deleted');
  if (act.header.type === 'edit' && post.edits >= talkLimits.editsPerPost) throw refuse('edits-exhausted');
  // Only a thread has a title, and it stands with its first post.
  if (act.body.title !== undefined && post.seq !== 0) throw refuse('act-malformed');
  const look = act.header.type === 'edit' ? await lookAtEdit(ctx, act, post) : undefined;
  try {
    await withTransaction(ctx.pool, (tx) => write(tx, act, post, look));
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    // Another act on the post was faster: this very one, sent twice at once, or another.
    const now = await requirePost(ctx.pool, act);
    if (!equal(now.last_act, act.id)) throw refuse(isShown(now) ? 'prev-conflict' : 'post-not-shown');
  }
  if (look) rememberLook(ctx, act, look.look);
  return presentAccepted(act, post);
}

/** An edit is judged like a post. */
async function lookAtEdit(ctx: TalkContext, act: OpenedAct, post: ChangeGround): Promise<LookedPost> {
  if (!isShown(post)) throw refuse('post-not-shown');
  const slot = slotNumber(ctx.clock.now());
  requireWritable(post, slot);
  const look = await firstLook(ctx, act);
  const inside = isInside(act.room);
  return { room: act.header.room, post: act.header.target!, thread: act.thread, inside, slot, look };
}

class Overtaken extends Error {}

/** The post that the act is about, after the act has shown that its author sent it. */
async function requirePost(db: Queryable, act: OpenedAct): Promise<ChangeGround> {
  const post = await readChangeGround(db, act.header.room, act.header.target!);
  if (!post || !equal(post.thread_id, act.thread)) throw refuse('unknown-post');
  if (!equal(post.pseudonym, act.pseudonym)) throw refuse('not-author');
  requireSignature(act, post.public_key);
  return post;
}

/** The one transaction of a change: at most eight statements. */
async function write(
  tx: Queryable,
  act: OpenedAct,
  post: ChangeGround,
  look: LookedPost | undefined,
): Promise<void> {
  if (!(await store.keepVersion(tx, act))) throw new Overtaken();
  if (look) await edit(tx, act, post, look);
  else await remove(tx, act, post);
}

async function edit(tx: Queryable, act: OpenedAct, post: ChangeGround, looked: LookedPost): Promise<void> {
  const { look } = looked;
  const edited = await store.replaceText(tx, act, look.fingerprint);
  const excerpt = excerptOf(act.body.text ?? '');
  const title = post.seq === 0 ? await store.retitleThread(tx, act, excerpt) : '';
  if (look.verdict === 'hold') return holdEdited(tx, looked);
  await store.replacePiece(tx, act, edited, title);
  if (post.seq !== 0) await store.rewordBest(tx, act, excerpt);
  if (look.verdict === 'queue') await queueCase(tx, looked);
  await notify(tx, liveChannel, livePayload('edit', act, act.header.target!));
}

async function remove(tx: Queryable, act: OpenedAct, post: ChangeGround): Promise<void> {
  const gone = await store.takeBack(tx, act);
  await store.replacePiece(tx, act, gone, '');
  await store.eraseVersions(tx, act);
  if (post.has_pictures) await erasePictures(tx, act.header.room, act.header.target!);
  if (post.seq !== 0) await chooseBest(tx, { ...act, room: act.header.room, post: act.header.target! });
  else {
    const { replies, state } = await store.blankThread(tx, act);
    if (replies === 0 && isShown({ state })) await store.uncountThread(tx, act.header.room);
  }
  await notify(tx, liveChannel, livePayload('delete', act, act.header.target!));
}
