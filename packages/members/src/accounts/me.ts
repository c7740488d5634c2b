import type { Company, Evidence, Me } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { dayOf, epochOf, toBase64url } from '@teahouse/protocol';
import { type CompanyRow, presentCompany } from '../companies/present.ts';
import { fail } from '../errors.ts';
import type { Role } from '../roles/store.ts';
import type { Locale } from './types.ts';

interface EmploymentRow {
  id: string;
  evidence: Evidence;
  verified: string;
  expires: string;
  credentialFrom: string | null;
  company: CompanyRow;
}
interface MeRow {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  employments: EmploymentRow[];
  roles: Role[];
  commitments: { from: string; point: string }[];
}

const sql = `
  SELECT a.id, a.email, a.name, a.locale,
    (SELECT coalesce(json_agg(json_build_object(
        'id', e.id, 'evidence', e.evidence, 'verified', e.verified, 'expires', e.expires,
        'credentialFrom', e.credential_from,
        'company', json_build_object('id', c.id, 'name_zh', c.name_zh, 'name_en', c.name_en, 'industry', c.industry,
          'domains', (SELECT json_agg(d.domain ORDER BY d.domain) FROM company_domains d WHERE d.company_id = c.id))
      ) ORDER BY e.expires DESC, c.id), '[]')
     FROM employments e JOIN companies c ON c.id = e.company_id WHERE e.account_id = a.id) AS employments,
    (SELECT coalesce(json_agg(r.role ORDER BY r.role), '[]') FROM staff_roles r WHERE r.account_id = a.id) AS roles,
    (SELECT coalesce(json_agg(json_build_object('from', k.from_epoch, 'point', encode(k.point, 'hex'))
       ORDER BY k.from_epoch), '[]')
     FROM account_commitments k WHERE k.account_id = a.id) AS commitments
  FROM accounts a WHERE a.id = $1`;

/** The member as the member sees it, in one statement. Throws `signed-out` when the account is gone. */
export async function readMe(db: Queryable, account: string, now: Date): Promise<Me> {
  const { rows } = await db.query<MeRow>(sql, [account]);
  const row = rows[0];
  if (!row) throw fail('signed-out');
  return presentMe(row, now);
}

function presentMe(row: MeRow, now: Date): Me {
  const { commitments, employments, ...person } = row;
  return {
    ...person,
    employments: employments.map((employment) => presentEmployment(employment, dayOf(now))),
    committed: commitments.length > 0,
    commitment: presentCommitment(commitments, epochOf(now)),
  };
}

function presentEmployment(
  { company, expires, ...row }: EmploymentRow,
  today: string,
): Me['employments'][number] {
  const standing = expires >= today ? 'current' : 'former';
  return { ...row, expires, standing, company: presentCompany(company) as Company };
}

/** The point in force (or the first one to come), and the epoch from which another takes its place. */
function presentCommitment(rows: MeRow['commitments'], epoch: string): Me['commitment'] {
  const inForce = rows.filter(({ from }) => from <= epoch).at(-1) ?? rows[0];
  if (!inForce) return null;
  const next = rows.find(({ from }) => from > epoch && from > inForce.from);
  return { point: toBase64url(Buffer.from(inForce.point, 'hex')), next: next?.from ?? null };
}
