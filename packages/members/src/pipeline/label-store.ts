import { type AddLabel, type Label, membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { actsFor } from '../representatives/store.ts';
import { isShown } from './board-store.ts';

/** Nothing where the member is no recruiter of the company. */
export async function insertLabel(
  db: Queryable,
  account: string,
  i: { company: string; label: AddLabel },
): Promise<Label | 'taken' | 'full' | undefined> {
  const { rows } = await db.query<{ full: boolean; id: string | null }>(
    `WITH asked AS (SELECT c.id, (SELECT count(*) >= ${membersLimits.pipeline.labels} FROM hire_labels b
           WHERE b.company_id = c.id) AS "full"
         FROM companies c WHERE c.id = $2 AND ${actsFor('$1::uuid', 'c.id', 'recruiter')}),
       made AS (INSERT INTO hire_labels (company_id, name, tone) SELECT id, $3, $4 FROM asked WHERE NOT "full"
         ON CONFLICT DO NOTHING RETURNING id)
     SELECT "full", (SELECT id FROM made) AS id FROM asked`,
    [account, i.company, i.label.name, i.label.tone],
  );
  const [row] = rows;
  if (!row) return undefined;
  if (row.id) return { id: row.id, ...i.label };
  return row.full ? 'full' : 'taken';
}

export async function deleteLabel(db: Queryable, account: string, label: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `DELETE FROM hire_labels b WHERE b.id = $2 AND ${actsFor('$1::uuid', 'b.company_id', 'recruiter')}`,
    [account, label],
  );
  return rowCount === 1;
}

/** Puts a label on applications of a job, or takes it off; returns for which that changed something. */
export async function setLabel(
  db: Queryable,
  account: string,
  i: { job: string; label: string; applications: readonly string[]; on: boolean },
): Promise<string[] | undefined> {
  const asked = `SELECT b.id AS label, j.id AS job FROM hire_labels b JOIN jobs j ON j.company_id = b.company_id
    WHERE b.id = $3 AND j.id = $2 AND ${actsFor('$1::uuid', 'b.company_id', 'recruiter')}`;
  const shown = `SELECT a.id FROM applications a JOIN jobs j ON j.id = a.job_id
    WHERE a.job_id = $2 AND a.id = ANY ($4::uuid[]) AND ${isShown('$1::uuid')} FOR SHARE OF a`;
  const change = i.on
    ? `INSERT INTO application_labels (application_id, label_id) SELECT shown.id, asked.label FROM asked, shown
       ON CONFLICT DO NOTHING RETURNING application_id AS id`
    : `DELETE FROM application_labels x USING asked, shown
       WHERE x.application_id = shown.id AND x.label_id = asked.label RETURNING x.application_id AS id`;
  const { rows } = await db.query<{ changed: string[] }>(
    `WITH asked AS (${asked}), shown AS (${shown}), changed AS (${change})
     SELECT ARRAY(SELECT id FROM changed ORDER BY id) AS changed FROM asked`,
    [account, i.job, i.label, i.applications],
  );
  return rows[0]?.changed;
}
