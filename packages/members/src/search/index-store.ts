import type { Queryable } from '@teahouse/kit/pool';
import { employerOf } from '../people/cards.ts';
import type { MemberRow, PeopleWords } from './member-words.ts';

/** Whoever changes one of these members waits, so that what is written last was also read last. */
export async function lockMembers(tx: Queryable, accounts: readonly string[]): Promise<void> {
  await tx.query('SELECT FROM profiles WHERE account_id = ANY ($1) ORDER BY account_id FOR UPDATE', [
    accounts,
  ]);
}

/** What these members are found by, as it stands; parts for nobody and what a moderator hid are not read. */
export async function readMembers(
  db: Queryable,
  accounts: readonly string[],
  today: string,
): Promise<MemberRow[]> {
  const { rows } = await db.query<MemberRow>({
    name: 'members-to-index',
    text: `SELECT a.id, a.name,
        CASE WHEN 'headline' = ANY (p.hidden_parts) THEN '' ELSE p.headline END AS headline, w.company_id AS company, w.name_zh, w.name_en, f.industry,
        CASE WHEN w.current THEN (SELECT to_char(e.expires, 'YYYY-MM-DD') FROM employments e
          WHERE e.account_id = a.id AND e.company_id = w.company_id) END AS until,
        (SELECT coalesce(json_agg(json_build_object('section', s.section, 'audience', s.audience, 'content', s.content)), '[]')
         FROM profile_sections s WHERE s.account_id = a.id AND s.audience <> 'nobody'
           AND s.section <> ALL (p.hidden_parts)) AS sections,
        (SELECT coalesce(json_agg(json_build_object('id', e.id, 'zh', c.name_zh, 'en', c.name_en)), '[]')
         FROM employments e JOIN companies c ON c.id = e.company_id WHERE e.account_id = a.id) AS employments
      FROM accounts a JOIN profiles p ON p.account_id = a.id ${employerOf('a.id', '$2::date')}
        LEFT JOIN companies f ON f.id = w.company_id
      WHERE a.id = ANY ($1) AND a.leaves IS NULL`,
    values: [accounts, today],
  });
  return rows;
}

export async function upsertPeople(db: Queryable, rows: readonly PeopleWords[]): Promise<void> {
  const column = <K extends keyof PeopleWords>(key: K) => rows.map((row) => row[key]);
  await db.query({
    name: 'index-people',
    text: `INSERT INTO search_people (account_id, names, words, near, city, near_city, company_id, until)
      SELECT account, names::tsvector, words::tsvector, near::tsvector, city, near_city, company, until
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[])
        AS w (account, names, words, near, city, near_city, company, until)
      ON CONFLICT (account_id) DO UPDATE SET names = excluded.names, words = excluded.words, near = excluded.near,
        city = excluded.city, near_city = excluded.near_city, company_id = excluded.company_id, until = excluded.until`,
    values: [
      ...[column('account'), column('names'), column('words'), column('near')],
      ...[column('city'), column('nearCity'), column('company'), column('until')],
    ],
  });
}

/** Members whose row is of a day that is over. */
export async function listStale(db: Queryable, today: string, most: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT account_id AS id FROM search_people WHERE until < $1 LIMIT $2`,
    [today, most],
  );
  return rows.map(({ id }) => id);
}

/** Members behind `last` whose row is missing, in the order of their ids: nobody who was looked at is looked at again. */
export async function listMissing(db: Queryable, last: string | undefined, most: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT p.account_id AS id FROM profiles p JOIN accounts a ON a.id = p.account_id
     WHERE a.leaves IS NULL AND ($1::uuid IS NULL OR p.account_id > $1)
       AND NOT EXISTS (SELECT FROM search_people s WHERE s.account_id = p.account_id)
     ORDER BY p.account_id LIMIT $2`,
    [last ?? null, most],
  );
  return rows.map(({ id }) => id);
}

export interface CompanyToIndex {
  id: string;
  name_zh: string;
  name_en: string;
  industry: string;
  domains: string[] | null;
}

export async function listCompaniesMissing(db: Queryable, most: number): Promise<CompanyToIndex[]> {
  const { rows } = await db.query<CompanyToIndex>(
    `SELECT c.id, c.name_zh, c.name_en, c.industry,
       (SELECT array_agg(d.domain) FROM company_domains d WHERE d.company_id = c.id) AS domains
     FROM companies c WHERE NOT EXISTS (SELECT FROM search_companies s WHERE s.company_id = c.id) LIMIT $1`,
    [most],
  );
  return rows;
}

export async function upsertCompanies(
  db: Queryable,
  rows: readonly { id: string; names: string }[],
): Promise<void> {
  await db.query(
    `INSERT INTO search_companies (company_id, names)
     SELECT id, names::tsvector FROM unnest($1::text[], $2::text[]) AS w (id, names)
     ON CONFLICT (company_id) DO UPDATE SET names = excluded.names`,
    [rows.map(({ id }) => id), rows.map(({ names }) => names)],
  );
}
