import {
  membersLimits as l,
  type OpenQuestion,
  type OpenTo,
  type OpenToWork,
  type SetOpenToWork,
} from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { foldCity, nameQuestion } from '../search/question.ts';
import { kinOf, mayKnow, recruits } from './sight.ts';

const wish = `json_build_object('roles', o.roles, 'levels', o.levels, 'cities', o.cities, 'remote', o.remote, 'words', o.words)`;
const companies = (from: string) => `(SELECT coalesce(json_agg(json_build_object('id', c.id, 'name',
    json_build_object('zh', c.name_zh, 'en', c.name_en)) ORDER BY c.id), '[]') FROM companies c WHERE c.id IN (${from}))`;

/** The member's own wish, and the employers who never learn of it. One statement. */
export async function readOwn(db: Queryable, account: string): Promise<OpenToWork> {
  const { rows } = await db.query<{
    open: OpenTo | null;
    hidden: { id: string; name: { zh: string; en: string } }[];
    employers: OpenToWork['employers'];
  }>({
    name: 'own-open',
    text: `SELECT (SELECT ${wish} FROM open_to_work o WHERE o.account_id = $1) AS open,
        ${companies('SELECT company_id FROM open_hidden WHERE account_id = $1')} AS hidden,
        ${companies(`SELECT company_id FROM employer_ties WHERE account_id = $1
          EXCEPT SELECT company_id FROM open_hidden WHERE account_id = $1`)} AS employers`,
    values: [account],
  });
  const { open = null, hidden = [], employers = [] } = rows[0] ?? {};
  return { open: open && { ...open, hidden }, employers };
}

/** Writes the whole wish anew; companies that do not exist are left out. Three statements. */
export async function upsertOpen(tx: Queryable, account: string, i: SetOpenToWork): Promise<void> {
  await tx.query(
    `INSERT INTO open_to_work (account_id, roles, levels, cities, folded, remote, words) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (account_id) DO UPDATE SET roles = excluded.roles, levels = excluded.levels, cities = excluded.cities,
       folded = excluded.folded, remote = excluded.remote, words = excluded.words`,
    [
      ...[account, [...new Set(i.roles)], [...new Set(i.levels)], [...new Set(i.cities)]],
      ...[[...new Set(i.cities.map(foldCity))], i.remote, i.words],
    ],
  );
  await tx.query('DELETE FROM open_hidden WHERE account_id = $1 AND company_id <> ALL ($2)', [
    account,
    i.hidden,
  ]);
  await tx.query(
    `INSERT INTO open_hidden (account_id, company_id) SELECT $1, id FROM companies WHERE id = ANY ($2)
     ON CONFLICT DO NOTHING`,
    [account, i.hidden],
  );
}

export async function deleteOpen(db: Queryable, account: string): Promise<void> {
  await db.query('DELETE FROM open_to_work WHERE account_id = $1', [account]);
}

export interface OpenRow {
  id: string;
  open: OpenTo;
}

/**
 * Members who are open to work and fit a question, behind one of them; one more than a page where there are more. Whom the
 * reader may not know of is left out before anything is counted. Nothing where the reader recruits for nobody. One statement.
 */
export async function searchOpen(
  db: Queryable,
  reader: { account: string; today: string },
  i: { question: OpenQuestion; after: string | undefined },
): Promise<OpenRow[] | undefined> {
  const { q, role, level, city, remote } = i.question;
  const { rows } = await db.query<{ id: string | null; open: OpenTo }>({
    name: 'open-people',
    text: `WITH RECURSIVE ${kinOf('$1::uuid', '$2::date')}
      SELECT found.id, found.open FROM (SELECT ${recruits('$1::uuid')} AS may) allowed LEFT JOIN LATERAL (
        SELECT o.account_id AS id, ${wish} AS open FROM open_to_work o
        WHERE ($3::uuid IS NULL OR o.account_id > $3)
          AND ($4 = '' OR EXISTS (SELECT FROM search_people s WHERE s.account_id = o.account_id AND s.words @@ $4::tsquery))
          AND ($5::text IS NULL OR o.roles @> ARRAY[$5]) AND ($6::text IS NULL OR o.levels = '{}' OR o.levels @> ARRAY[$6])
          AND ($7::text IS NULL OR o.folded @> ARRAY[$7]) AND (NOT $8 OR o.remote)
          AND ${mayKnow('$1::uuid', 'o.account_id')}
        ORDER BY o.account_id LIMIT ${l.openPage + 1}) found ON true
      WHERE may`,
    values: [
      ...[reader.account, reader.today, i.after ?? null, nameQuestion(q)?.page ?? '', role ?? null],
      ...[level ?? null, city === undefined ? null : foldCity(city), remote === 'yes'],
    ],
  });
  if (rows.length === 0) return undefined;
  return rows.filter((row): row is OpenRow => row.id !== null);
}

/** What one member is open to, where the reader may know. One statement. */
export async function readOpen(
  db: Queryable,
  reader: { account: string; today: string },
  member: string,
): Promise<OpenTo | null> {
  const { rows } = await db.query<{ open: OpenTo }>({
    name: 'open-person',
    text: `WITH RECURSIVE ${kinOf('$1::uuid', '$2::date')}
      SELECT ${wish} AS open FROM open_to_work o
      WHERE o.account_id = $3 AND ${recruits('$1::uuid')} AND ${mayKnow('$1::uuid', 'o.account_id')}`,
    values: [reader.account, reader.today, member],
  });
  return rows[0]?.open ?? null;
}
