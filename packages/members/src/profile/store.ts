import type { Audience, Section } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import type { Asking } from '../asking.ts';
import { type NearRow, nearParts } from '../network/near.ts';
import { mayRead } from '../people/audience.ts';
import { type CardRow, cardColumns, employerOf, isUnblocked } from '../people/cards.ts';

export interface SectionRow {
  content: unknown;
  audience: Audience;
  version: number;
}
/** A verified employment, as a place of work refers to it. */
export interface VerifiedRow {
  id: string;
  company: string;
  name_zh: string;
  name_en: string;
  month: string;
  current: boolean;
}
export interface ProfileRow extends Omit<CardRow, 'degree'> {
  version: number;
  page: 'members' | 'everyone';
  indexable: boolean;
  sections: Partial<Record<Section, SectionRow>> | null;
  employments: VerifiedRow[];
}

/** One profile with the parts that the reader `$1` may read, on the day `$2`; `which` says whose. */
const select = (
  which: string,
  columns = cardColumns,
): string => `SELECT ${columns}, p.version, p.page, p.indexable,
    (SELECT json_object_agg(s.section, json_build_object(
        'content', s.content, 'audience', s.audience, 'version', s.version))
     FROM profile_sections s
     WHERE s.account_id = a.id AND ${mayRead('$1::uuid', 'a.id', 's.audience')}
       AND (s.section <> ALL (p.hidden_parts) OR a.id = $1)) AS sections,
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'company', c.id, 'name_zh', c.name_zh,
        'name_en', c.name_en, 'month', to_char(e.verified, 'YYYY-MM'), 'current', e.expires >= $2::date)), '[]')
     FROM employments e JOIN companies c ON c.id = e.company_id WHERE e.account_id = a.id) AS employments
  FROM profiles p JOIN accounts a ON a.id = p.account_id ${employerOf('a.id', '$2::date')}
  WHERE ${which}`;

const page = select(`p.handle = $3 AND ($1::uuid IS NOT NULL OR p.page = 'everyone')
      AND ${isUnblocked('$1::uuid', 'a.id')}`);
const near = nearParts('$1::uuid', '(SELECT id FROM person)');
const pageAndNear = `WITH person AS MATERIALIZED (${page}), ${near.with}
  SELECT person.*, ${near.columns} FROM person, ${near.from}`;

/** The page at an address for a member, with how far they are: no row where there is none, or none for this reader. */
export const askPerson =
  (handle: string): Asking =>
  ({ account, today }) => ({ name: 'person-near', text: pageAndNear, values: [account, today, handle] });
export type PersonRow = ProfileRow & NearRow;

/** The page at an address as a visitor sees it; undefined where there is none for visitors. One statement. */
export async function readPublic(
  db: Queryable,
  today: string,
  handle: string,
): Promise<ProfileRow | undefined> {
  const { rows } = await db.query<ProfileRow>({ name: 'person', text: page, values: [null, today, handle] });
  return rows[0];
}

/** The owner sees what a moderator hid. */
const ownColumns =
  'a.id, p.handle, a.name, p.headline, p.photo, w.company_id AS company, w.name_zh, w.name_en, w.current';

/** A member's own profile, whole. */
export async function readOwn(
  db: Queryable,
  account: string,
  today: string,
): Promise<ProfileRow | undefined> {
  const { rows } = await db.query<ProfileRow>({
    name: 'own-profile',
    text: select('a.id = $1', ownColumns),
    values: [account, today],
  });
  return rows[0];
}

export interface Head {
  version: number;
  handle: string;
  headline: string;
  page: string;
  indexable: boolean;
}

/** False when it is of another version by now. Throws Postgres's 23505 when the address is somebody else's. */
export async function updateHead(db: Queryable, account: string, head: Head): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE profiles SET handle = $3, headline = $4, page = $5, indexable = $6, version = version + 1,
       hidden_parts = CASE WHEN headline = $4 THEN hidden_parts ELSE array_remove(hidden_parts, 'headline') END
     WHERE account_id = $1 AND version = $2`,
    [account, head.version, head.handle, head.headline, head.page, head.indexable],
  );
  return rowCount === 1;
}

export interface WrittenSection {
  account: string;
  section: Section;
  audience: Audience;
  version: number;
  content: unknown;
}

/** Two at once are one after the other, and the second finds another version. `$1` … `$5` as in `values`. */
const upsert = `INSERT INTO profile_sections (account_id, section, audience, version, content)
  SELECT $1, $2, $3, 1, $4 WHERE $5 = 0 OR EXISTS (SELECT FROM profile_sections WHERE account_id = $1 AND section = $2)
  ON CONFLICT (account_id, section) DO UPDATE
    SET audience = excluded.audience, content = excluded.content, version = profile_sections.version + 1
    WHERE profile_sections.version = $5
  RETURNING version`;

/** A part that says something else is shown again: what stood there before is what a moderator hid. Before the write. */
const showAgain = (db: Queryable, { account, section, version, content }: WrittenSection) =>
  db.query(
    `UPDATE profiles p SET hidden_parts = array_remove(hidden_parts, $2)
     WHERE account_id = $1 AND $2 = ANY (hidden_parts) AND EXISTS (SELECT FROM profile_sections s
       WHERE s.account_id = $1 AND s.section = $2 AND s.version = $3 AND s.content <> $4::jsonb)`,
    [account, section, version, JSON.stringify(content)],
  );

const valuesOf = ({ account, section, audience, content, version }: WrittenSection): unknown[] => [
  account,
  section,
  audience,
  JSON.stringify(content),
  version,
];

/** False when the part is of another version by now. */
export async function upsertSection(db: Queryable, row: WrittenSection): Promise<boolean> {
  await showAgain(db, row);
  const { rowCount } = await db.query(upsert, valuesOf(row));
  return rowCount === 1;
}

/** The same for education, with the schools by which its owner is found: none where not every member may see them. */
export async function upsertEducation(
  db: Queryable,
  row: WrittenSection,
  schools: readonly { school: string; name: string }[],
): Promise<boolean> {
  await showAgain(db, row);
  const { rows } = await db.query<{ version: number }>(
    `WITH written AS (${upsert}),
     gone AS (DELETE FROM profile_schools WHERE account_id = $1 AND school <> ALL ($6::text[])
       AND EXISTS (SELECT FROM written)),
     added AS (INSERT INTO profile_schools (account_id, school, name)
       SELECT $1, s.school, s.name FROM unnest($6::text[], $7::text[]) AS s (school, name)
       WHERE EXISTS (SELECT FROM written)
       ON CONFLICT (account_id, school) DO UPDATE SET name = excluded.name)
     SELECT version FROM written`,
    [...valuesOf(row), schools.map(({ school }) => school), schools.map(({ name }) => name)],
  );
  return rows.length === 1;
}

/** Whether all these employments are the account's own. */
export async function ownsEmployments(
  db: Queryable,
  account: string,
  ids: readonly string[],
): Promise<boolean> {
  const { rows } = await db.query<{ own: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM unnest($2::uuid[]) AS i (id)
       WHERE NOT EXISTS (SELECT FROM employments e WHERE e.id = i.id AND e.account_id = $1)) AS own`,
    [account, ids],
  );
  return rows[0]?.own === true;
}
