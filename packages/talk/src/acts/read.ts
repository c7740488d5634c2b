import type { Queryable } from '@teahouse/kit/pool';
import type { Label } from '@teahouse/protocol';
import type { StateNumber } from '../order/standing.ts';
import type { AliasRow } from './policy.ts';

/** What an accepted act is answered with. */
export interface AcceptedRow {
  readonly seq: number;
  readonly slot: number;
}

/** Everything a new post is judged by. */
export interface PostGround {
  /** The same act, accepted before. */
  readonly mine: AcceptedRow | undefined;
  /** Whether one of its nonces was spent on another act. Tells early; only the insert decides. */
  readonly spentElsewhere: boolean;
  readonly threadExists: boolean;
  readonly alias: AliasRow | undefined;
  readonly target: { readonly deleted: boolean; readonly shown: boolean } | undefined;
  /** How the thread stands for this alias. */
  readonly order: ThreadGround;
}

/** Whether an alias may write in a thread now (protocol.md 5). */
export interface ThreadGround {
  readonly locked: boolean;
  readonly banned: boolean;
  /** Slots between two posts of an alias, and the slot of its last one; null where it said nothing yet. */
  readonly slow: number;
  readonly lastSaid: number | null;
}

interface PostGroundRow {
  mine_seq: number | null;
  mine_slot: number | null;
  spent: boolean;
  thread: boolean;
  label: Label | null;
  public_key: Buffer | null;
  target_deleted: boolean | null;
  target_shown: boolean | null;
  locked: boolean | null;
  banned: boolean;
  slow: number | null;
  last_said: number | null;
}

/** One statement: the thread, the alias in it, the post replied to, and whether this very act is here already. */
export async function readPostGround(
  db: Queryable,
  i: {
    room: string;
    id: Uint8Array;
    thread: Uint8Array;
    target: Uint8Array | null;
    pseudonym: Uint8Array;
    nonces: readonly Uint8Array[];
  },
): Promise<PostGround> {
  const { rows } = await db.query<PostGroundRow>({
    name: 'post-ground',
    // Apart, because spent nonces lie elsewhere than the room where the plane is distributed (decision 0037).
    text: `WITH elsewhere AS MATERIALIZED (SELECT 1 AS one FROM spent WHERE nonce = ANY($6) AND act <> $2)
           SELECT mine.seq AS mine_seq, mine.slot AS mine_slot, EXISTS (SELECT FROM elsewhere) AS spent,
             t.id IS NOT NULL AS thread, a.label, a.public_key, target.deleted AS target_deleted,
             target.state = 0 AS target_shown, t.locked, t.slow, b.pseudonym IS NOT NULL AS banned, ${lastSaid} AS last_said
           FROM (SELECT $1::text AS room_id) AS r
           LEFT JOIN posts mine ON mine.room_id = r.room_id AND mine.id = $2
           LEFT JOIN threads t ON t.room_id = r.room_id AND t.id = $3
           LEFT JOIN posts target ON target.room_id = r.room_id AND target.id = $4 AND target.thread_id = $3
           LEFT JOIN aliases a ON a.room_id = r.room_id AND a.context = $3 AND a.pseudonym = $5
           LEFT JOIN bans b ON b.room_id = r.room_id AND b.context = $3 AND b.pseudonym = $5`,
    values: [i.room, i.id, i.thread, i.target, i.pseudonym, i.nonces],
  });
  const row = rows[0]!;
  const { mine_seq: seq, mine_slot: slot, label, public_key } = row;
  return {
    mine: seq === null || slot === null ? undefined : { seq, slot },
    spentElsewhere: row.spent,
    threadExists: row.thread,
    alias: label && public_key ? { label, public_key } : undefined,
    target:
      row.target_deleted === null
        ? undefined
        : { deleted: row.target_deleted, shown: row.target_shown ?? false },
    order: {
      locked: row.locked ?? false,
      banned: row.banned,
      slow: row.slow ?? 0,
      lastSaid: row.last_said,
    },
  };
}

/** Slot of the last post of a pseudonym ($5) in a thread `t` of a room ($1); asked for only where the thread is slow. */
const lastSaid = `CASE WHEN t.slow > 0 THEN (SELECT max(slot) FROM posts WHERE room_id = $1 AND thread_id = t.id
  AND pseudonym = $5) END`;

/** The post that an edit or deletion is about, with the key of its author. */
export interface ChangeGround extends AcceptedRow, ThreadGround {
  readonly state: StateNumber;
  readonly thread_id: Buffer;
  readonly pseudonym: Buffer;
  readonly deleted: boolean;
  readonly edits: number;
  readonly last_act: Buffer;
  readonly public_key: Buffer;
  readonly has_pictures: boolean;
}

/** One statement; undefined when the room has no such post. */
export async function readChangeGround(
  db: Queryable,
  room: string,
  post: Uint8Array,
): Promise<ChangeGround | undefined> {
  const { rows } = await db.query<ChangeGround>({
    name: 'change-ground',
    text: `SELECT p.seq, p.slot, p.thread_id, p.pseudonym, p.deleted, p.edits, p.last_act, p.state, a.public_key,
             t.locked, t.slow, b.pseudonym IS NOT NULL AS banned, NULL AS "lastSaid",
             EXISTS (SELECT FROM pictures WHERE room_id = $1 AND post_id = $2) AS has_pictures
           FROM posts p
           JOIN aliases a ON a.room_id = p.room_id AND a.context = p.thread_id AND a.pseudonym = p.pseudonym
           JOIN threads t ON t.room_id = p.room_id AND t.id = p.thread_id
           LEFT JOIN bans b ON b.room_id = p.room_id AND b.context = p.thread_id AND b.pseudonym = p.pseudonym
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [room, post],
  });
  return rows[0];
}
