import type { DecisionAction } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import type { OpenedAct } from '../acts/envelope.ts';

/** What an appeal is judged by: the post, its author, the decision and the appeal that stands against it. */
export interface AppealGround {
  readonly thread_id: Buffer;
  readonly seq: number;
  readonly slot: number;
  readonly pseudonym: Buffer;
  readonly public_key: Buffer;
  readonly action: DecisionAction | null;
  /** Slot of the decision. */
  readonly decided: number | null;
  /** Act of the appeal. */
  readonly appeal: Buffer | null;
}

/** One statement; undefined when the room has no such post. */
export async function readAppealGround(db: Queryable, act: OpenedAct): Promise<AppealGround | undefined> {
  const { rows } = await db.query<AppealGround>({
    name: 'appeal-ground',
    text: `SELECT p.thread_id, p.seq, p.slot, p.pseudonym, a.public_key, d.action, d.slot AS decided, x.act AS appeal
           FROM posts p
           JOIN aliases a ON a.room_id = p.room_id AND a.context = p.thread_id AND a.pseudonym = p.pseudonym
           LEFT JOIN decisions d ON d.room_id = p.room_id AND d.id = $3 AND d.post_id = p.id
           LEFT JOIN appeals x ON x.room_id = d.room_id AND x.decision = d.id
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [act.header.room, act.header.target, act.body.decision],
  });
  return rows[0];
}

/** Writes an appeal and marks the case; false where there is one against the decision. One statement. */
export async function insertAppeal(tx: Queryable, act: OpenedAct, slot: number): Promise<boolean> {
  const { header, body } = act;
  const { rowCount } = await tx.query({
    name: 'insert-appeal',
    text: `WITH written AS (
             INSERT INTO appeals (room_id, post_id, act, thread_id, decision, words, header, signature, salt, state, slot)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10)
             ON CONFLICT (room_id, decision) DO NOTHING RETURNING room_id, post_id),
           marked AS (UPDATE cases c SET appealed = true FROM written w
             WHERE c.room_id = w.room_id AND c.post_id = w.post_id)
           INSERT INTO pending_acts (room_id, act) SELECT room_id, $3 FROM written`,
    values: [
      ...[header.room, header.target, act.id, act.thread, body.decision, body.text],
      ...[act.headerBytes, act.signature, act.salt, slot],
    ],
  });
  return rowCount === 1;
}

/**
 * Answers an appeal; where it is granted, pictures that the decision banned are known no longer. The case tells whether
 * another one is open. One statement.
 */
export async function writeAnswer(
  tx: Queryable,
  i: {
    room: string;
    post: Uint8Array;
    decision: Uint8Array;
    granted: boolean;
    words: string;
    staff: string;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'answer-appeal',
    text: `WITH answered AS (UPDATE appeals SET state = $4, answer = $5, staff = $6
               WHERE room_id = $1 AND decision = $3 AND state = 'open' RETURNING room_id),
             lifted AS (DELETE FROM banned_pictures WHERE decision = $3 AND $4 = 'granted')
           UPDATE cases c SET appealed = EXISTS (
             SELECT FROM appeals WHERE room_id = $1 AND post_id = $2 AND state = 'open' AND decision <> $3)
           FROM answered WHERE c.room_id = $1 AND c.post_id = $2`,
    values: [i.room, i.post, i.decision, i.granted ? 'granted' : 'refused', i.words, i.staff],
  });
  return rowCount === 1;
}
