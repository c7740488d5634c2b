import type { Queryable } from '@teahouse/kit/pool';
import type { Label } from '@teahouse/protocol';

/** A place among all posts, newest first: slot, then id. */
export interface Place {
  readonly slot: number;
  readonly id: Uint8Array;
}

/** How much one search looks at. Chosen by measurement: docs/decisions/0012-finding.md. */
export const searchLimits = {
  /** Posts that are ranked against each other: the newest that match. */
  ranked: 200,
  /** Posts that are held against the question, at most. */
  examined: 3000,
  /** Of one span of time. */
  examinedOfSpan: 600,
} as const;

export interface Asked {
  /** The room for colleagues that is searched; without it, all that everybody may read. */
  readonly inside: string | undefined;
  /** Lexemes of spans of time, newest first. */
  readonly spans: readonly string[];
  /** `tsquery` that the index answers. */
  readonly roughly: string;
  /** `tsquery` that must hold. */
  readonly exactly: string;
  /** From here on downwards, this place included. */
  readonly from: Place;
  /** Nothing before this slot. */
  readonly since: number;
}

/** A post that was looked at. */
export interface Match {
  readonly room_id: string;
  readonly id: Buffer;
  readonly slot: number;
  /** How well it fits; null of the one that was looked at last and only says where to go on. */
  readonly fit: number | null;
}

/**
 * Posts that match, newest first: one more than are ranked, where there are as many. Where the limit of what is examined was
 * reached the last row, with `fit` null, is the first that was not. One statement, bounded whatever is asked; where the posts
 * lie on several machines one for each span that is looked at, as no statement walks over them in an order (decision 0037).
 */
export const findMatches = (db: Queryable, asked: Asked, distributed = false): Promise<Match[]> =>
  distributed && asked.inside === undefined ? findBySpans(db, asked) : findAtOnce(db, asked);

async function findBySpans(db: Queryable, asked: Asked): Promise<Match[]> {
  const { examined, examinedOfSpan, ranked } = searchLimits;
  const found: Match[] = [];
  let looked = 0;
  for (const span of asked.spans) {
    const { rows } = await db.query<Match & { matches: boolean }>({
      name: 'search-span',
      text: `SELECT room_id, id, slot, words @@ $3::tsquery AS matches, ts_rank_cd('{0.1, 0, 0, 1}', words, $3::tsquery, 1) AS fit
             FROM posts WHERE words @@ ($2::tsquery && quote_literal($1::text)::tsquery) AND NOT inside
               AND state = 0 AND (slot, id) <= ($4, $5) AND slot >= $6
             ORDER BY slot DESC, id DESC LIMIT ${examinedOfSpan}`,
      values: [span, asked.roughly, asked.exactly, asked.from.slot, asked.from.id, asked.since],
    });
    for (const { matches, ...row } of rows) {
      looked += 1;
      if (looked > examined) return [...found, { ...row, fit: null }];
      if (matches) found.push(row);
      if (found.length > ranked) return found;
    }
  }
  return found;
}

async function findAtOnce(db: Queryable, asked: Asked): Promise<Match[]> {
  const { examined, examinedOfSpan, ranked } = searchLimits;
  // The spans come in their order and each is read only when those before did not give enough: a nested loop under a
  // LIMIT, which is the only way to run a LATERAL that depends on its left side.
  const { rows } = await db.query<Match>({
    name: asked.inside === undefined ? 'search' : 'search-inside',
    text: `SELECT room_id, id, slot,
             CASE WHEN n <= ${examined} THEN ts_rank_cd('{0.1, 0, 0, 1}', words, $3::tsquery, 1) END AS fit
           FROM (
             SELECT p.*, row_number() OVER () AS n
             FROM unnest($1::text[]) AS span
             CROSS JOIN LATERAL (
               SELECT * FROM (
                 SELECT room_id, id, slot, words FROM posts
                 WHERE words @@ ($2::tsquery && quote_literal(span)::tsquery)
                   AND ${asked.inside === undefined ? 'NOT inside' : 'inside AND room_id = $7'}
                   AND state = 0 AND (slot, id) <= ($4, $5) AND slot >= $6
                 LIMIT ${examinedOfSpan}) AS inspan
               ORDER BY slot DESC, id DESC) AS p
             LIMIT ${examined + 1}) AS looked
           WHERE words @@ $3::tsquery OR n > ${examined}
           LIMIT ${ranked + 1}`,
    values: [
      ...[asked.spans, asked.roughly, asked.exactly, asked.from.slot, asked.from.id, asked.since],
      ...(asked.inside === undefined ? [] : [asked.inside]),
    ],
  });
  return rows;
}

/** What is shown of a post that was found. */
export interface FoundRow {
  readonly room_id: string;
  readonly id: Buffer;
  readonly thread_id: Buffer;
  readonly seq: number;
  readonly slot: number;
  readonly title: string;
  readonly text: string;
  readonly lang: 'zh' | 'en' | null;
  readonly pseudonym: Buffer;
  readonly label: Label;
  readonly public_key: Buffer;
}

/** The posts with these keys, in any order; those deleted or hidden meanwhile are missing. One statement. */
export async function readFound(
  db: Queryable,
  keys: readonly { readonly room_id: string; readonly id: Uint8Array }[],
): Promise<FoundRow[]> {
  const { rows } = await db.query<FoundRow>({
    name: 'found',
    text: `SELECT p.room_id, p.id, p.thread_id, p.seq, p.slot, CASE WHEN t.state = 0 THEN t.title ELSE '' END AS title, p.text, p.lang, a.pseudonym, a.label, a.public_key
           FROM unnest($1::text[], $2::bytea[]) AS key (room_id, id)
           JOIN posts p ON p.room_id = key.room_id AND p.id = key.id AND NOT p.deleted AND p.state = 0
           JOIN threads t ON t.room_id = p.room_id AND t.id = p.thread_id
           JOIN aliases a ON a.room_id = p.room_id AND a.context = p.thread_id AND a.pseudonym = p.pseudonym`,
    values: [keys.map(({ room_id }) => room_id), keys.map(({ id }) => id)],
  });
  return rows;
}
