import type { Caution } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import type { Label } from '@teahouse/protocol';
import type { StateNumber } from '../order/standing.ts';

/* Raw named statements: these are the hot reads (architecture.md, "queries"). */

export interface ThreadRow {
  room_id: string;
  id: Buffer;
  title: string;
  excerpt: string;
  lang: 'zh' | 'en' | null;
  opener: Buffer;
  opener_label: Label;
  opener_key: Buffer;
  replies: number;
  slot: number;
  last_slot: number;
  deleted: boolean;
  voices: number;
  heat: number;
  pictures: number;
  poll: boolean;
  best: Buffer | null;
  best_pseudonym: Buffer | null;
  best_words: string | null;
  best_agree: number;
  state: StateNumber;
  locked: boolean;
  slow: number;
}
/** Of a tally; null where nobody said anything without words. */
export interface CountsRow {
  reactions: number[] | null;
  votes: number[] | null;
  ballots: number | null;
  verdicts: number[] | null;
}
/** A post without what others said of it. */
export interface PostFacts {
  id: Uint8Array;
  parent: Uint8Array | null;
  seq: number;
  pseudonym: Uint8Array;
  title: string | null;
  text: string | null;
  lang: 'zh' | 'en' | null;
  slot: number;
  edits: number;
  deleted: boolean;
  last_act: Uint8Array;
  state: StateNumber;
  caution: Caution | null;
  blurred: boolean;
  attached: Uint8Array | null;
  mentions: Buffer | null;
}
export type PostRow = PostFacts & CountsRow;
export interface AliasRow {
  pseudonym: Buffer;
  label: Label;
  public_key: Buffer;
}

export const threadColumns = `t.room_id, t.id, t.title, t.excerpt, t.lang, t.opener, t.opener_label, t.opener_key, t.replies,
  t.slot, t.last_slot, t.deleted, t.voices, t.heat, t.pictures, t.poll, t.best, t.best_pseudonym, t.best_words, t.best_agree,
  t.state, t.locked, t.slow`;
export const postColumns = `p.id, p.parent, p.seq, p.pseudonym, p.title, p.text, p.lang, p.slot, p.edits, p.deleted, p.last_act,
  p.state, p.caution, p.blurred, p.attached, p.mentions`;

export async function readThread(
  db: Queryable,
  room: string,
  thread: Uint8Array,
): Promise<ThreadRow | undefined> {
  const { rows } = await db.query<ThreadRow>({
    name: 'thread',
    text: `SELECT ${threadColumns} FROM threads t WHERE t.room_id = $1 AND t.id = $2`,
    values: [room, thread],
  });
  return rows[0];
}

/** The aliases with these pseudonyms in a thread. */
export async function readAliases(
  db: Queryable,
  room: string,
  thread: Uint8Array,
  pseudonyms: readonly Uint8Array[],
): Promise<AliasRow[]> {
  const { rows } = await db.query<AliasRow>({
    name: 'aliases',
    text: `SELECT pseudonym, label, public_key FROM aliases
           WHERE room_id = $1 AND context = $2 AND pseudonym = ANY($3) ORDER BY pseudonym`,
    values: [room, thread, pseudonyms],
  });
  return rows;
}

/** One post of a room, with the id of its thread. */
export async function readPost(
  db: Queryable,
  room: string,
  post: Uint8Array,
): Promise<(PostRow & { thread_id: Buffer }) | undefined> {
  const { rows } = await db.query<PostRow & { thread_id: Buffer }>({
    name: 'post',
    text: `SELECT ${postColumns}, p.thread_id, y.reactions, y.votes, y.ballots, y.verdicts
           FROM posts p LEFT JOIN tallies y ON y.room_id = p.room_id AND y.post_id = p.id
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [room, post],
  });
  return rows[0];
}
