import type { SealedObjects } from '@teahouse/kit/objects/sealed';
import type { Queryable } from '@teahouse/kit/pool';
import type { TalkContext } from '../context.ts';
import { fileOf, type Place } from './objects.ts';
import type { PictureSize } from './simple-webp.ts';

/** A picture as it is kept: the signed file for the proof only, the server's own encoding for readers. */
export interface PictureRow extends PictureSize {
  readonly hash: Uint8Array;
  readonly signed: Uint8Array;
  readonly shown: Uint8Array;
}

/** Where pictures are read: the database, and the store where there is one. */
export type PictureFiles = Pick<TalkContext, 'pool' | 'objects'>;

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

interface ShownRow extends Place {
  readonly shown: Buffer | null;
}
const filed = (objects: SealedObjects | undefined, { shown, ...place }: ShownRow) =>
  fileOf(objects, { ...place, inRow: shown }, 'shown');

/** What readers of a room are shown for a hash; undefined where no post of the room that is shown has that picture. */
export async function readShown(
  { pool, objects }: PictureFiles,
  room: string,
  hash: Uint8Array,
): Promise<Buffer | undefined> {
  const { rows } = await pool.query<ShownRow>({
    name: 'read-shown-picture',
    text: `SELECT x.shown, x.object, x.object_key FROM pictures x WHERE x.room_id = $1 AND x.hash = $2
             AND NOT EXISTS (SELECT FROM posts WHERE room_id = $1 AND id = x.post_id AND state <> 0) LIMIT 1`,
    values: [room, hash],
  });
  return rows[0] && filed(objects, rows[0]);
}

/** The same for the desk: of this very post, whether or not readers see it at present. */
export async function readShownAt(
  { pool, objects }: PictureFiles,
  i: { room: string; post: Uint8Array; hash: Uint8Array },
): Promise<Buffer | undefined> {
  const { rows } = await pool.query<ShownRow>({
    name: 'desk-picture',
    text: `SELECT shown, object, object_key FROM pictures WHERE room_id = $1 AND post_id = $2 AND hash = $3`,
    values: [i.room, i.post, i.hash],
  });
  return rows[0] && filed(objects, rows[0]);
}

/** What readers are shown of a post's pictures, whether or not they see it at present. One statement. */
export async function readShownOf(
  { pool, objects }: PictureFiles,
  room: string,
  post: Uint8Array,
): Promise<Buffer[]> {
  const { rows } = await pool.query<ShownRow>({
    name: 'read-shown-of-post',
    text: 'SELECT shown, object, object_key FROM pictures WHERE room_id = $1 AND post_id = $2 ORDER BY n',
    values: [room, post],
  });
  const files = await Promise.all(rows.map((row) => filed(objects, row)));
  return files.filter((file) => file !== undefined);
}

/** The signed files of a post for its proof, in the post's order. */
export async function readSigned(
  { pool, objects }: PictureFiles,
  room: string,
  post: Uint8Array,
): Promise<{ hash: Buffer; signed: Buffer }[]> {
  const { rows } = await pool.query<Place & { hash: Buffer; signed: Buffer | null }>({
    name: 'read-signed-pictures',
    text: 'SELECT hash, signed, object, object_key FROM pictures WHERE room_id = $1 AND post_id = $2 ORDER BY n',
    values: [room, post],
  });
  const files = await Promise.all(
    rows.map(async ({ hash, signed, ...place }) => ({
      hash,
      signed: await fileOf(objects, { ...place, inRow: signed }, 'signed'),
    })),
  );
  return files.flatMap(({ hash, signed }) => (signed ? [{ hash, signed }] : []));
}

/**
 * Removes the pictures of a post, both forms: with the words, or by a moderator. What lies in the store cannot be opened from
 * then on, and is removed with the next hour. Returns how many there were.
 */
export async function erasePictures(tx: Queryable, room: string, post: Uint8Array): Promise<number> {
  const { rows } = await tx.query<{ n: number }>({
    name: 'erase-pictures',
    text: `WITH erased AS (DELETE FROM pictures WHERE room_id = $1 AND post_id = $2 RETURNING room_id, object),
             gone AS (INSERT INTO gone_objects (room_id, object) SELECT room_id, object FROM erased WHERE object IS NOT NULL)
           SELECT count(*)::integer AS n FROM erased`,
    values: [room, post],
  });
  return rows[0]?.n ?? 0;
}
