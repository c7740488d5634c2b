import type { Queryable } from '@teahouse/kit/pool';
import { stateOf } from '../../order/index.ts';

export interface OpenCounts {
  readonly open: number;
  readonly held: number;
  readonly hidden: number;
  /** By whole days of waiting: today, one, two, three and more. */
  readonly age: number[];
}

/** What waits on `today`, a day since 1970. */
export async function countOpenCases(db: Queryable, today: number): Promise<OpenCounts> {
  const { rows } = await db.query<OpenCounts>(
    `SELECT count(*)::integer AS open, count(*) FILTER (WHERE p.state = ${stateOf.held})::integer AS held,
       count(*) FILTER (WHERE p.state = ${stateOf.hidden})::integer AS hidden,
       ARRAY[count(*) FILTER (WHERE $1 - c.slot / 288 <= 0), count(*) FILTER (WHERE $1 - c.slot / 288 = 1),
         count(*) FILTER (WHERE $1 - c.slot / 288 = 2), count(*) FILTER (WHERE $1 - c.slot / 288 >= 3)]::integer[] AS age
     FROM cases c JOIN posts p ON p.room_id = c.room_id AND p.id = c.post_id WHERE c.open`,
    [today],
  );
  return rows[0]!;
}

export async function countOpenAppeals(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    "SELECT count(*)::integer AS n FROM appeals WHERE state = 'open'",
  );
  return rows[0]?.n ?? 0;
}

/** Decisions of one person on one day, and what came of them. */
export interface DecidedRow {
  /** Since 1970. */
  readonly day: number;
  readonly staff: string;
  readonly name: string;
  readonly decided: number;
  readonly appealed: number;
  readonly overturned: number;
}

/** What people decided from a day on, but for answers to appeals: those are counted with what they answer. */
export async function countDecided(db: Queryable, from: number): Promise<DecidedRow[]> {
  const { rows } = await db.query<DecidedRow>(
    `SELECT d.slot / 288 AS day, d.staff, s.name, count(*)::integer AS decided, count(a.state)::integer AS appealed,
       count(*) FILTER (WHERE a.state = 'granted')::integer AS overturned
     FROM decisions d JOIN staff s ON s.id = d.staff
     LEFT JOIN appeals a ON a.room_id = d.room_id AND a.decision = d.id
     WHERE d.slot >= $1::integer * 288 AND d.action NOT IN ('restore', 'uphold') GROUP BY 1, 2, 3 ORDER BY 1, 3`,
    [from],
  );
  return rows;
}
