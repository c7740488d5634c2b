import { notify } from '@teahouse/kit/events';
import type { Queryable } from '@teahouse/kit/pool';
import type { OpenedAct } from '../acts/envelope.ts';
import { refuse } from '../errors.ts';

/*
 * `banned_pictures` has 32 bytes a row: SHA-256 of the file that was signed, and the forms of what it shows. The one stops the
 * same file before it is decoded; the others stop the picture. A hash of one kind is near none of the other.
 */

/** Says that banned pictures came or went, to every process that looks at pictures; nothing of which ones. */
export const bannedChannel = 'talk_banned';
export const tellBanned = (tx: Queryable): Promise<void> => notify(tx, bannedChannel, '');

/** Knows the pictures of a post from now on; their files stay with the post until its words are destroyed. One statement; `settle` tells. */
export async function banPictures(
  tx: Queryable,
  i: { room: string; post: Uint8Array; decision: Uint8Array; forms?: readonly Uint8Array[] | undefined },
): Promise<void> {
  await tx.query({
    name: 'ban-pictures',
    text: `INSERT INTO banned_pictures (hash, decision)
           SELECT hash, $3::bytea FROM pictures WHERE room_id = $1 AND post_id = $2
           UNION SELECT hash, $3 FROM unnest($4::bytea[]) AS form (hash)`,
    values: [i.room, i.post, i.decision, i.forms ?? []],
  });
}

/** At most `most` of what is banned, each once. One statement. */
export async function readBanned(db: Queryable, most: number): Promise<Buffer[]> {
  const { rows } = await db.query<{ hash: Buffer }>({
    name: 'banned-pictures',
    text: 'SELECT DISTINCT hash FROM banned_pictures LIMIT $1',
    values: [most],
  });
  return rows.map(({ hash }) => hash);
}

/** No picture of the act was banned before, by the hash of its file. One statement where it has any. Throws `look-known-picture`. */
export async function requireUnbanned(db: Queryable, { body, pictures }: OpenedAct): Promise<void> {
  if (pictures.length === 0) return;
  const { rowCount } = await db.query({
    name: 'banned-among',
    text: 'SELECT FROM banned_pictures WHERE hash = ANY($1::bytea[]) LIMIT 1',
    values: [body.pictures?.map(({ hash }) => hash) ?? []],
  });
  if ((rowCount ?? 0) > 0) throw refuse('look-known-picture');
}
