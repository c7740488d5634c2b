import type { Caution } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import type { Standing, StateNumber } from './standing.ts';

/** A post as far as order is kept by it. */
export interface OrderGround {
  readonly standing: Standing;
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

interface Row {
  thread_id: Buffer;
  pseudonym: Buffer;
  seq: number;
  slot: number;
  inside: boolean;
  deleted: boolean;
  wordless: boolean;
  listed: boolean;
  state: StateNumber;
  caution: Caution | null;
  blurred: boolean;
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
    text: `SELECT p.thread_id, p.pseudonym, p.seq, p.slot, p.inside, p.deleted, p.text IS NULL AS wordless,
             NOT (t.deleted AND t.replies = 0) AS listed, p.state, p.caution, p.blurred, t.locked, t.slow,
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
  const { thread_id: thread, pseudonym: author, seq, slot, inside, deleted, wordless, listed, ...rest } = row;
  const { reports, score, ...standing } = rest;
  return { standing, thread, author, seq, slot, inside, deleted, wordless, listed, reports, score };
}
