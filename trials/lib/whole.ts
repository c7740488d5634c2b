import { actId, toBase64url } from '@teahouse/protocol';
import pg from 'pg';
import type { TalkWrite } from './ledger.ts';

/*
 * What must hold in talk's database at any moment, whatever was killed: each act is there whole or not at all. Every
 * query names what is not whole, so an empty answer is the good one.
 */
const laws: Readonly<Record<string, string>> = {
  'a thread without its first post': `SELECT t.id FROM threads t
    LEFT JOIN posts p ON p.room_id = t.room_id AND p.thread_id = t.id AND p.seq = 0 WHERE p.id IS NULL`,
  'a thread whose replies are not those it counts': `SELECT t.id FROM threads t
    JOIN LATERAL (SELECT count(*) - 1 AS n, max(seq) AS last FROM posts p
      WHERE p.room_id = t.room_id AND p.thread_id = t.id) c ON true WHERE c.n <> t.replies OR c.last <> t.replies`,
  'a post without its thread': `SELECT p.id FROM posts p
    LEFT JOIN threads t ON t.room_id = p.room_id AND t.id = p.thread_id WHERE t.id IS NULL`,
  'a post without its alias': `SELECT p.id FROM posts p LEFT JOIN aliases a
    ON a.room_id = p.room_id AND a.context = p.thread_id AND a.pseudonym = p.pseudonym WHERE a.context IS NULL`,
  'an alias that never said anything': `SELECT a.pseudonym AS id FROM aliases a LEFT JOIN posts p
    ON p.room_id = a.room_id AND p.thread_id = a.context AND p.pseudonym = a.pseudonym
    WHERE p.id IS NULL AND NOT EXISTS (SELECT FROM reactions r WHERE r.room_id = a.room_id AND r.pseudonym = a.pseudonym)`,
  'a post that its page does not show as it stands': `SELECT p.id FROM posts p LEFT JOIN pieces i
    ON i.room_id = p.room_id AND i.thread_id = p.thread_id AND i.seq = p.seq
    WHERE i.shown IS NULL OR i.mute <> (p.deleted OR p.state <> 0) OR i.pseudonym <> p.pseudonym
      OR (i.shown::json ->> 'edits')::int <> p.edits OR (i.mute AND i.shown::json ->> 'body' IS NOT NULL)`,
  'a token spent on no post': `SELECT s.nonce AS id FROM spent s LEFT JOIN posts p ON p.id = s.act WHERE p.id IS NULL`,
  'a post that did not pay': `SELECT p.id FROM posts p
    LEFT JOIN (SELECT act, count(*) AS n FROM spent GROUP BY act) s ON s.act = p.id
    WHERE coalesce(s.n, 0) <> CASE WHEN EXISTS (SELECT FROM pictures i WHERE i.room_id = p.room_id AND i.post_id = p.id)
      THEN 3 WHEN p.seq = 0 THEN 2 ELSE 1 END`,
  'a post without its refund': `SELECT p.id FROM posts p
    LEFT JOIN refunds r ON r.room_id = p.room_id AND r.post_id = p.id WHERE r.post_id IS NULL`,
  'a post whose earlier versions are not those it counts': `SELECT p.id FROM posts p
    LEFT JOIN (SELECT room_id, post_id, count(*) AS n FROM post_versions GROUP BY 1, 2) v
      ON v.room_id = p.room_id AND v.post_id = p.id
    WHERE coalesce(v.n, 0) <> p.edits + p.deleted::int`,
  'a room whose threads are not those it counts': `SELECT s.room_id::bytea AS id FROM room_stats s
    LEFT JOIN (SELECT room_id, count(*) AS n FROM threads WHERE state = 0 AND NOT (deleted AND replies = 0) GROUP BY 1) t
      ON t.room_id = s.room_id WHERE coalesce(t.n, 0) <> s.threads`,
};

export interface Findings {
  /** Acknowledged and not there. */
  readonly lost: readonly string[];
  /** There by half. */
  readonly broken: readonly string[];
}

/** Looks through talk's database in one snapshot, also while others write. */
export async function inspectTalk(url: string, writes: readonly TalkWrite[]): Promise<Findings> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const broken: string[] = [];
    for (const [law, text] of Object.entries(laws)) {
      const { rows } = await client.query<{ id: Buffer }>(text);
      broken.push(...rows.map(({ id }) => `${law}: ${toBase64url(id)}`));
    }
    const known = await knownActs(client);
    const lost = writes.filter(({ id }) => !known.has(id)).map(({ kind, id }) => `${kind} ${id}`);
    return { lost, broken };
  } finally {
    await client.end();
  }
}

/** Ids of all acts in the database: posts, and the edits and deletions that stand or stood. */
async function knownActs(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ id: Buffer; last_act: Buffer }>('SELECT id, last_act FROM posts');
  const earlier = await client.query<{ header: Buffer }>('SELECT header FROM post_versions');
  return new Set([
    ...rows.flatMap((row) => [toBase64url(row.id), toBase64url(row.last_act)]),
    ...earlier.rows.map(({ header }) => toBase64url(actId(header))),
  ]);
}

/**
 * Lets Postgres itself look for damage: every B-tree against its table, every table page by page (amcheck). Returns what
 * it found. `url` is the superuser's, for one database.
 */
export async function damageIn(url: string): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS amcheck');
    const { rows } = await client.query<{ oid: number; name: string; kind: string }>(
      `SELECT c.oid, c.relname AS name, c.relkind AS kind FROM pg_class c LEFT JOIN pg_am a ON a.oid = c.relam
       WHERE c.relpersistence = 'p' AND (c.relkind IN ('r', 't') OR (c.relkind = 'i' AND a.amname = 'btree'))`,
    );
    const found: string[] = [];
    for (const { oid, name, kind } of rows) {
      const text =
        kind === 'i'
          ? 'SELECT bt_index_check($1, true)'
          : 'SELECT msg FROM verify_heapam($1, check_toast => true)';
      const result = await client
        .query<{ msg?: string }>(text, [oid])
        .catch((error: Error) => ({ rows: [{ msg: error.message }] }));
      found.push(...result.rows.flatMap(({ msg }) => (msg ? [`${name}: ${msg}`] : [])));
    }
    return found;
  } finally {
    await client.end();
  }
}
