import { notify } from '@teahouse/kit/events';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import type { Presentation } from '@teahouse/protocol';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { requireUnbanned } from '../order/banned.ts';
import { holdCase, type LookedPost, queueNewCase } from '../order/case-store.ts';
import { requireWritable } from '../order/entry.ts';
import { type FirstLook, firstLook, rememberLook } from '../order/look.ts';
import { lookAtPictures } from '../order/picture-look.ts';
import { type StateNumber, stateOf } from '../order/standing.ts';
import { PictureFault } from '../pictures/simple-webp.ts';
import { insertPictures, type PictureRow } from '../pictures/store.ts';
import { insertRefund, refundDelay } from '../refunds/store.ts';
import { isInside } from '../rooms/service.ts';
import { liveChannel, livePayload } from '../threads/live.ts';
import type { TokenKey } from '../tokens/rsa.ts';
import { requirePoll } from '../votes/policy.ts';
import { slotNumber } from '../wire.ts';
import { requireAlias } from './alias.ts';
import type { OpenedAct } from './envelope.ts';
import { excerptOf } from './excerpt.ts';
import { type AliasRow, requireSameAlias } from './policy.ts';
import { presentAccepted } from './present.ts';
import { type AcceptedRow, type PostGround, readPostGround } from './read.ts';
import * as store from './store.ts';

/** Takes a post: the opening of a thread, or a reply. `currentKey` is the one that refunds are blinded for. */
export async function acceptPost(ctx: TalkContext, act: OpenedAct, currentKey: TokenKey) {
  const ground = await readGround(ctx.pool, act);
  if (ground.mine) return presentAccepted(act, ground.mine);
  const slot = slotNumber(ctx.clock.now());
  requireGround(act, ground, slot);
  const entering = await requireAlias(ctx, act, ground.alias);
  await requireUnbanned(ctx.pool, act);
  const pictures = await checkPictures(ctx, act);
  const words = await firstLook(ctx, act);
  const look = await lookAtPictures(ctx, pictures, words);
  try {
    const alias = ground.alias;
    const row = await withTransaction(ctx.pool, (tx) =>
      write(tx, act, { slot, entering, alias, currentKey, pictures, look }),
    );
    rememberLook(ctx, act, words);
    return presentAccepted(act, row);
  } catch (error) {
    if (!(error instanceof NonceTaken)) throw error;
    // Somebody was faster with a nonce: this very act, sent twice at once, or another one.
    const { mine } = await readGround(ctx.pool, act);
    if (mine) return presentAccepted(act, mine);
    throw refuse('token-spent');
  }
}

class NonceTaken extends Error {}

function readGround(db: Queryable, { id, thread, header, pseudonym }: OpenedAct): Promise<PostGround> {
  const { room, target, nonces } = header;
  return readPostGround(db, { room, id, thread, target, pseudonym, nonces });
}

function requireGround(act: OpenedAct, ground: PostGround, slot: number): void {
  if (ground.spentElsewhere) throw refuse('token-spent');
  requirePoll(act.body.poll, act.room);
  if (act.header.thread === null) return;
  if (!ground.threadExists) throw refuse('unknown-thread');
  if (!ground.target) throw refuse('unknown-post');
  if (ground.target.deleted) throw refuse('post-deleted');
  if (!ground.target.shown) throw refuse('post-not-shown');
  requireWritable(ground.order, slot);
}

/** The files as they will be kept, each decoded and encoded anew; the last and dearest of the checks. */
async function checkPictures(ctx: TalkContext, act: OpenedAct): Promise<PictureRow[]> {
  const declared = act.body.pictures ?? [];
  try {
    return await Promise.all(
      act.pictures.map(async (signed, i) => {
        const { hash, width, height } = declared[i]!;
        const { shown } = await ctx.pictures.checkPicture(signed, { hash, width, height });
        return { hash, width, height, signed, shown };
      }),
    );
  } catch (error) {
    throw error instanceof PictureFault ? refuse(error.code) : error;
  }
}

interface Plan {
  readonly slot: number;
  readonly entering: Presentation | undefined;
  readonly alias: AliasRow | undefined;
  readonly currentKey: TokenKey;
  readonly pictures: readonly PictureRow[];
  readonly look: FirstLook;
}

/** The one transaction of a post: at most eight statements. */
async function write(
  tx: Queryable,
  act: OpenedAct,
  { slot, entering, alias, currentKey, pictures, look }: Plan,
): Promise<AcceptedRow> {
  const { room } = act.header;
  const held = look.verdict === 'hold';
  const state = held ? stateOf.held : stateOf.shown;
  if ((await store.spend(tx, act)) !== act.header.nonces.length) throw new NonceTaken();
  const entry = entering && (await store.enterAlias(tx, act.room, act.thread, entering));
  if (entry) requireSameAlias(entry, entering);
  const speaker = entry ?? alias!;
  const seq = await takePlace(tx, act, slot, { alias: speaker, entered: entry?.entered ?? false, state });
  const { fingerprint } = look;
  await store.insertPost(tx, act, { seq, slot, label: speaker.label.kind, state, fingerprint });
  await insertPictures(tx, { room, id: act.id }, pictures);
  const refund =
    act.refunds.length > 0
      ? { keyId: currentKey.id, dueSlot: slot + refundDelay, blinded: act.refunds }
      : undefined;
  const looked: LookedPost = {
    room,
    post: act.id,
    thread: act.thread,
    inside: isInside(act.room),
    slot,
    look,
  };
  if (look.verdict === 'queue') await queueNewCase(tx, looked, refund);
  else if (refund) await insertRefund(tx, { room: act.room, post: act.id, ...refund, held });
  if (held) await holdCase(tx, looked);
  else await (seq === 0 ? store.countThread(tx, room, slot) : store.touchRoom(tx, room, slot));
  await notify(tx, liveChannel, livePayload('post', act, act.id));
  return { seq, slot };
}

/** Opens the thread, or takes the next place in it. */
async function takePlace(
  tx: Queryable,
  act: OpenedAct,
  slot: number,
  { alias, entered, state }: { alias: AliasRow; entered: boolean; state: StateNumber },
): Promise<number> {
  if (act.header.thread === null) {
    const { title = '', text = '' } = act.body;
    await store.insertThread(tx, act, slot, { title, excerpt: excerptOf(text), alias, state });
    return 0;
  }
  const seq = await store.nextPlace(tx, act, state === stateOf.shown ? slot : 0, entered);
  if (seq === undefined) throw refuse('post-deleted');
  return seq;
}
