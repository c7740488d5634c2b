import type { BoardStanding, Move } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { actsFor } from '../representatives/store.ts';

/** An application as it stood when it was locked. */
export interface Before extends BoardStanding {
  account: string;
}

/**
 * Locks applications of a job in the order of their ids, so that two recruiters who move the same ones wait for each
 * other and never for good. Those that are withdrawn, or not for this member, are left out.
 */
export async function lockForMove(
  tx: Queryable,
  account: string,
  i: { job: string; ids: readonly string[] },
): Promise<Before[]> {
  const { rows } = await tx.query<Before>(
    `SELECT a.id, a.stage, a.place, a.version, a.account_id AS account FROM applications a JOIN jobs j ON j.id = a.job_id
     WHERE a.job_id = $2 AND a.id = ANY ($3::uuid[]) AND NOT a.withdrawn AND ${actsFor('$1::uuid', 'j.company_id', 'recruiter')}
     ORDER BY a.id FOR UPDATE OF a`,
    [account, i.job, i.ids],
  );
  return rows;
}

/** Moves what is locked. */
export async function writeMoves(tx: Queryable, moves: readonly Move[]): Promise<BoardStanding[]> {
  const { rows } = await tx.query<BoardStanding>(
    `UPDATE applications a SET stage = m.stage, place = m.place, version = a.version + 1
     FROM unnest($1::uuid[], $2::text[], $3::double precision[]) AS m (id, stage, place) WHERE a.id = m.id
     RETURNING a.id, a.stage, a.place, a.version`,
    [moves.map((m) => m.application), moves.map((m) => m.stage), moves.map((m) => m.place)],
  );
  return rows;
}

/**
 * Keeps what is left of the day: one line for each application that stands elsewhere than the day before, and none for
 * one that went there and back. Tells of each whether it is back where the day began.
 */
export async function writeHistory(
  tx: Queryable,
  moved: readonly BoardStanding[],
  today: string,
): Promise<Map<string, 'back' | 'on'>> {
  const ids = moved.map(({ id }) => id);
  await tx.query('DELETE FROM application_stages WHERE application_id = ANY ($1::uuid[]) AND day = $2', [
    ids,
    today,
  ]);
  const { rows } = await tx.query<{ id: string; back: boolean }>(
    `WITH stood AS (SELECT a.id, a.stage, a.version, a.stage = coalesce((SELECT s.stage FROM application_stages s
         WHERE s.application_id = a.id AND s.day < $2 ORDER BY s.version DESC LIMIT 1), 'new') AS back
         FROM applications a WHERE a.id = ANY ($1::uuid[])),
       kept AS (INSERT INTO application_stages (application_id, version, stage, day)
         SELECT id, version, stage, $2 FROM stood WHERE NOT back)
     SELECT id, back FROM stood`,
    [ids, today],
  );
  return new Map(rows.map(({ id, back }) => [id, back ? 'back' : 'on']));
}
