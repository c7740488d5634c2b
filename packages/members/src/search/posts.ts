import { membersLimits, type PostPage } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { exactQuery, indexQuery, quote, termsOf } from '@teahouse/kit/words/query';
import { spansBetween, spansOf } from '@teahouse/kit/words/spans';
import { wordsVector } from '@teahouse/kit/words/vector';
import { fail } from '../errors.ts';
import { readNumbers } from '../feed/cursor.ts';
import { type PostRow, postColumns, postJoins, presentPosts } from '../feed/rows.ts';
import { canSee } from '../feed/sight.ts';
import type { Reader } from '../people/cards.ts';

/** Posts of one span of their order that are held against a question. */
const examined = 600;

interface PostToIndex {
  id: string;
  seq: string;
  text: string;
  title: string | null;
}

const vectorOf = ({ seq, text, title }: PostToIndex): string =>
  `${wordsVector({ text: title === null ? text : `${text}\n.\n${title}` })} ${spansOf(Number(seq)).map(quote).join(' ')}`;

/** Makes posts findable by what they say now; called in the transaction that writes them. Two statements. */
export async function indexPosts(tx: Queryable, posts: readonly string[]): Promise<void> {
  const { rows } = await tx.query<PostToIndex>(
    `SELECT id, seq, text, link ->> 'title' AS title FROM posts WHERE id = ANY ($1) FOR UPDATE`,
    [posts],
  );
  await writeWords(tx, rows);
}

/** The same of posts that nobody else can change yet. One statement. */
export async function writeWords(tx: Queryable, rows: readonly PostToIndex[]): Promise<void> {
  await tx.query(
    `INSERT INTO search_posts (post_id, seq, words)
     SELECT id, seq, words::tsvector FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS w (id, seq, words)
     ON CONFLICT (post_id) DO UPDATE SET words = excluded.words`,
    [rows.map(({ id }) => id), rows.map(({ seq }) => seq), rows.map(vectorOf)],
  );
}

/** Posts written before there was a search, older than `last`; all where that is gone. */
export async function listPostsMissing(
  db: Queryable,
  last: string | undefined,
  most: number,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT p.id FROM posts p WHERE NOT EXISTS (SELECT FROM search_posts s WHERE s.post_id = p.id)
       AND p.seq < coalesce((SELECT seq FROM posts WHERE id = $1::uuid), 9223372036854775807)
     ORDER BY p.seq DESC LIMIT $2`,
    [last ?? null, most],
  );
  return rows.map(({ id }) => id);
}

/** The highest place among posts: where a search begins. */
export async function readTop(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ top: string }>('SELECT coalesce(max(seq), 0) AS top FROM posts');
  return Number(rows[0]?.top ?? 0);
}

/**
 * Posts that say what is asked and are for the reader, the newest first; from `top` downwards. Two statements. Throws
 * `search-empty`, `cursor-invalid`.
 */
export async function searchPosts(
  db: Queryable,
  reader: Reader,
  i: { q: string; cursor: string | undefined; top: number },
): Promise<PostPage> {
  const terms = termsOf(i.q);
  if (terms.length === 0) throw fail('search-empty');
  const [before = String(i.top + 1)] = i.cursor === undefined ? [] : readNumbers(i.cursor, 1);
  const most = membersLimits.searchPage;
  const { rows } = await db.query<PostRow>({
    name: 'posts-found',
    text: `SELECT found.* FROM unnest($2::text[]) AS span
      CROSS JOIN LATERAL (
        SELECT ${postColumns} FROM (
            SELECT s.post_id FROM search_posts s
            WHERE s.words @@ (CASE WHEN $3 = '' THEN quote_literal(span)::tsquery ELSE $3::tsquery && quote_literal(span)::tsquery END)
              AND s.words @@ $4::tsquery AND s.seq < $5 ORDER BY s.seq DESC LIMIT ${examined}) hit
          JOIN posts p ON p.id = hit.post_id ${postJoins}
        WHERE ${canSee('$1::uuid', 'p')} ORDER BY p.seq DESC) found
      LIMIT $6`,
    values: [
      ...[reader.account, spansBetween(0, Math.max(0, Number(before) - 1))],
      ...[indexQuery(terms), exactQuery(terms), before, most + 1],
    ],
  });
  const page = rows.slice(0, most);
  return {
    ...(await presentPosts(db, reader, page)),
    next: rows.length > most ? (page.at(-1)?.seq ?? null) : null,
  };
}
