import type { Queryable } from '@teahouse/kit/pool';
import { wordsVector } from '@teahouse/kit/words/vector';
import type { StateNumber } from '../order/standing.ts';
import { isMute, pieceOf } from '../threads/piece.ts';
import { type PostFacts, postColumns } from '../threads/store.ts';
import { mentionsOf } from './attached.ts';
import type { OpenedAct } from './envelope.ts';
import { awaitingLog } from './store.ts';

/*
 * The statements of an accepted edit or deletion. A post's row holds the last act; the ones before are kept in
 * post_versions. Lock order: post, thread, room.
 */

/**
 * Moves the standing act of the target to its versions, if it is still `prev` and, for an edit,
 * shown; false when something came between. A
 * deletion leaves headers and signatures only (protocol.md 4: everything stays verifiable but the words).
 */
export async function keepVersion(tx: Queryable, act: OpenedAct): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'keep-version',
    text: `WITH held AS MATERIALIZED (
             SELECT room_id, id, edits, header, signature, salt, title, text, lang, mentions FROM posts
             WHERE room_id = $1 AND id = $2 AND last_act = $3 AND NOT deleted AND (state = 0 OR $4) FOR UPDATE)
           INSERT INTO post_versions (room_id, post_id, n, header, signature, salt, title, text, lang, mentions)
           SELECT room_id, id, edits, header, signature, salt, title, text, lang, mentions FROM held`,
    values: [act.header.room, act.header.target, act.header.prev, act.header.type === 'delete'],
  });
  return rowCount === 1;
}

/**
 * Puts the edit in its place; returns the post. It keeps its language, and where the edit says no title the one it had: so do
 * the words that it is found by.
 */
export async function replaceText(
  tx: Queryable,
  act: OpenedAct,
  fingerprint: Uint8Array | null,
): Promise<PostFacts> {
  const { title, text = '' } = act.body;
  const { rows } = await tx.query<PostFacts>({
    name: 'replace-text',
    text: `${awaitingLog}
           UPDATE posts p SET last_act = $3, header = $4, signature = $5, salt = $6, title = $7, text = $8, mentions = $9,
             words = ts_filter(words, $10::"char"[]) || $11::tsvector, edits = edits + 1, fingerprint = $12
           WHERE room_id = $1 AND id = $2 RETURNING ${postColumns}`,
    values: [
      act.header.room,
      act.header.target,
      act.id,
      act.headerBytes,
      act.signature,
      act.salt,
      title ?? null,
      text,
      mentionsOf(act.body),
      title === undefined ? '{a,b}' : '{b}',
      wordsVector({ title, text }),
      fingerprint,
    ],
  });
  return rows[0]!;
}

/** Puts the deletion in its place; returns the post. Its own salt says nothing of the words and lets its hash be checked. */
export async function takeBack(tx: Queryable, act: OpenedAct): Promise<PostFacts> {
  const { rows } = await tx.query<PostFacts>({
    name: 'take-back',
    // Nobody has to look at what is gone.
    text: `${awaitingLog}, rested AS (UPDATE cases SET open = false WHERE room_id = $1 AND post_id = $2)
           UPDATE posts p SET last_act = $3, header = $4, signature = $5, salt = $6, title = NULL, text = NULL, attached = NULL,
             mentions = NULL, words = NULL, fingerprint = NULL, deleted = true
           WHERE room_id = $1 AND id = $2 RETURNING ${postColumns}`,
    values: [act.header.room, act.header.target, act.id, act.headerBytes, act.signature, act.salt],
  });
  return rows[0]!;
}

/** Puts the changed post into the pages of its thread, in the place of what it was. `title` is the thread's. */
export async function replacePiece(
  tx: Queryable,
  act: OpenedAct,
  post: PostFacts,
  title: string,
): Promise<void> {
  await tx.query({
    name: 'replace-piece',
    text: 'UPDATE pieces SET mute = $4, shown = $5 WHERE room_id = $1 AND thread_id = $2 AND seq = $3',
    values: [act.header.room, act.thread, post.seq, isMute(post), pieceOf(post, { title })],
  });
}

/** Removes the words of all earlier versions, and their salts, without which they cannot be guessed. */
export async function eraseVersions(tx: Queryable, act: OpenedAct): Promise<void> {
  await tx.query({
    name: 'erase-versions',
    text: `UPDATE post_versions SET salt = NULL, title = NULL, text = NULL, mentions = NULL
           WHERE room_id = $1 AND post_id = $2`,
    values: [act.header.room, act.header.target],
  });
}

/** The opening post was edited: what lists show of it. Without a title the old one stays. Returns the one that stands. */
export async function retitleThread(tx: Queryable, act: OpenedAct, excerpt: string): Promise<string> {
  const { rows } = await tx.query<{ title: string }>({
    name: 'retitle-thread',
    text: 'UPDATE threads SET title = coalesce($3, title), excerpt = $4 WHERE room_id = $1 AND id = $2 RETURNING title',
    values: [act.header.room, act.thread, act.body.title ?? null, excerpt],
  });
  return rows[0]?.title ?? '';
}

/** The opening post was deleted: the thread's words go, its replies stay. Returns how many there are, and how it stood. */
export async function blankThread(
  tx: Queryable,
  act: OpenedAct,
): Promise<{ replies: number; state: StateNumber }> {
  const { rows } = await tx.query<{ replies: number; state: StateNumber }>({
    name: 'blank-thread',
    text: `UPDATE threads SET title = '', excerpt = '', pictures = 0, poll = false, deleted = true
           WHERE room_id = $1 AND id = $2 RETURNING replies, state`,
    values: [act.header.room, act.thread],
  });
  return rows[0]!;
}

/** A thread without replies was deleted: lists leave it out from now on. */
export async function uncountThread(tx: Queryable, room: string): Promise<void> {
  await tx.query({
    name: 'uncount-thread',
    text: 'UPDATE room_stats SET threads = threads - 1 WHERE room_id = $1',
    values: [room],
  });
}

/** A reply was edited that lists show of its thread: its new words. */
export async function rewordBest(tx: Queryable, act: OpenedAct, words: string): Promise<void> {
  await tx.query({
    name: 'reword-best',
    text: 'UPDATE threads SET best_words = $4 WHERE room_id = $1 AND id = $2 AND best = $3',
    values: [act.header.room, act.thread, act.header.target, words],
  });
}
