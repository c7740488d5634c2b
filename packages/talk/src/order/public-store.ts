import type { DecisionAction, HouseRule } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import { appealsOf, type By, type DecisionRow, decisionColumns } from './decision-store.ts';
import { slotsPerDay } from './policy.ts';

/** Which decisions: of all public rooms, of one of them, or of one for colleagues. */
export interface Scope {
  readonly room: string | undefined;
  readonly inside: boolean;
}

/** What of a scope the two partial indexes by day answer; its value is `$1`. */
function within({ room, inside }: Scope): { where: string; name: string; values: unknown[] } {
  if (room === undefined) return { where: 'NOT d.inside AND $1::text IS NULL', name: '', values: [null] };
  const name = inside ? '-inside' : '-of-room';
  return { where: `d.room_id = $1 AND ${inside ? '' : 'NOT '}d.inside`, name, values: [room] };
}

/** With the author's pseudonym in the post's thread. */
export interface NoticeRow extends DecisionRow {
  readonly pseudonym: Buffer;
}

/** Settled decisions of a day after an id, in the order of ids; without those that are nothing to the post's author. */
export async function readNotices(
  db: Queryable,
  scope: Scope,
  i: { day: number; after: Uint8Array; settled: number },
  limit: number,
): Promise<NoticeRow[]> {
  const { where, name, values } = within(scope);
  const { rows } = await db.query<NoticeRow>({
    name: `notices${name}`,
    text: `SELECT ${decisionColumns}, p.pseudonym FROM decisions d
           JOIN posts p ON p.room_id = d.room_id AND p.id = d.post_id ${appealsOf}
           WHERE ${where} AND d.slot / ${slotsPerDay} = $2 AND d.id > $3 AND d.slot < $4
             AND d.action <> 'remove-answer' ORDER BY d.id LIMIT $5`,
    values: [...values, i.day, i.after, i.settled, limit],
  });
  return rows;
}

export interface DecisionFilter {
  /** Of a scope that is one room. */
  readonly thread?: Uint8Array | undefined;
  readonly action?: DecisionAction | undefined;
  readonly rule?: HouseRule | undefined;
  readonly by?: By | undefined;
}

/** Settled decisions below a place, the newest day first and in a day by their random ids. */
export async function readDecisions(
  db: Queryable,
  scope: Scope,
  i: DecisionFilter & { before: { day: number; id: Uint8Array }; settled: number },
  limit: number,
): Promise<DecisionRow[]> {
  const { where, name, values } = within(scope);
  const { thread } = i;
  const ofThread = thread === undefined ? '' : 'AND d.thread_id = $9';
  const { rows } = await db.query<DecisionRow>({
    name: `decisions${name}${thread === undefined ? '' : '-and-thread'}`,
    text: `SELECT ${decisionColumns} FROM decisions d ${appealsOf}
           WHERE ${where} AND (d.slot / ${slotsPerDay}, d.id) < ($2, $3) AND d.slot < $4
             AND ($5::text IS NULL OR d.action = $5) AND ($6::text IS NULL OR d.rule = $6) AND ($7::text IS NULL OR d.by = $7)
             ${ofThread}
           ORDER BY d.slot / ${slotsPerDay} DESC, d.id DESC LIMIT $8`,
    values: [
      ...[...values, i.before.day, i.before.id, i.settled, i.action ?? null, i.rule ?? null],
      ...[i.by ?? null, limit, ...(thread === undefined ? [] : [thread])],
    ],
  });
  return rows;
}
