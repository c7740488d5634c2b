import type { LinkPreview, Picture, PostAudience } from '@teahouse/contract/members';
import { membersLimits as l } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { type PostRow, postColumns, postJoins } from './rows.ts';
import { canSee } from './sight.ts';

/** A post the reader may see. One statement. */
export async function readPost(
  db: Queryable,
  reader: string | undefined,
  post: string,
): Promise<PostRow | undefined> {
  const { rows } = await db.query<PostRow>({
    name: 'read-post',
    text: `SELECT ${postColumns} FROM posts p ${postJoins} WHERE p.id = $2 AND ${canSee('$1::uuid', 'p')}`,
    values: [reader ?? null, post],
  });
  return rows[0];
}

/** What an author posted before a place, newest first; one row more than a page where there are more. */
export async function readPostsBy(
  db: Queryable,
  i: { reader: string | undefined; author: string; before: string },
): Promise<PostRow[]> {
  const { rows } = await db.query<PostRow>({
    name: 'read-posts-by',
    text: `SELECT ${postColumns} FROM posts p ${postJoins}
      WHERE p.author_id = $2 AND p.seq < $3 AND ${canSee('$1::uuid', 'p')} ORDER BY p.seq DESC LIMIT $4`,
    values: [i.reader ?? null, i.author, i.before, l.feedPage + 1],
  });
  return rows;
}

export interface NewPost {
  readonly author: string;
  readonly day: string;
  readonly audience: PostAudience;
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly link: LinkPreview | null;
  readonly shared: string | null;
}

/** Writes a post, its author's own feed, and that it waits to be written into those of others. Returns its id and place. */
export async function insertPost(tx: Queryable, post: NewPost): Promise<{ id: string; seq: string }> {
  const { rows } = await tx.query<{ id: string }>(
    `WITH made AS (INSERT INTO posts (author_id, day, audience, text, pictures, link, is_share, shared_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7::uuid IS NOT NULL, $7) RETURNING id, seq, author_id, day),
       own AS (INSERT INTO feed_items (reader_id, seq, day, why) SELECT author_id, seq, day, 'own' FROM made)
     SELECT id, seq FROM made`,
    [
      ...[post.author, post.day, post.audience, post.text],
      ...[JSON.stringify(post.pictures), post.link && JSON.stringify(post.link), post.shared],
    ],
  );
  const [made] = rows as { id: string; seq: string }[];
  if (!made) throw new Error('no post was made');
  await tx.query('INSERT INTO feed_spreads (seq, by_id) VALUES ($1, $2)', [made.seq, post.author]);
  return made;
}

/** Size of the account's drafts among these, as they go over the wire. */
export async function readDrafts(
  tx: Queryable,
  account: string,
  hashes: readonly Buffer[],
): Promise<Map<string, Picture>> {
  const { rows } = await tx.query<{ hash: Buffer; width: number; height: number }>(
    `SELECT p.hash, p.width, p.height FROM picture_uses u JOIN pictures p ON p.hash = u.hash
     WHERE u.kind = 'draft' AND u.holder = $1 AND u.hash = ANY ($2)`,
    [account, hashes],
  );
  const picture = ({ hash, width, height }: (typeof rows)[number]): Picture => ({
    picture: hash.toString('base64url'),
    width,
    height,
  });
  return new Map(rows.map((row) => [row.hash.toString('base64url'), picture(row)]));
}

/** The post that sharing this one passes on: itself, or what it passes on. */
export async function findToShare(
  tx: Queryable,
  reader: string,
  post: string,
): Promise<{ id: string; author: string; audience: PostAudience } | undefined> {
  const { rows } = await tx.query<{ id: string; author: string; audience: PostAudience }>(
    `SELECT p.id, p.author_id AS author, p.audience FROM posts asked
       JOIN posts p ON p.id = CASE WHEN asked.is_share THEN asked.shared_id ELSE asked.id END
     WHERE asked.id = $2 AND ${canSee('$1::uuid', 'asked')} AND ${canSee('$1::uuid', 'p')}`,
    [reader, post],
  );
  return rows[0];
}

/** False where the post is not the author's. */
export async function updateText(
  tx: Queryable,
  i: { author: string; post: string; text: string },
): Promise<'done' | 'empty' | 'none'> {
  const { rows } = await tx.query<{ done: boolean }>(
    `WITH asked AS (SELECT id, $3 <> '' OR link IS NOT NULL OR is_share OR pictures <> '[]' AS says
         FROM posts WHERE id = $2 AND author_id = $1),
       done AS (UPDATE posts SET text = $3, edited = edited OR text <> $3
         FROM asked WHERE posts.id = asked.id AND asked.says RETURNING posts.id)
     SELECT says AS done FROM asked`,
    [i.author, i.post, i.text],
  );
  return rows[0] ? (rows[0].done ? 'done' : 'empty') : 'none';
}

/**
 * Comments, reactions and what waits go with it. Returns what it passed on where no other post of the author's does;
 * nothing at all where the post is not the author's.
 */
export async function deletePost(
  tx: Queryable,
  author: string,
  post: string,
): Promise<{ unshared: string | null } | undefined> {
  const { rows } = await tx.query<{ unshared: string | null }>(
    `DELETE FROM posts p WHERE id = $2 AND author_id = $1 RETURNING CASE WHEN NOT EXISTS (
       SELECT FROM posts o WHERE o.shared_id = p.shared_id AND o.author_id = $1 AND o.id <> $2) THEN shared_id END AS unshared`,
    [author, post],
  );
  return rows[0];
}

export async function hasPost(db: Queryable, reader: string, post: string): Promise<boolean> {
  const { rowCount } = await db.query(`SELECT FROM posts p WHERE p.id = $2 AND ${canSee('$1::uuid', 'p')}`, [
    reader,
    post,
  ]);
  return rowCount === 1;
}
