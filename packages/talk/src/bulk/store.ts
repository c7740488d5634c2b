import type { Queryable } from '@teahouse/kit/pool';
import type { Label } from '@teahouse/protocol';

export interface BulkAliasRow {
  room_id: string;
  context: Buffer;
  pseudonym: Buffer;
  public_key: Buffer;
  label: Label;
}

/** Aliases of all threads after a place, in the order of the threads' ids, which are hashes and so tell no order. */
export async function readBulkAliases(
  db: Queryable,
  room: string | undefined,
  after: { context: Uint8Array; pseudonym: Uint8Array },
  limit: number,
): Promise<BulkAliasRow[]> {
  const { rows } = await db.query<BulkAliasRow>({
    ...of(
      room,
      'bulk-aliases',
      (where) => `SELECT room_id, context, pseudonym, public_key, label FROM aliases
           WHERE (context, pseudonym) > ($1, $2) AND ${where} ORDER BY context, pseudonym LIMIT $3`,
    ),
    values: [after.context, after.pseudonym, limit, ...roomValue(room)],
  });
  return rows;
}

/** Nonces spent under a token key, after a nonce, ascending. */
export async function readBulkSpent(
  db: Queryable,
  keyId: Uint8Array,
  after: Uint8Array,
  limit: number,
): Promise<Buffer[]> {
  const { rows } = await db.query<{ nonce: Buffer }>({
    name: 'bulk-spent',
    text: 'SELECT nonce FROM spent WHERE key_id = $1 AND nonce > $2 ORDER BY nonce LIMIT $3',
    values: [keyId, after, limit],
  });
  return rows.map((row) => row.nonce);
}

/** Refunds signed with a token key, after a post, in the order of the posts' ids. */
export async function readBulkRefunds(
  db: Queryable,
  room: string | undefined,
  i: { keyId: Uint8Array; after: Uint8Array },
  limit: number,
): Promise<{ post_id: Buffer; signatures: Buffer }[]> {
  const { rows } = await db.query<{ post_id: Buffer; signatures: Buffer }>({
    ...of(
      room,
      'bulk-refunds',
      (where) => `SELECT post_id, signatures FROM refunds
           WHERE key_id = $1 AND post_id > $2 AND octet_length(signatures) > 0 AND ${where} ORDER BY post_id LIMIT $3`,
    ),
    values: [i.keyId, i.after, limit, ...roomValue(room)],
  });
  return rows;
}

export interface BulkPostRow {
  room_id: string;
  thread_id: Buffer;
  id: Buffer;
  parent: Buffer | null;
  pseudonym: Buffer;
  mentions: Buffer | null;
}

/** Posts of some slots after an id, in the order of their ids; what is not shown answers nobody. */
export async function readBulkPosts(
  db: Queryable,
  room: string | undefined,
  i: { from: number; to: number; after: Uint8Array },
  limit: number,
): Promise<BulkPostRow[]> {
  const { rows } = await db.query<BulkPostRow>({
    ...of(
      room,
      'bulk-posts',
      (where) => `SELECT room_id, thread_id, id, parent, pseudonym, mentions FROM posts
           WHERE slot >= $1 AND slot < $2 AND id > $4 AND NOT deleted AND state = 0 AND ${where} ORDER BY id LIMIT $3`,
      5,
    ),
    values: [i.from, i.to, limit, i.after, ...roomValue(room)],
  });
  return rows;
}

/** A statement over all public rooms, or over the one whose id is the value at `place`. */
function of(room: string | undefined, name: string, text: (where: string) => string, place = 4) {
  return room === undefined
    ? { name, text: text('NOT inside') }
    : { name: `${name}-of-room`, text: text(`room_id = $${place}`) };
}
const roomValue = (room: string | undefined) => (room === undefined ? [] : [room]);
