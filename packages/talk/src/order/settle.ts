import { notify } from '@teahouse/kit/events';
import type { Queryable } from '@teahouse/kit/pool';
import { liveChannel, toldOf } from '../threads/live.ts';
import { isMute, pieceOf } from '../threads/piece.ts';
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
 * Makes a post, its thread and its tokens stand as a change says; the case is the decision's own statement. At most three
 * statements, and one that tells those who follow, and those who listen to `alsoTell`. Lock order: post, thread, room.
 */
export async function settle(
  tx: Queryable,
  at: Place,
  ground: OrderGround,
  change: Change,
  alsoTell?: string,
): Promise<void> {
  const next = { ...ground.standing, ...change };
  if (among(change, ['state', 'caution', 'blurred', 'held', 'forfeited']))
    await changePost(tx, at, ground, next);
  const turned = (next.state === stateOf.shown) !== (ground.standing.state === stateOf.shown);
  const opens = ground.seq === 0 && next.state !== ground.standing.state;
  const lists = turned && opens && ground.listed ? (next.state === stateOf.shown ? 1 : -1) : 0;
  if (opens || among(change, ['locked', 'slow'])) await changeThread(tx, at, ground, next, lists);
  if (change.banned === false) await liftBan(tx, at, ground);
  if (turned && ground.seq > 0) await chooseBest(tx, { ...at, thread: ground.thread });
  // To those who follow it is as after an edit: the post is to be read anew.
  const told = toldOf('edit', at.room, at.post);
  if (alsoTell === undefined) return notify(tx, liveChannel, told);
  // Alone in its statement: beside a table it would be sent by whichever machine has the table's rows (decision 0037).
  await tx.query({
    name: 'notify-both',
    text: `SELECT pg_notify($1, $2), pg_notify($3, '')`,
    values: [liveChannel, told, alsoTell],
  });
}

/** The post, the piece of its thread's page, and its tokens. */
async function changePost(
  tx: Queryable,
  { room, post }: Place,
  { facts, title, thread, seq }: OrderGround,
  next: Standing,
): Promise<void> {
  const row = { ...facts, ...{ state: next.state, caution: next.caution, blurred: next.blurred } };
  await tx.query({
    name: 'order-post',
    text: `WITH refund AS (UPDATE refunds SET held = $6, forfeited = $7
               WHERE room_id = $1 AND post_id = $2 AND (held, forfeited) <> ($6, $7)),
             piece AS (UPDATE pieces SET mute = $10, shown = $11 WHERE room_id = $1 AND thread_id = $8 AND seq = $9)
           UPDATE posts SET state = $3, caution = $4, blurred = $5 WHERE room_id = $1 AND id = $2`,
    values: [
      ...[room, post, next.state, next.caution, next.blurred, next.held, next.forfeited],
      ...[thread, seq, isMute(row), pieceOf(row, { title })],
    ],
  });
}

/** The thread stands as its first post does. `lists`: it came back to the lists of its room (1), or left them (-1). */
async function changeThread(
  tx: Queryable,
  at: Place,
  ground: OrderGround,
  next: Standing,
  lists: number,
): Promise<void> {
  await tx.query({
    name: 'order-thread',
    text: `WITH counted AS (INSERT INTO room_stats (room_id, threads, last_slot) SELECT $1, $6, $7 WHERE $6 <> 0
             ON CONFLICT (room_id) DO UPDATE SET threads = room_stats.threads + $6)
           UPDATE threads SET locked = $3, slow = $4, state = coalesce($5, state) WHERE room_id = $1 AND id = $2`,
    values: [
      at.room,
      ground.thread,
      next.locked,
      next.slow,
      ground.seq === 0 ? next.state : null,
      lists,
      ground.slot,
    ],
  });
}

async function liftBan(tx: Queryable, { room }: Place, { thread, author }: OrderGround): Promise<void> {
  await tx.query({
    name: 'lift-ban',
    text: 'DELETE FROM bans WHERE room_id = $1 AND context = $2 AND pseudonym = $3',
    values: [room, thread, author],
  });
}
