import type { Queryable } from '@teahouse/kit/pool';
import type { Label } from '@teahouse/protocol';
import type { StateNumber } from '../order/standing.ts';
import type { ActRow } from '../threads/history.ts';

/** The act that stands of a post, its alias, and where the log has it. */
export interface StandingAct extends ActRow {
  readonly last_act: Buffer;
  readonly deleted: boolean;
  readonly state: StateNumber;
  readonly pseudonym: Buffer;
  readonly label: Label;
  readonly public_key: Buffer;
  readonly proof: Buffer;
  /** A bigint; null while it waits. */
  readonly log_index: string | null;
}

/** One statement; undefined when the room has no such post. */
export async function readStandingAct(
  db: Queryable,
  room: string,
  post: Uint8Array,
): Promise<StandingAct | undefined> {
  const { rows } = await db.query<StandingAct>({
    name: 'standing-act',
    text: `SELECT p.last_act, p.deleted, p.state, p.header, p.signature, p.salt, p.title, p.text, p.lang,
             p.mentions, p.attached, a.pseudonym, a.label,
             a.public_key, a.proof, l.log_index
           FROM posts p
           JOIN aliases a ON a.room_id = p.room_id AND a.context = p.thread_id AND a.pseudonym = p.pseudonym
           LEFT JOIN logged_acts l ON l.room_id = p.room_id AND l.act = p.last_act
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [room, post],
  });
  return rows[0];
}
