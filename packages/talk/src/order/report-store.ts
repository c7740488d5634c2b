import type { HouseRule } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import { equal, houseRules, type Presentation, statementId } from '@teahouse/protocol';
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
  /** Of a report on a company's answer: the thread's first post, and how many reported the answer before. */
  readonly answer?: { readonly post: Buffer; readonly reports: number };
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

/** The same of what a company said under the thread; undefined where it said nothing of this id, or it was taken away. */
export async function readAnswerGround(db: Queryable, act: OpenedAct): Promise<ReportGround | undefined> {
  const { room, target } = act.header;
  const { rows } = await db.query<
    Omit<ReportGround, 'answer'> & { post: Buffer; said: Buffer[]; reports: number }
  >({
    name: 'answer-report-ground',
    text: `SELECT p.thread_id, p.seq, p.slot, p.deleted, p.state, r.act AS mine, p.id AS post,
             ARRAY(SELECT statement FROM official_versions WHERE room_id = $1 AND thread_id = $2 AND removed IS NULL) AS said,
             (SELECT count(*)::integer FROM reports WHERE room_id = $1 AND answer_of = p.id) AS reports
           FROM posts p LEFT JOIN reports r ON r.room_id = p.room_id AND r.post_id = $3 AND r.pseudonym = $4
           WHERE p.room_id = $1 AND p.thread_id = $2 AND p.seq = 0`,
    values: [room, act.thread, target, act.pseudonym],
  });
  const [row] = rows;
  if (!row?.said.some((statement) => target && equal(statementId(statement), target))) return undefined;
  const { post, reports, said: _, ...ground } = row;
  return { ...ground, answer: { post, reports } };
}

/**
 * Locks the post and writes a person's report on it, or on the answer under it; false where that person reported it before. The primary key is the one
 * report. `day` is the first slot of the day: nothing finer is kept, or a report could be matched in time with what its
 * author said elsewhere. One statement.
 */
export async function insertReport(
  tx: Queryable,
  act: OpenedAct,
  entry: Presentation,
  i: { day: number; answerOf: Buffer | undefined },
): Promise<boolean> {
  const { header, body } = act;
  const { rowCount } = await tx.query({
    name: 'insert-report',
    text: `WITH post AS MATERIALIZED (SELECT room_id FROM posts WHERE room_id = $1 AND id = coalesce($14::bytea, $2::bytea) FOR UPDATE),
             written AS (
               INSERT INTO reports (room_id, post_id, act, pseudonym, rule, words, label, public_key, proof, header, signature,
                 salt, slot, answer_of)
               SELECT room_id, $2::bytea, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::bytea FROM post
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
      ...[i.day, i.answerOf ?? null],
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
    text: `WITH refund AS (UPDATE refunds SET held = true WHERE room_id = $1 AND post_id = $2 AND NOT held),
             counted AS (
               INSERT INTO cases (room_id, post_id, thread_id, open, kept, priority, look, reports, appealed, slot)
               VALUES ($1, $2, $3, true, false, $4, '{"score": 0, "reasons": []}', 1, false, $5)
               ON CONFLICT (room_id, post_id) DO UPDATE
               SET open = true, priority = greatest(cases.priority, $4), reports = cases.reports + 1)
           SELECT rule FROM reports WHERE room_id = $1 AND post_id = $2 GROUP BY rule ORDER BY count(*) DESC, rule LIMIT 1`,
    values: [i.act.header.room, i.act.header.target, i.act.thread, i.priority, i.day],
  });
  return houseRules[rows[0]?.rule ?? -1] ?? 'other';
}

/** Has somebody look at the answer under a post; nothing is counted against the post itself. One statement. */
export async function queueAnswer(
  tx: Queryable,
  i: { room: string; post: Uint8Array; thread: Uint8Array; priority: number; day: number },
): Promise<void> {
  await tx.query({
    name: 'queue-answer',
    text: `INSERT INTO cases (room_id, post_id, thread_id, open, kept, priority, look, reports, appealed, slot)
           VALUES ($1, $2, $3, true, false, $4, '{"score": 0, "reasons": []}', 0, false, $5)
           ON CONFLICT (room_id, post_id) DO UPDATE SET open = true, priority = greatest(cases.priority, $4)`,
    values: [i.room, i.post, i.thread, i.priority, i.day],
  });
}
