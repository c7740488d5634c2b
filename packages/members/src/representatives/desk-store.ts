import type { RepresentativeRole } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isVerified } from './store.ts';

export interface DeskRow {
  id: string;
  name_zh: string;
  name_en: string;
  domains: string[];
  roles: RepresentativeRole[];
  colleague: boolean;
  claimed: boolean;
  refused: string | null;
  /** Of all who act for the company; empty for who is none of them. */
  representatives: { member: string; roles: RepresentativeRole[]; until: string | null }[];
  keys: Buffer[];
}

/** How a member stands to a company. One statement; undefined when there is no such company that was approved. */
export async function readDesk(
  db: Queryable,
  i: { company: string; account: string; today: string },
): Promise<DeskRow | undefined> {
  const { rows } = await db.query<DeskRow>(
    `WITH own AS MATERIALIZED (SELECT role FROM representatives WHERE company_id = $1 AND account_id = $2)
     SELECT c.id, c.name_zh, c.name_en,
       (SELECT coalesce(array_agg(domain ORDER BY domain), '{}') FROM company_domains WHERE company_id = $1) AS domains,
       (SELECT coalesce(array_agg(role ORDER BY role), '{}') FROM own) AS roles,
       EXISTS (SELECT FROM employments WHERE account_id = $2 AND company_id = $1 AND expires >= $3::date) AS colleague,
       EXISTS (SELECT FROM representative_claims WHERE account_id = $2 AND company_id = $1 AND refused IS NULL) AS claimed,
       (SELECT refused FROM representative_claims WHERE account_id = $2 AND company_id = $1) AS refused,
       (SELECT coalesce(json_agg(r ORDER BY r.member), '[]') FROM (
          SELECT p.account_id AS member, array_agg(p.role ORDER BY p.role) AS roles,
            CASE WHEN NOT ${isVerified('p.account_id', '$1', '$3::date')} THEN max(p.until) END AS until
          FROM representatives p WHERE p.company_id = $1 AND EXISTS (SELECT FROM own) GROUP BY p.account_id) AS r) AS representatives,
       (SELECT coalesce(array_agg(key ORDER BY logged), '{}') FROM company_keys
         WHERE company_id = $1 AND account_id = $2 AND revoked IS NULL) AS keys
     FROM companies c WHERE c.id = $1 AND c.status = 'approved'`,
    [i.company, i.account, i.today],
  );
  return rows[0];
}

/** Companies that a member acts for. One statement. */
export async function listOwn(
  db: Queryable,
  account: string,
): Promise<{ id: string; name_zh: string; name_en: string; roles: RepresentativeRole[] }[]> {
  const { rows } = await db.query<{
    id: string;
    name_zh: string;
    name_en: string;
    roles: RepresentativeRole[];
  }>(
    `SELECT c.id, c.name_zh, c.name_en, array_agg(r.role ORDER BY r.role) AS roles
     FROM representatives r JOIN companies c ON c.id = r.company_id AND c.status = 'approved'
     WHERE r.account_id = $1 GROUP BY c.id ORDER BY c.id`,
    [account],
  );
  return rows;
}
