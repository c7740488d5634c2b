import { type CompanyFacts, membersLimits, type RepresentativeRole } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import type { CompanyRow } from '../companies/present.ts';
import { employerOf, isAwake, isUnblocked, type Reader } from '../people/cards.ts';
import { actsFor } from '../representatives/store.ts';

export interface PageRow extends CompanyRow {
  facts: CompanyFacts | null;
  version: number;
  headcount: number;
  following: boolean;
  known: string[];
  jobs: { id: string; title: string; city: string; remote: boolean }[];
  open_jobs: number;
  roles: RepresentativeRole[];
}

/** `$1` the company, `$2` the reader or null, `$3` the day. Whoever knows nobody is asked for nothing. */
const pageText = `WITH known AS MATERIALIZED (
    SELECT k.other_id AS id FROM connections k
      JOIN employments e ON e.account_id = k.other_id AND e.company_id = $1 AND e.expires >= $3::date
      ${employerOf('k.other_id', '$3::date')}
    WHERE k.account_id = $2::uuid AND w.company_id = $1 AND ${isUnblocked('$2::uuid', 'k.other_id')}
    ORDER BY k.other_id LIMIT ${membersLimits.knownCounted}),
  open AS MATERIALIZED (
    SELECT id, title, city, remote, posted FROM jobs WHERE company_id = $1 AND open AND closes >= $3::date)
  SELECT c.id, c.name_zh, c.name_en, c.industry,
    (SELECT array_agg(d.domain ORDER BY d.domain) FROM company_domains d WHERE d.company_id = c.id) AS domains,
    v.facts, coalesce(v.version, 0) AS version,
    (SELECT count(*)::int FROM employments e WHERE e.company_id = $1 AND e.expires >= $3::date AND ${isAwake('e.account_id')}) AS headcount,
    EXISTS (SELECT FROM company_follows WHERE follower_id = $2::uuid AND company_id = $1) AS following,
    (SELECT coalesce(array_agg(id), '{}') FROM known) AS known,
    (SELECT coalesce(json_agg(j), '[]') FROM (SELECT id, title, city, remote FROM open
       ORDER BY posted DESC, id LIMIT ${membersLimits.jobsOnPage}) AS j) AS jobs,
    (SELECT count(*)::int FROM open) AS open_jobs,
    (SELECT coalesce(array_agg(role ORDER BY role), '{}') FROM representatives
      WHERE company_id = $1 AND account_id = $2::uuid) AS roles
  FROM companies c LEFT JOIN LATERAL (
    SELECT facts, version FROM company_versions WHERE company_id = c.id ORDER BY version DESC LIMIT 1) AS v ON true
  WHERE c.id = $1 AND c.status = 'approved'`;

/** One statement; undefined when there is no such company that was approved. */
export async function readPage(
  db: Queryable,
  company: string,
  { account, today }: Reader,
): Promise<PageRow | undefined> {
  const { rows } = await db.query<PageRow>({
    ...{ name: 'company-page', text: pageText, values: [company, account ?? null, today] },
  });
  return rows[0];
}

export interface VersionRow {
  version: number;
  day: string;
  facts: CompanyFacts;
  by: string | null;
}

/** Newest first; who wrote one is told to those who act for the company. One statement; undefined without the company. */
export async function readVersions(
  db: Queryable,
  company: string,
  reader: string | undefined,
): Promise<VersionRow[] | undefined> {
  const { rows } = await db.query<{ versions: VersionRow[] }>(
    `SELECT (SELECT coalesce(json_agg(json_build_object('version', v.version, 'day', v.day, 'facts', v.facts,
         'by', CASE WHEN ${actsFor('$2::uuid', '$1', 'speaker')} THEN a.name END) ORDER BY v.version DESC), '[]')
       FROM (SELECT * FROM company_versions WHERE company_id = $1 ORDER BY version DESC
         LIMIT ${membersLimits.companyVersionsShown}) AS v LEFT JOIN accounts a ON a.id = v.by_id AND a.leaves IS NULL) AS versions
     FROM companies WHERE id = $1 AND status = 'approved'`,
    [company, reader ?? null],
  );
  return rows[0]?.versions;
}

/**
 * Writes the next version after the one that was read. `right`: whether the member may; `written`: false as well when
 * another came between. One statement.
 */
export async function writeVersion(
  db: Queryable,
  i: { company: string; by: string; version: number; facts: CompanyFacts; day: string },
): Promise<{ right: boolean; written: boolean }> {
  const { rows } = await db.query<{ right: boolean; written: boolean }>(
    `WITH may AS MATERIALIZED (SELECT ${actsFor('$2::uuid', '$1', 'speaker')} AS yes),
     written AS (INSERT INTO company_versions (company_id, version, facts, day, by_id)
       SELECT $1, $3::int + 1, $4, $5, $2::uuid WHERE (SELECT yes FROM may)
         AND $3::int = (SELECT coalesce(max(version), 0) FROM company_versions WHERE company_id = $1)
       ON CONFLICT DO NOTHING RETURNING 1)
     SELECT (SELECT yes FROM may) AS right, EXISTS (SELECT FROM written) AS written`,
    [i.company, i.by, i.version, JSON.stringify(i.facts), i.day],
  );
  return rows[0] ?? { right: false, written: false };
}

/** False when there is no such company. */
export async function insertFollow(db: Queryable, account: string, company: string): Promise<boolean> {
  const { rows } = await db.query<{ known: boolean }>(
    `WITH known AS (SELECT id FROM companies WHERE id = $2 AND status = 'approved'),
     followed AS (INSERT INTO company_follows (follower_id, company_id) SELECT $1, id FROM known ON CONFLICT DO NOTHING)
     SELECT EXISTS (SELECT FROM known) AS known`,
    [account, company],
  );
  return rows[0]?.known ?? false;
}

export async function deleteFollow(db: Queryable, account: string, company: string): Promise<void> {
  await db.query('DELETE FROM company_follows WHERE follower_id = $1 AND company_id = $2', [
    account,
    company,
  ]);
}
