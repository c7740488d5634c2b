import type { HouseRule } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import { houseRules, type Presentation } from '@teahouse/protocol';
import type { OpenedAct } from '../acts/envelope.ts';
import type { StateNumber } from './standing.ts';

/** What a report is judged by. */
export interface ReportGround {
  readonly thread_id: Buffer;
  readonly seq: number;
  readonly slot: number;
  readonly deleted: boolean;
  readonly state: StateNumber;
  /** Act of this person's report on the post; null where there is none. */
  readonly mine: Buffer | null;
}

/** One statement; undefined when the room has no such post. */
export async function readReportGround(db: Queryable, act: OpenedAct): Promise<ReportGround | undefined> {
  const { rows } = await db.query<ReportGround>({
    name: 'report-ground',
    text: `SELECT p.thread_id, p.seq, p.slot, p.deleted, p.state, r.act AS mine FROM posts p
           LEFT JOIN reports r ON r.room_id = p.room_id AND r.post_id = p.id AND r.pseudonym = $3
           WHERE p.room_id = $1 AND p.id = $2`,
    values: [act.header.room, act.header.target, act.pseudonym],
  });
  return rows[0];
}

/**
 * Locks the post and writes a person's report on it; false where that person reported it before. The primary key is the one
 * report. `day` is the first slot of the day: nothing finer is kept, or a report could be matched in time with what its
 * author said elsewhere. One statement.
 */
export async function insertReport(
  tx: Queryable,
  act: OpenedAct,
  entry: Presentation,
  day: number,
): Promise<boolean> {
  const { header, body } = act;
  const { rowCount } = await tx.query({
    name: 'insert-report',
    text: `WITH post AS MATERIALIZED (SELECT room_id, id FROM posts WHERE room_id = $1 AND id = $2 FOR UPDATE),
             written AS (
               INSERT INTO reports (room_id, post_id, act, pseudonym, rule, words, label, public_key, proof, header, signature,
                 salt, slot)
               SELECT room_id, id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 FROM post
               ON CONFLICT (room_id, post_id, pseudonym) DO NOTHING RETURNING room_id)
           INSERT INTO pending_acts (room_id, act) SELECT room_id, $3 FROM written`,
    values: [
      ...[
        header.room,
        header.target,
        act.id,
        act.pseudonym,
        houseRules.indexOf(body.rule!),
        body.text ?? null,
      ],
      ...[
        JSON.stringify(entry.label),
        entry.publicKey,
        entry.proof,
        act.headerBytes,
        act.signature,
        act.salt,
      ],
      day,
    ],
  });
  return rowCount === 1;
}

/**
 * Counts a report in the post's case and has the post's refund wait; returns the rule that most reports name, of several
 * the first on the desk's list. One statement.
 */
export async function countReport(
  tx: Queryable,
  i: { act: OpenedAct; priority: number; day: number },
): Promise<HouseRule> {
  const { rows } = await tx.query<{ rule: number }>({
    name: 'count-report',
    text: `WITH refund AS (UPDATE refunds SET held = true WHERE room_id = $1 AND post_id = $2 AND NOT held)
           INSERT INTO cases (room_id, post_id, thread_id, open, kept, priority, look, reports, appealed, slot)
           VALUES ($1, $2, $3, true, false, $4, '{"score": 0, "reasons": []}', 1, false, $5)
           ON CONFLICT (room_id, post_id) DO UPDATE
           SET open = true, priority = greatest(cases.priority, $4), reports = cases.reports + 1
           RETURNING (SELECT rule FROM reports WHERE room_id = $1 AND post_id = $2
             GROUP BY rule ORDER BY count(*) DESC, rule LIMIT 1)`,
    values: [i.act.header.room, i.act.header.target, i.act.thread, i.priority, i.day],
  });
  return houseRules[rows[0]?.rule ?? -1] ?? 'other';
}
