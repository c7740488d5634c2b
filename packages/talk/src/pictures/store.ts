import type { Queryable } from '@teahouse/kit/pool';
import type { PictureSize } from './simple-webp.ts';

/** A picture as it is kept: the signed file for the proof only, the server's own encoding for readers. */
export interface PictureRow extends PictureSize {
  readonly hash: Uint8Array;
  readonly signed: Uint8Array;
  readonly shown: Uint8Array;
}

/** Writes the pictures of a post, in the order in which the post has them. One statement. */
export async function insertPictures(
  tx: Queryable,
  post: { readonly room: string; readonly id: Uint8Array },
  pictures: readonly PictureRow[],
): Promise<void> {
  if (pictures.length === 0) return;
  await tx.query({
    name: 'insert-pictures',
    text: `INSERT INTO pictures (room_id, post_id, hash, n, signed, shown, width, height)
           SELECT $1, $2, hash, n - 1, signed, shown, width, height
           FROM unnest($3::bytea[], $4::bytea[], $5::bytea[], $6::int[], $7::int[])
             WITH ORDINALITY AS picture (hash, signed, shown, width, height, n)`,
    values: [
      post.room,
      post.id,
      pictures.map(({ hash }) => hash),
      pictures.map(({ signed }) => signed),
      pictures.map(({ shown }) => shown),
      pictures.map(({ width }) => width),
      pictures.map(({ height }) => height),
    ],
  });
}

/** What readers of a room are shown for a hash; undefined where no post of the room that is shown has that picture. */
export async function readShown(db: Queryable, room: string, hash: Uint8Array): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ shown: Buffer }>({
    name: 'read-shown-picture',
    text: `SELECT x.shown FROM pictures x WHERE x.room_id = $1 AND x.hash = $2
             AND NOT EXISTS (SELECT FROM posts WHERE room_id = $1 AND id = x.post_id AND state <> 0) LIMIT 1`,
    values: [room, hash],
  });
  return rows[0]?.shown;
}

/** What readers are shown of a post's pictures, whether or not they see it at present. One statement. */
export async function readShownOf(db: Queryable, room: string, post: Uint8Array): Promise<Buffer[]> {
  const { rows } = await db.query<{ shown: Buffer }>({
    name: 'read-shown-of-post',
    text: 'SELECT shown FROM pictures WHERE room_id = $1 AND post_id = $2 ORDER BY n',
    values: [room, post],
  });
  return rows.map(({ shown }) => shown);
}

/** The signed files of a post for its proof, in the post's order. */
export async function readSigned(
  db: Queryable,
  room: string,
  post: Uint8Array,
): Promise<{ hash: Buffer; signed: Buffer }[]> {
  const { rows } = await db.query<{ hash: Buffer; signed: Buffer }>({
    name: 'read-signed-pictures',
    text: 'SELECT hash, signed FROM pictures WHERE room_id = $1 AND post_id = $2 ORDER BY n',
    values: [room, post],
  });
  return rows;
}

/** Removes the pictures of a post, both forms: with the words, or by a moderator. Returns how many there were. */
export async function erasePictures(tx: Queryable, room: string, post: Uint8Array): Promise<number> {
  const { rowCount } = await tx.query({
    name: 'erase-pictures',
    text: 'DELETE FROM pictures WHERE room_id = $1 AND post_id = $2',
    values: [room, post],
  });
  return rowCount ?? 0;
}
