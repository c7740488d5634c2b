import type { Queryable } from '@teahouse/kit/pool';
import { excerptOf } from '../acts/excerpt.ts';

/*
 * The reply that lists show of a thread: the one that most agree with (product.md T8). Its words are copied into the
 * thread, so a post is locked while it is copied: whoever takes it back or removes it meanwhile waits, and then finds the copy
 * to erase. Lock order: post, thread.
 */

/** The reply that something happened to, and its thread. */
export interface ReplyAt {
  readonly room: string;
  readonly thread: Uint8Array;
  readonly post: Uint8Array;
}

interface Reply {
  readonly id: Uint8Array;
  readonly pseudonym: Buffer;
  readonly text: string;
  readonly agree: number;
}

/** Shows a reply, when more agree with it than with the one shown so far. Two statements. */
export async function considerBest(tx: Queryable, at: ReplyAt, agree: number): Promise<void> {
  const { rows } = await tx.query<Omit<Reply, 'agree'>>({
    name: 'hold-reply',
    text: 'SELECT id, pseudonym, text FROM posts WHERE room_id = $1 AND id = $2 AND NOT deleted AND state = 0 FOR SHARE',
    values: [at.room, at.post],
  });
  if (rows[0]) await show(tx, at, { ...rows[0], agree });
}

/** Looks for the best reply anew, after one lost an agreement, is gone or came back. Two statements. */
export async function chooseBest(tx: Queryable, at: ReplyAt): Promise<void> {
  const { rows } = await tx.query<Reply>({
    name: 'choose-best',
    text: `SELECT p.id, p.pseudonym, p.text, y.reactions[1] AS agree
           FROM posts p JOIN tallies y ON y.room_id = p.room_id AND y.post_id = p.id
           WHERE p.room_id = $1 AND p.thread_id = $2 AND p.seq > 0 AND NOT p.deleted AND p.state = 0 AND y.reactions[1] > 0
           ORDER BY agree DESC, p.seq LIMIT 1 FOR SHARE OF p`,
    values: [at.room, at.thread],
  });
  await show(tx, at, rows[0]);
}

/** Puts a reply, or none, in the place of this one, or of one that fewer agree with. */
async function show(tx: Queryable, at: ReplyAt, best: Reply | undefined): Promise<void> {
  await tx.query({
    name: 'show-best',
    text: `UPDATE threads SET best = $4, best_agree = $5, best_pseudonym = $6, best_words = $7
           WHERE room_id = $1 AND id = $2 AND (best = $3 OR best_agree < $5)`,
    values: [
      ...[at.room, at.thread, at.post, best?.id ?? null, best?.agree ?? 0],
      ...[best?.pseudonym ?? null, best ? excerptOf(best.text) : null],
    ],
  });
}
