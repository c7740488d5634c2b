import type { RepresentativeRole } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';

/**
 * SQL that says whether a member acts for a company in this role, or as its owner. `account` and `company` are SQL
 * expressions. For a condition in the statement that reads or writes, so that no right is looked up and then acted upon.
 */
export const actsFor = (account: string, company: string, role: RepresentativeRole): string =>
  `EXISTS (SELECT FROM representatives rep WHERE rep.company_id = ${company} AND rep.account_id = ${account}
     AND rep.role IN ('owner', '${role}'))`;

/** SQL that says whether a member is verified at a company on a day. All three are SQL expressions. */
export const isVerified = (account: string, company: string, today: string): string =>
  `EXISTS (SELECT FROM employments job WHERE job.account_id = ${account} AND job.company_id = ${company}
     AND job.expires >= ${today})`;

/** What the member may do in the name of each company. One statement. */
export async function readRoles(
  db: Queryable,
  account: string,
): Promise<{ company: string; roles: RepresentativeRole[] }[]> {
  const { rows } = await db.query<{ company: string; roles: RepresentativeRole[] }>(
    `SELECT company_id AS company, array_agg(role ORDER BY role) AS roles FROM representatives
     WHERE account_id = $1 GROUP BY company_id ORDER BY company_id`,
    [account],
  );
  return rows;
}
