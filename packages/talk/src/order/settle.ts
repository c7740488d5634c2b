import { notify } from '@teahouse/kit/events';
import type { Queryable } from '@teahouse/kit/pool';
import { liveChannel, toldOf } from '../threads/live.ts';
import { chooseBest } from '../votes/best.ts';
import type { OrderGround } from './ground.ts';
import { type Change, partsOf, type Standing, stateOf } from './standing.ts';

/** The post that is decided about. */
export interface Place {
  readonly room: string;
  readonly post: Uint8Array;
}

const among = (change: Change, names: readonly (keyof Standing)[]) => names.some((name) => name in change);

/** Whether the change would leave all as it is. */
export const isIdle = (standing: Standing, change: Change): boolean =>
  JSON.stringify(partsOf(standing, change)) === JSON.stringify(partsOf({ ...standing, ...change }, change));

/**
 * Makes a post, its thread and its tokens stand as a change says; the case is the decision's own statement. At most four
 * statements, and one that tells those who follow. Lock order: post, thread, room.
 */
export async function settle(tx: Queryable, at: Place, ground: OrderGround, change: Change): Promise<void> {
  const next = { ...ground.standing, ...change };
  if (among(change, ['state', 'caution', 'blurred', 'held', 'forfeited'])) await changePost(tx, at, next);
  const turned = (next.state === stateOf.shown) !== (ground.standing.state === stateOf.shown);
  const opens = ground.seq === 0 && next.state !== ground.standing.state;
  if (opens || among(change, ['locked', 'slow'])) await changeThread(tx, at, ground, next);
  if (change.banned === false) await liftBan(tx, at, ground);
  if (turned && ground.seq > 0) await chooseBest(tx, { ...at, thread: ground.thread });
  if (turned && opens && ground.listed)
    await countThreads(tx, at, ground, next.state === stateOf.shown ? 1 : -1);
  // To those who follow it is as after an edit: the post is to be read anew.
  await notify(tx, liveChannel, toldOf('edit', at.room, at.post));
}

async function changePost(tx: Queryable, { room, post }: Place, next: Standing): Promise<void> {
  await tx.query({
    name: 'order-post',
    text: `WITH refund AS (UPDATE refunds SET held = $6, forfeited = $7
             WHERE room_id = $1 AND post_id = $2 AND (held, forfeited) <> ($6, $7))
           UPDATE posts SET state = $3, caution = $4, blurred = $5 WHERE room_id = $1 AND id = $2`,
    values: [room, post, next.state, next.caution, next.blurred, next.held, next.forfeited],
  });
}

/** The thread stands as its first post does. */
async function changeThread(tx: Queryable, at: Place, ground: OrderGround, next: Standing): Promise<void> {
  await tx.query({
    name: 'order-thread',
    text: `UPDATE threads SET locked = $3, slow = $4, state = coalesce($5, state) WHERE room_id = $1 AND id = $2`,
    values: [at.room, ground.thread, next.locked, next.slow, ground.seq === 0 ? next.state : null],
  });
}

async function liftBan(tx: Queryable, { room }: Place, { thread, author }: OrderGround): Promise<void> {
  await tx.query({
    name: 'lift-ban',
    text: 'DELETE FROM bans WHERE room_id = $1 AND context = $2 AND pseudonym = $3',
    values: [room, thread, author],
  });
}

/** A thread left the lists of its room, or came back to them. */
async function countThreads(tx: Queryable, { room }: Place, { slot }: OrderGround, n: 1 | -1): Promise<void> {
  await tx.query({
    name: 'recount-threads',
    text: `INSERT INTO room_stats (room_id, threads, last_slot) VALUES ($1, $2, $3)
           ON CONFLICT (room_id) DO UPDATE SET threads = room_stats.threads + $2`,
    values: [room, n, slot],
  });
}
