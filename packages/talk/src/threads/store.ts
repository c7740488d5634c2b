import type { Queryable } from '@teahouse/kit/pool';
import type { Label } from '@teahouse/protocol';

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
}
export interface PostRow {
  id: Buffer;
  parent: Buffer | null;
  seq: number;
  pseudonym: Buffer;
  title: string | null;
  text: string | null;
  lang: 'zh' | 'en' | null;
  slot: number;
  edits: number;
  deleted: boolean;
  last_act: Buffer;
}
export interface AliasRow {
  pseudonym: Buffer;
  label: Label;
  public_key: Buffer;
}

const threadColumns = `t.room_id, t.id, t.title, t.excerpt, t.lang, t.opener, t.opener_label, t.opener_key, t.replies,
  t.slot, t.last_slot, t.deleted`;
const postColumns = `p.id, p.parent, p.seq, p.pseudonym, p.title, p.text, p.lang, p.slot, p.edits, p.deleted, p.last_act`;

/** Where a page of a list begins: below this thread. Lists run by last activity, within a slot by the random id. */
export interface ListPlace {
  readonly slot: number;
  readonly id: Uint8Array;
}
/** Above every thread. */
export const listTop: ListPlace = { slot: 2 ** 31 - 1, id: Buffer.alloc(33, 0xff) };

/** Threads of a room, or of all rooms, from `before` on downwards. A deleted thread without replies is left out. */
export async function listThreads(
  db: Queryable,
  room: string | undefined,
  before: ListPlace,
  limit: number,
): Promise<ThreadRow[]> {
  const inRoom = room === undefined ? '' : 'AND t.room_id = $4';
  const { rows } = await db.query<ThreadRow>({
    name: room === undefined ? 'threads-latest' : 'threads-of-room',
    text: `SELECT ${threadColumns} FROM threads t
           WHERE (t.last_slot, t.id) < ($1, $2) ${inRoom} AND NOT (t.deleted AND t.replies = 0)
           ORDER BY t.last_slot DESC, t.id DESC LIMIT $3`,
    values: [before.slot, before.id, limit, ...(room === undefined ? [] : [room])],
  });
  return rows;
}

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

/** Posts of a thread after the place `after`, in order. */
export async function readPosts(
  db: Queryable,
  room: string,
  thread: Uint8Array,
  page: { after: number; limit: number },
): Promise<PostRow[]> {
  const { rows } = await db.query<PostRow>({
    name: 'posts',
    text: `SELECT ${postColumns} FROM posts p WHERE p.room_id = $1 AND p.thread_id = $2 AND p.seq > $3
           ORDER BY p.seq LIMIT $4`,
    values: [room, thread, page.after, page.limit],
  });
  return rows;
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
    text: `SELECT ${postColumns}, p.thread_id FROM posts p WHERE p.room_id = $1 AND p.id = $2`,
    values: [room, post],
  });
  return rows[0];
}
