import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import type { Label } from '@teahouse/protocol';
import { holdByRoom, type RoomKey } from '../by-room.ts';
import type { TalkContext } from '../context.ts';
import { vectorOf } from './vector.ts';

/** Posts of one transaction, and how many of these one round of upkeep makes at most. */
const batch = 250;
const batches = 20;

interface BareRow {
  room_id: string;
  id: Buffer;
  slot: number;
  lang: 'zh' | 'en' | null;
  seq: number;
  title: string;
  text: string;
  kind: Label['kind'];
}

/**
 * Makes posts findable that were written before there was a search, the newest first, some thousands in a round. Several
 * processes may do it at once. Returns how many.
 */
export async function fillWords(ctx: Pick<TalkContext, 'pool'>): Promise<number> {
  let filled = 0;
  for (let i = 0; i < batches; i += 1) {
    const rows = await withTransaction(ctx.pool, async (tx) => {
      const bare = await takeBare(tx);
      if (bare.length > 0) await writeWords(tx, bare);
      return bare.length;
    });
    filled += rows;
    if (rows < batch) break;
  }
  return filled;
}

async function takeBare(tx: Queryable): Promise<BareRow[]> {
  const { rows } = await tx.query<RoomKey>({
    name: 'posts-without-words',
    text: 'SELECT room_id, id FROM posts WHERE words IS NULL AND text IS NOT NULL ORDER BY slot DESC LIMIT $1',
    values: [batch],
  });
  return holdByRoom(rows, async (room, ids) => {
    const held = await tx.query<BareRow>({
      name: 'hold-posts-without-words',
      text: `SELECT p.room_id, p.id, p.slot, p.lang, p.seq, t.title, p.text, a.label ->> 'kind' AS kind FROM posts p
             JOIN threads t ON t.room_id = p.room_id AND t.id = p.thread_id
             JOIN aliases a ON a.room_id = p.room_id AND a.context = p.thread_id AND a.pseudonym = p.pseudonym
             WHERE p.room_id = $1 AND p.id = ANY($2) AND p.words IS NULL AND p.text IS NOT NULL FOR UPDATE OF p SKIP LOCKED`,
      values: [room, ids],
    });
    return held.rows;
  });
}

async function writeWords(tx: Queryable, rows: readonly BareRow[]): Promise<void> {
  const vectors = rows.map(({ room_id: room, slot, lang, seq, title, text, kind: label }) =>
    vectorOf({ text, ...(seq === 0 && { title }) }, { room, slot, lang, label }),
  );
  await tx.query({
    name: 'posts-words',
    text: `UPDATE posts p SET words = w.words::tsvector
           FROM unnest($1::text[], $2::bytea[], $3::text[]) AS w (room_id, id, words)
           WHERE p.room_id = w.room_id AND p.id = w.id`,
    values: [rows.map(({ room_id }) => room_id), rows.map(({ id }) => id), vectors],
  });
}
