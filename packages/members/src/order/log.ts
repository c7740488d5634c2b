import type { HouseCounts, HouseLog } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { concerned, decidedColumns, decidedJoins } from './decided.ts';

/** All decisions, the latest day first, behind a place; one more where there is one. */
export async function listDecisions(
  db: Queryable,
  after: { day: string; id: string } | undefined,
  most: number,
): Promise<HouseLog['decisions']> {
  const { rows } = await db.query<HouseLog['decisions'][number]>(
    `SELECT ${decidedColumns}, k.id AS case, ${concerned('d.owner_id')} AS owner FROM ${decidedJoins}
     WHERE $1::date IS NULL OR d.day < $1 OR (d.day = $1 AND d.id > $2::uuid)
     ORDER BY d.day DESC, d.id LIMIT $3`,
    [after?.day ?? null, after?.id ?? null, most + 1],
  );
  return rows;
}

/** The latest three years. */
export async function readCounts(db: Queryable): Promise<HouseCounts['months']> {
  const { rows } = await db.query<HouseCounts['months'][number]>(
    `SELECT month, json_agg(json_build_object('action', action, 'n', n) ORDER BY action) AS counts
     FROM house_counts GROUP BY month ORDER BY month DESC LIMIT 36`,
  );
  return rows;
}
