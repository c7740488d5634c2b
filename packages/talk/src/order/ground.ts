import type { Queryable } from '@teahouse/kit/pool';
import { type PostFacts, postColumns } from '../threads/store.ts';
import type { Standing } from './standing.ts';

/** A post as far as order is kept by it. */
export interface OrderGround {
  readonly standing: Standing;
  /** Of which the piece of its thread's page is made, with the thread's title. */
  readonly facts: PostFacts;
  readonly title: string;
  readonly thread: Buffer;
  readonly author: Buffer;
  readonly seq: number;
  readonly slot: number;
  readonly inside: boolean;
  /** The author took it back. */
  readonly deleted: boolean;
  /** There are no words any more, whoever destroyed them. */
  readonly wordless: boolean;
  /** Whether lists have the thread, as long as it is shown. */
  readonly listed: boolean;
  /** Of the case; 0 where there is none. */
  readonly reports: number;
  /** Score of the first look, 0 to 1. */
  readonly score: number;
}

interface Row extends PostFacts {
  thread_id: Buffer;
  thread_title: string;
  pseudonym: Buffer;
  inside: boolean;
  listed: boolean;
  locked: boolean;
  slow: number;
  held: boolean;
  forfeited: boolean;
  banned: boolean;
  open: boolean;
  kept: boolean;
  reports: number;
  score: number;
}

/** From here to the end of the transaction nobody else decides or reports about the post. False when there is none. */
export async function lockPost(tx: Queryable, room: string, post: Uint8Array): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'lock-post',
    text: 'SELECT FROM posts WHERE room_id = $1 AND id = $2 FOR UPDATE',
    values: [room, post],
  });
  return rowCount === 1;
}

/** How a post stands. One statement; undefined when the room has no such post. */
export async function readOrderGround(
  db: Queryable,
  room: string,
  post: Uint8Array,
): Promise<OrderGround | undefined> {
  const { rows } = await db.query<Row>({
    name: 'order-ground',
    text: `SELECT ${postColumns}, p.thread_id, p.inside, t.title AS thread_title,
             NOT (t.deleted AND t.replies = 0) AS listed, t.locked, t.slow,
             coalesce(r.held, false) AS held, coalesce(r.forfeited, false) AS forfeited, b.pseudonym IS NOT NULL AS banned,
             coalesce(c.open, false) AS open, coalesce(c.kept, false) AS kept, coalesce(c.reports, 0) AS reports,
             coalesce((c.look ->> 'score')::double precision, 0) AS score
           FROM posts p
           JOIN threads t ON t.room_id = p.room_id AND t.id = p.thread_id
           LEFT JOIN refunds r ON r.room_id = p.room_id AND r.post_id = p.id
           LEFT JOIN cases c ON c.room_id = p.room_id AND c.post_id = p.id
           LEFT JOIN bans b ON b.room_id = p.room_id AND b.context = p.thread_id AND b.pseudonym = p.pseudonym
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [room, post],
  });
  const row = rows[0];
  if (!row) return undefined;
  const { state, caution, blurred, locked, slow, held, forfeited, banned, open, kept } = row;
  return {
    standing: { state, caution, blurred, locked, slow, held, forfeited, banned, open, kept },
    facts: row,
    title: row.thread_title,
    thread: row.thread_id,
    author: row.pseudonym,
    wordless: row.text === null,
    ...{ seq: row.seq, slot: row.slot, inside: row.inside, deleted: row.deleted, listed: row.listed },
    ...{ reports: row.reports, score: row.score },
  };
}
