import type { Queryable } from '@teahouse/kit/pool';
import type { CompanyRow } from './present.ts';

export type CompanyStatus = 'proposed' | 'approved' | 'rejected';
export interface CompanyStatusRow extends CompanyRow {
  status: CompanyStatus;
}

const columns = `c.id, c.name_zh, c.name_en, c.industry, c.status,
  (SELECT array_agg(d.domain ORDER BY d.domain) FROM company_domains d WHERE d.company_id = c.id) AS domains`;

/** Approved companies whose name or domain holds the text; few, best first. */
export async function searchCompanies(db: Queryable, text: string, most: number): Promise<CompanyRow[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await db.query<CompanyRow>(
    `SELECT ${columns} FROM companies c
     WHERE c.status = 'approved' AND (c.name_zh ILIKE $1 OR c.name_en ILIKE $1
       OR EXISTS (SELECT FROM company_domains d WHERE d.company_id = c.id AND d.domain ILIKE $1))
     ORDER BY length(c.name_en), c.id LIMIT $2`,
    [pattern, most],
  );
  return rows;
}

export async function listByStatus(db: Queryable, status: CompanyStatus): Promise<CompanyStatusRow[]> {
  const { rows } = await db.query<CompanyStatusRow>(
    `SELECT ${columns} FROM companies c WHERE c.status = $1 ORDER BY c.id LIMIT 500`,
    [status],
  );
  return rows;
}

/** The company of a registrable domain, approved or not. */
export async function findByDomain(db: Queryable, domain: string): Promise<CompanyStatusRow | undefined> {
  const { rows } = await db.query<CompanyStatusRow>(
    `SELECT ${columns} FROM companies c JOIN company_domains o ON o.company_id = c.id WHERE o.domain = $1`,
    [domain],
  );
  return rows[0];
}

/** False when the id is in use. */
export async function insertCompany(
  db: Queryable,
  row: { id: string; zh: string; en: string; industry: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO companies (id, name_zh, name_en, industry, status) VALUES ($1, $2, $3, $4, 'proposed')
     ON CONFLICT (id) DO NOTHING`,
    [row.id, row.zh, row.en, row.industry],
  );
  return rowCount === 1;
}

/** False when the domain belongs to a company already. */
export async function insertDomain(db: Queryable, domain: string, company: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'INSERT INTO company_domains (domain, company_id) VALUES ($1, $2) ON CONFLICT (domain) DO NOTHING',
    [domain, company],
  );
  return rowCount === 1;
}

/** The company after the change; nothing when there is no such company in one of the states `from`. */
export async function setStatus(
  db: Queryable,
  company: string,
  from: readonly CompanyStatus[],
  to: CompanyStatus,
): Promise<CompanyStatusRow | undefined> {
  const { rows } = await db.query<CompanyStatusRow>(
    `UPDATE companies c SET status = $3 WHERE c.id = $1 AND c.status = ANY ($2) RETURNING ${columns}`,
    [company, from, to],
  );
  return rows[0];
}

export async function freeDomains(db: Queryable, company: string): Promise<void> {
  await db.query('DELETE FROM company_domains WHERE company_id = $1', [company]);
}

interface ListedCompany {
  id: string;
  name: { zh: string; en: string };
  industry: string;
}

const listed = (condition: string) => `(SELECT coalesce(json_agg(json_build_object(
    'id', id, 'name', json_build_object('zh', name_zh, 'en', name_en), 'industry', industry) ORDER BY id), '[]')
  FROM companies WHERE status = 'approved' AND ${condition})`;

/** All approved companies, and the hash of the directory that was logged last. */
export async function directoryToLog(
  tx: Queryable,
): Promise<{ companies: ListedCompany[]; last: Buffer | null }> {
  const { rows } = await tx.query<{ companies: ListedCompany[]; last: Buffer | null }>(
    `SELECT ${listed('true')} AS companies, (SELECT hash FROM directories ORDER BY logged DESC LIMIT 1) AS last`,
  );
  return rows[0] ?? { companies: [], last: null };
}

/** Notes where the directory as it is now was logged. */
export async function insertDirectory(tx: Queryable, i: { hash: Uint8Array; logged: number }): Promise<void> {
  await tx.query(
    `WITH new AS (UPDATE companies SET logged = $1 WHERE status = 'approved' AND logged IS NULL)
     INSERT INTO directories (logged, hash) VALUES ($1, $2)`,
    [i.logged, Buffer.from(i.hash)],
  );
}

/** The newest directory of a log with so many entries, and the index of its entry; null where it has none yet. */
export async function directoryUpTo(
  db: Queryable,
  size: number,
): Promise<{ companies: ListedCompany[]; logged: number | null }> {
  const { rows } = await db.query<{ companies: ListedCompany[]; logged: string | null }>(
    `SELECT ${listed('logged < $1')} AS companies, (SELECT max(logged) FROM directories WHERE logged < $1) AS logged`,
    [size],
  );
  const { companies = [], logged = null } = rows[0] ?? {};
  return { companies, logged: logged === null ? null : Number(logged) };
}
