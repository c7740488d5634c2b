import { membersLimits, type SuggestionReason } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isAwake, isUnblocked } from '../people/cards.ts';

/** So many connections, and of each so many of theirs, are looked at; and colleagues or schoolmates of one place. */
const caps = { connections: 300, ofEach: 200, mutuals: 200, ofPlace: 100 } as const;

interface SuggestionRow {
  id: string;
  mutuals: number;
  company: string | null;
  name_zh: string;
  name_en: string;
  school: string | null;
}

/**
 * Those of a place from a point in the order of ids that differs by reader and day, and round to where it began: of a
 * place with more than the cap, others are seen tomorrow.
 */
const round = (table: string, key: string, value: string) => `LATERAL (
  (SELECT account_id FROM ${table} WHERE ${key} = ${value} AND account_id > (SELECT id FROM start)
   ORDER BY account_id LIMIT ${caps.ofPlace})
  UNION ALL
  (SELECT account_id FROM ${table} WHERE ${key} = ${value} AND account_id <= (SELECT id FROM start)
   ORDER BY account_id LIMIT ${caps.ofPlace})
  LIMIT ${caps.ofPlace})`;

const text = `WITH start AS MATERIALIZED (SELECT md5($1::uuid::text || $2::text)::uuid AS id),
  mine AS MATERIALIZED (SELECT other_id AS id FROM connections
    WHERE account_id = $1 AND ${isAwake('other_id')} LIMIT ${caps.connections}),
  by_mutuals AS (SELECT c.other_id AS id, count(*)::int AS n
    FROM mine CROSS JOIN LATERAL (
      SELECT other_id FROM connections WHERE account_id = mine.id LIMIT ${caps.ofEach}) c
    GROUP BY c.other_id ORDER BY n DESC, id LIMIT ${caps.mutuals}),
  by_company AS (SELECT o.account_id AS id, min(e.company_id) AS company
    FROM employments e CROSS JOIN ${round('employments', 'company_id', 'e.company_id')} o
    WHERE e.account_id = $1 GROUP BY o.account_id),
  by_school AS (SELECT o.account_id AS id, min(s.name) AS school
    FROM profile_schools s CROSS JOIN ${round('profile_schools', 'school', 's.school')} o
    WHERE s.account_id = $1 GROUP BY o.account_id),
  found AS (
    SELECT id, coalesce(m.n, 0) AS mutuals, c.company, s.school
    FROM by_mutuals m FULL JOIN by_company c USING (id) FULL JOIN by_school s USING (id))
SELECT f.id, f.mutuals, f.company, c.name_zh, c.name_en, f.school
FROM found f LEFT JOIN companies c ON c.id = f.company
WHERE f.id <> $1
  AND NOT EXISTS (SELECT FROM connections k WHERE k.account_id = $1 AND k.other_id = f.id)
  AND NOT EXISTS (SELECT FROM connection_requests r WHERE r.from_id = $1 AND r.to_id = f.id AND NOT r.withdrawn)
  AND NOT EXISTS (SELECT FROM connection_requests r WHERE r.from_id = f.id AND r.to_id = $1 AND NOT r.withdrawn)
  AND NOT EXISTS (SELECT FROM dismissed_suggestions d WHERE d.account_id = $1 AND d.other_id = f.id)
  AND ${isUnblocked('$1::uuid', 'f.id')}
ORDER BY 2 * f.mutuals + CASE WHEN f.company IS NULL THEN 0 ELSE 3 END + CASE WHEN f.school IS NULL THEN 0 ELSE 2 END DESC,
  f.id
LIMIT ${membersLimits.network.suggestions}`;

/** Members whom one may know, the likeliest first, each with the reason to show. One statement. */
export async function findSuggestions(
  db: Queryable,
  account: string,
  today: string,
): Promise<{ id: string; reason: SuggestionReason }[]> {
  const { rows } = await db.query<SuggestionRow>({ name: 'suggestions', text, values: [account, today] });
  return rows.map((row) => ({ id: row.id, reason: reasonOf(row) }));
}

/** Two people in common say more than a place, and a place more than one. */
function reasonOf({ mutuals, company, name_zh, name_en, school }: SuggestionRow): SuggestionReason {
  if (mutuals > 1) return { kind: 'mutuals', count: mutuals };
  if (company !== null) return { kind: 'company', company, name: { zh: name_zh, en: name_en } };
  if (school !== null) return { kind: 'school', school };
  return { kind: 'mutuals', count: mutuals };
}
