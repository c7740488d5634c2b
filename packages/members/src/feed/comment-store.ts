import { membersLimits as l } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isUnblocked } from '../people/cards.ts';
import { canSee } from './sight.ts';

export interface CommentRow {
  id: string;
  root: number;
  n: number;
  author: string;
  day: string;
  text: string;
  edited: boolean;
  under: string | null;
  deletable: boolean;
}

const columns = `c.id, c.root, c.n, c.author_id AS author, c.day::text, c.text, c.edited, c.under_id AS under,
  (c.author_id = $1 OR p.author_id = $1) IS TRUE AS deletable`;

/**
 * Comments behind a place, each followed by its answers; one more than a page where there are more. What is by somebody
 * who is blocked, or answers them, is left out. Nothing at all where the post is not for the reader. One statement.
 */
export async function readComments(
  db: Queryable,
  i: { reader: string | undefined; post: string; root: string; n: string },
): Promise<CommentRow[] | undefined> {
  const { rows } = await db.query<CommentRow | { id: null }>({
    name: 'read-comments',
    text: `SELECT c.* FROM posts p
      LEFT JOIN LATERAL (SELECT ${columns} FROM comments c LEFT JOIN comments u ON u.id = c.under_id
        WHERE c.post_id = p.id AND (c.root, c.n) > ($3::int, $4::int) AND ${isUnblocked('$1::uuid', 'c.author_id')}
          AND (NOT c.hidden OR c.author_id = $1) AND (u.id IS NULL OR NOT u.hidden OR u.author_id = $1)
          AND (u.id IS NULL OR ${isUnblocked('$1::uuid', 'u.author_id')})
        ORDER BY c.root, c.n LIMIT $5) c ON true
      WHERE p.id = $2 AND ${canSee('$1::uuid', 'p')} ORDER BY c.root, c.n`,
    values: [i.reader ?? null, i.post, i.root, i.n, l.commentPage + 1],
  });
  return rows.length === 0 ? undefined : rows.filter((row): row is CommentRow => row.id !== null);
}

/** The number of the post's next comment, and the post's author; nothing where the post is not for the member. */
export async function nextComment(
  tx: Queryable,
  account: string,
  post: string,
): Promise<{ n: number; author: string } | undefined> {
  const { rows } = await tx.query<{ n: number; author: string }>(
    `UPDATE posts p SET last_comment = last_comment + 1 WHERE p.id = $2 AND ${canSee('$1::uuid', 'p')}
     RETURNING last_comment AS n, author_id AS author`,
    [account, post],
  );
  return rows[0];
}

/** The comment that is answered, and the one it stands under. */
export async function findAnswered(
  tx: Queryable,
  i: { account: string; post: string; comment: string },
): Promise<{ author: string; root: number; under: string } | undefined> {
  const { rows } = await tx.query<{ author: string; root: number; under: string }>(
    `SELECT author_id AS author, root, coalesce(under_id, id) AS under FROM comments
     WHERE id = $3 AND post_id = $2 AND NOT hidden AND ${isUnblocked('$1::uuid', 'comments.author_id')}`,
    [i.account, i.post, i.comment],
  );
  return rows[0];
}

export async function insertComment(
  tx: Queryable,
  i: {
    post: string;
    root: number;
    n: number;
    under: string | null;
    author: string;
    day: string;
    text: string;
  },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO comments (post_id, root, n, under_id, author_id, day, text) VALUES ($1, $2, $3, $4, $5, $6, $7)
     RETURNING id`,
    [i.post, i.root, i.n, i.under, i.author, i.day, i.text],
  );
  return rows[0]?.id ?? '';
}

/** A comment the reader may see. */
export async function readComment(
  db: Queryable,
  reader: string,
  comment: string,
): Promise<CommentRow | undefined> {
  const { rows } = await db.query<CommentRow>(
    `SELECT ${columns} FROM comments c JOIN posts p ON p.id = c.post_id
     WHERE c.id = $2 AND ${canSee('$1::uuid', 'p')} AND ${isUnblocked('$1::uuid', 'c.author_id')}
       AND (NOT c.hidden OR c.author_id = $1)`,
    [reader, comment],
  );
  return rows[0];
}

/** False where it is not the author's. */
export async function updateComment(
  tx: Queryable,
  i: { author: string; comment: string; text: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE comments SET text = $3, edited = edited OR text <> $3 WHERE id = $2 AND author_id = $1',
    [i.author, i.comment, i.text],
  );
  return rowCount === 1;
}

/** Deletes what the member wrote, or what stands below a post of theirs. Returns the post; answers go with it. */
export async function deleteComment(
  tx: Queryable,
  account: string,
  comment: string,
): Promise<{ post: string } | undefined> {
  const { rows } = await tx.query<{ post: string }>(
    `DELETE FROM comments c USING posts p WHERE c.id = $2 AND p.id = c.post_id AND $1 IN (c.author_id, p.author_id)
     RETURNING c.post_id AS post`,
    [account, comment],
  );
  return rows[0];
}
