import { membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { type CardRow, cardColumns, employerOf, isAwake, nearDegree, type Reader } from '../people/cards.ts';

/** How much one search looks at. Chosen by measurement: docs/decisions/0022-finding-people.md. */
export const peopleLimits = {
  /** Members that are put in order. */
  ranked: 400,
  /** Connections of the reader, and of each of these, from which the second step is read. */
  firstSteps: 1000,
  secondSteps: 200,
} as const;

/** Connections of one who was found that are held against the reader's. */
const thirdSide = 2000;

/** Who is looked for. `tsquery` all; `whole` and `part` may be empty. */
export interface PeopleAsked {
  readonly match: string;
  readonly whole: string;
  readonly part: string;
  /** `match` is asked of the names alone, where misspellings are. */
  readonly likeness: boolean;
  readonly degree: 1 | 2 | undefined;
}

export interface PeoplePlace {
  readonly level: number;
  readonly step: number;
  readonly id: string;
}

export interface FoundRow extends CardRow {
  level: number;
  step: number;
}

/**
 * Candidates `found` (account_id, level, step, city, company_id): `$1` reader, `$2` day, `$3` match, `$4` whole, `$5` part.
 * A sixteenth of all members is looked at first, which is enough where a word is in thousands of pages; then the rest. Where
 * there were too many, those of the reader's connections are looked up apart, so that none of them is missing. What only
 * connections may read is asked of connections alone. Two steps are looked for from the side with fewer members.
 */
const candidates = (most: number, { likeness, degree }: PeopleAsked): string => {
  const column = likeness ? 's.names' : 's.words';
  const { firstSteps, secondSteps } = peopleLimits;
  const tier = likeness ? '$3::tsquery' : '$3::tsquery && tier::tsquery';
  const narrowed =
    degree === undefined
      ? ''
      : degree === 1
        ? 'AND EXISTS (SELECT FROM connections c WHERE c.account_id = $1 AND c.other_id = s.account_id)'
        : `AND ${nearDegree('$1::uuid', 's.account_id')} = 2`;
  return `WITH out AS MATERIALIZED (
    SELECT array_agg(id) AS ids FROM (
      SELECT blocked_id AS id FROM blocks WHERE blocker_id = $1
      UNION ALL SELECT blocker_id FROM blocks WHERE blocked_id = $1) b),
  open AS MATERIALIZED (
    SELECT s.account_id FROM unnest(${likeness ? `ARRAY['']` : `ARRAY['''~b.0''', '!''~b.0''']`}) AS tier
    CROSS JOIN LATERAL (SELECT s.account_id FROM search_people s WHERE ${column} @@ (${tier}) ${narrowed}
      LIMIT ${most}) s
    LIMIT ${most}),
  near AS (
    ${
      likeness
        ? 'SELECT NULL::uuid AS account_id WHERE false'
        : `SELECT s.account_id FROM search_people s WHERE s.near IS NOT NULL AND s.near @@ $3::tsquery
        AND (s.account_id = $1 OR EXISTS (
          SELECT FROM connections c WHERE c.account_id = $1 AND c.other_id = s.account_id))
    UNION ALL
    SELECT s.account_id FROM connections c JOIN search_people s ON s.account_id = c.other_id
    WHERE c.account_id = $1 AND (SELECT count(*) >= ${most} FROM open) AND s.words @@ $3::tsquery`
    }),
  every AS MATERIALIZED (SELECT account_id FROM open UNION SELECT account_id FROM near),
  mine AS MATERIALIZED (SELECT other_id FROM connections WHERE account_id = $1 AND ${isAwake('other_id')}
    LIMIT ${firstSteps}),
  fewer AS MATERIALIZED (SELECT (SELECT count(*) FROM every) <= (SELECT count(*) FROM mine) AS found),
  second AS MATERIALIZED (
    SELECT DISTINCT e.account_id AS other_id FROM every e
      CROSS JOIN LATERAL (SELECT other_id FROM connections WHERE account_id = e.account_id LIMIT ${thirdSide}) n
      JOIN mine ON mine.other_id = n.other_id
    WHERE (SELECT found FROM fewer)
    UNION ALL
    SELECT DISTINCT n.other_id FROM mine m
      CROSS JOIN LATERAL (SELECT other_id FROM connections WHERE account_id = m.other_id LIMIT ${secondSteps}) n
    WHERE NOT (SELECT found FROM fewer)),
  stepped AS (
    SELECT e.account_id, CASE
        WHEN e.account_id = $1 THEN 0
        WHEN c.other_id IS NOT NULL THEN 1
        WHEN d.other_id IS NOT NULL THEN 2
        ELSE 3 END AS step
    FROM every e LEFT JOIN connections c ON c.account_id = $1 AND c.other_id = e.account_id
      LEFT JOIN second d ON d.other_id = e.account_id),
  found AS MATERIALIZED (
    SELECT t.account_id, t.step, s.company_id,
      CASE WHEN t.step <= 1 THEN coalesce(s.near_city, s.city) ELSE s.city END AS city,
      CASE WHEN s.names @@ $4::tsquery THEN 3 WHEN s.names @@ $5::tsquery THEN 2 ELSE ${likeness ? 0 : 1} END AS level
    FROM stepped t JOIN search_people s ON s.account_id = t.account_id, out
    WHERE t.account_id <> ALL (coalesce(out.ids, '{}')) AND (s.until IS NULL OR s.until >= $2::date)
      ${degree === undefined ? '' : `AND t.step = ${degree}`}${degree === 1 ? '' : ''})`;
};

const valuesOf = (reader: Reader, { match, whole, part }: PeopleAsked): unknown[] => [
  reader.account,
  reader.today,
  match,
  whole,
  part,
];
const nameOf = (of: string, { likeness, degree }: PeopleAsked) => `${of}-${likeness}-${degree ?? 'any'}`;

/** A page of those found, with their cards; one more than `most`, where there is one. One statement. */
export async function findPeople(
  db: Queryable,
  reader: Reader,
  asked: PeopleAsked,
  after: PeoplePlace | undefined,
  most: number,
): Promise<FoundRow[]> {
  const { rows } = await db.query<FoundRow>({
    name: nameOf('people', asked),
    text: `${candidates(peopleLimits.ranked, asked)},
      page AS (SELECT * FROM found
        WHERE $6::int IS NULL OR (-level, step, account_id) > (-$6::int, $7::int, $8::uuid)
        ORDER BY level DESC, step, account_id LIMIT $9)
      SELECT ${cardColumns}, page.level, page.step, nullif(page.step, 3) AS degree
      FROM page JOIN accounts a ON a.id = page.account_id JOIN profiles p ON p.account_id = a.id
        ${employerOf('a.id', '$2::date')}
      ORDER BY page.level DESC, page.step, a.id`,
    values: [
      ...valuesOf(reader, asked),
      ...[after?.level ?? null, after?.step ?? null, after?.id ?? null, most + 1],
    ],
  });
  return rows;
}

export interface FacetRow {
  kind: 'total' | 'degree' | 'company' | 'industry' | 'city';
  key: string | null;
  name_zh: string | null;
  name_en: string | null;
  n: number;
}

const { facetCounted, facetValues } = membersLimits;

/** How many of those found are of each kind. One statement. */
export async function countPeople(db: Queryable, reader: Reader, asked: PeopleAsked): Promise<FacetRow[]> {
  const { rows } = await db.query<FacetRow>({
    name: nameOf('people-facets', asked),
    text: `${candidates(facetCounted, asked)}
      SELECT 'total' AS kind, NULL AS key, NULL AS name_zh, NULL AS name_en, count(*)::int AS n FROM found
      UNION ALL SELECT 'degree', step::text, NULL, NULL, count(*)::int FROM found WHERE step IN (1, 2) GROUP BY step
      UNION ALL (SELECT 'company', c.id, c.name_zh, c.name_en, count(*)::int
        FROM found f JOIN companies c ON c.id = f.company_id GROUP BY c.id
        ORDER BY count(*) DESC, c.id LIMIT ${facetValues})
      UNION ALL (SELECT 'industry', c.industry, NULL, NULL, count(*)::int
        FROM found f JOIN companies c ON c.id = f.company_id GROUP BY c.industry
        ORDER BY count(*) DESC, c.industry LIMIT ${facetValues})
      UNION ALL (SELECT 'city', min(city), NULL, NULL, count(*)::int
        FROM found f WHERE city IS NOT NULL GROUP BY lower(city)
        ORDER BY count(*) DESC, lower(city) LIMIT ${facetValues})`,
    values: valuesOf(reader, asked),
  });
  return rows;
}
