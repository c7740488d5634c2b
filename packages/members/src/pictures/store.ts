import type { SealedObjects } from '@teahouse/kit/objects/sealed';
import type { Queryable } from '@teahouse/kit/pool';
import { canSee } from '../feed/sight.ts';
import { isUnblocked } from '../people/cards.ts';
import type { EncodedPicture } from './encoder.ts';

/** What shows a picture: a post, a link's preview in a post, a profile; or nothing yet. */
export type PictureUse = 'draft' | 'post' | 'link' | 'profile';

/**
 * Keeps a picture as a draft of the account; one that is there already is only used once more. False where the account
 * has `most` drafts.
 */
export async function insertDraft(
  tx: Queryable,
  i: { picture: EncodedPicture; account: string; day: string; most: number },
): Promise<boolean> {
  const { hash, file, width, height } = i.picture;
  const { rowCount } = await tx.query(
    `SELECT FROM (SELECT FROM picture_uses WHERE kind = 'draft' AND holder = $1 LIMIT $2) AS drafts
     HAVING count(*) >= $2`,
    [i.account, i.most],
  );
  if (rowCount) return false;
  // The update does nothing but lock the row: it can't go before the use is written.
  await tx.query(
    `INSERT INTO pictures (hash, file, width, height, uses) VALUES ($1, $2, $3, $4, 0)
     ON CONFLICT (hash) DO UPDATE SET uses = pictures.uses`,
    [hash, file, width, height],
  );
  await tx.query(
    `INSERT INTO picture_uses (kind, holder, hash, n, account_id, day) VALUES ('draft', $1, $2, 0, $1, $3)
     ON CONFLICT DO NOTHING`,
    [i.account, hash, i.day],
  );
  return true;
}

/**
 * Turns drafts of an account into what `holder` shows, in this order; returns how many there were: fewer than asked for
 * are not the account's, or gone.
 */
export async function useDrafts(
  tx: Queryable,
  i: { kind: Exclude<PictureUse, 'draft'>; holder: string; account: string; hashes: readonly Buffer[] },
): Promise<number> {
  if (i.hashes.length === 0) return 0;
  const { rowCount } = await tx.query(
    `UPDATE picture_uses u SET kind = $1, holder = $2, n = asked.n - 1
     FROM unnest($4::bytea[]) WITH ORDINALITY AS asked (hash, n)
     WHERE u.kind = 'draft' AND u.holder = $3 AND u.hash = asked.hash`,
    [i.kind, i.holder, i.account, i.hashes],
  );
  return rowCount ?? 0;
}

/** Ends what a holder shows; a picture that nothing shows any more is gone with it. */
export async function dropUses(
  tx: Queryable,
  i: { kinds: readonly PictureUse[]; holder: string },
): Promise<void> {
  await tx.query('DELETE FROM picture_uses WHERE kind = ANY ($1) AND holder = $2', [i.kinds, i.holder]);
}

/** Drafts of before a day go. */
export async function sweepDrafts(db: Queryable, before: string): Promise<void> {
  await db.query(`DELETE FROM picture_uses WHERE kind = 'draft' AND day < $1`, [before]);
}

interface ShownRow {
  file: Buffer | null;
  object: Buffer | null;
  object_key: Buffer | null;
  /** Anybody may see it, signed in or not; null reads as no. */
  open: boolean | null;
}

export interface ShownPicture {
  readonly file: Buffer;
  readonly open: boolean | null;
}

/** A photo is for whom its page is, unless a moderator hid it; its owner sees it either way. Of profiles `f`. */
const isPhotoFor = (reader: string) =>
  `(f.account_id = ${reader} OR ('photo' <> ALL (f.hidden_parts) AND ${isUnblocked(reader, 'f.account_id')}))`;

/**
 * The file behind a hash where the reader may see something that shows it. Knowing a hash, or having the same picture,
 * shows nothing: what is for connections is not even there for others.
 */
export async function readPicture(
  { pool, objects }: { readonly pool: Queryable; readonly objects: SealedObjects | undefined },
  reader: string | undefined,
  hash: Buffer,
): Promise<ShownPicture | undefined> {
  const { rows } = await pool.query<ShownRow>({
    name: 'read-picture',
    text: `SELECT p.file, p.object, p.object_key, s.open FROM pictures p CROSS JOIN LATERAL (
        SELECT (f.account_id IS NOT NULL AND ${isPhotoFor('NULL::uuid')}) OR (o.id IS NOT NULL AND ${canSee('NULL::uuid', 'o')}) AS open
        FROM picture_uses u LEFT JOIN posts o ON u.kind IN ('post', 'link') AND o.id = u.holder
          LEFT JOIN profiles f ON u.kind = 'profile' AND f.account_id = u.holder
        WHERE u.hash = p.hash AND ((f.account_id IS NOT NULL AND ${isPhotoFor('$1::uuid')})
          OR (u.kind = 'draft' AND u.holder = $1)
          OR (o.id IS NOT NULL AND ${canSee('$1::uuid', 'o')})) LIMIT 1) s
      WHERE p.hash = $2`,
    values: [reader ?? null, hash],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { object, object_key, open } = row;
  const file = row.file ?? (object && object_key ? await objects?.get({ object, object_key }) : undefined);
  return file && { file, open };
}
