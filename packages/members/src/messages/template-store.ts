import {
  type ChangeTemplate,
  type EditTemplate,
  membersLimits as l,
  type Template,
} from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import type { z } from 'zod';
import { actsFor } from '../representatives/store.ts';

const columns = 't.id, t.title, t.text, t.version';

/** Templates of a company by title; nothing where the reader is no recruiter of it. One statement. */
export async function readTemplates(
  db: Queryable,
  reader: string,
  company: string,
): Promise<Template[] | undefined> {
  const { rows } = await db.query<{ [K in keyof Template]: Template[K] | null }>({
    name: 'templates',
    text: `SELECT ${columns} FROM (SELECT ${actsFor('$1::uuid', '$2', 'recruiter')} AS may) allowed
        LEFT JOIN message_templates t ON t.company_id = $2 WHERE may ORDER BY t.title, t.id`,
    values: [reader, company],
  });
  if (rows.length === 0) return undefined;
  return rows.filter((row): row is Template => row.id !== null);
}

/** Nothing where who asks is no recruiter of the company; `full` where it has as many as there can be. */
export async function insertTemplate(
  tx: Queryable,
  by: string,
  i: z.output<typeof EditTemplate> & { company: string },
): Promise<Template | 'full' | undefined> {
  // One at a time for a company, so that none gets past the limit.
  await tx.query('SELECT FROM companies WHERE id = $1 FOR UPDATE', [i.company]);
  const { rows } = await tx.query<{ may: boolean; made: Template | null }>(
    `WITH allowed AS (SELECT ${actsFor('$1::uuid', '$2', 'recruiter')} AS may,
         (SELECT count(*) < ${l.templatesMax} FROM message_templates WHERE company_id = $2) AS room),
       made AS (INSERT INTO message_templates AS t (company_id, by_id, title, text)
         SELECT $2, $1, $3, $4 FROM allowed WHERE may AND room RETURNING ${columns})
     SELECT may, (SELECT row_to_json(made) FROM made) AS made FROM allowed`,
    [by, i.company, i.title, i.text],
  );
  const [row] = rows;
  return row?.may ? (row.made ?? 'full') : undefined;
}

/** `changed`: the version is another one. Nothing where there is no such template of a company whose recruiter this is. */
export async function updateTemplate(
  db: Queryable,
  by: string,
  i: z.output<typeof ChangeTemplate> & { company: string; id: string },
): Promise<Template | 'changed' | undefined> {
  const { rows } = await db.query<{ done: Template | null }>(
    `WITH asked AS (SELECT id FROM message_templates t
         WHERE id = $3 AND company_id = $2 AND ${actsFor('$1::uuid', 't.company_id', 'recruiter')}),
       done AS (UPDATE message_templates t SET title = $4, text = $5, version = t.version + 1 FROM asked
         WHERE t.id = asked.id AND t.version = $6 RETURNING ${columns})
     SELECT (SELECT row_to_json(done) FROM done) AS done FROM asked`,
    [by, i.company, i.id, i.title, i.text, i.version],
  );
  return rows[0] && (rows[0].done ?? 'changed');
}

export async function deleteTemplate(
  db: Queryable,
  by: string,
  i: { company: string; id: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `DELETE FROM message_templates t WHERE id = $3 AND company_id = $2 AND ${actsFor('$1::uuid', 't.company_id', 'recruiter')}`,
    [by, i.company, i.id],
  );
  return rowCount === 1;
}
