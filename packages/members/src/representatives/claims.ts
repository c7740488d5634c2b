import { createHash } from 'node:crypto';
import { membersLimits } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { limited } from '../letters/resolver.ts';

/** Where the record of a domain stands. */
export const recordName = (domain: string): string => `_teahouse.${domain}`;

/** What it says: of one member and company, from a key of this plane, so that nothing about an attempt is kept. */
export const recordValue = ({ keys }: Pick<Context, 'keys'>, company: string, account: string): string =>
  `teahouse-company=${keys.mac('company-claim', company, account).toString('base64url').slice(0, 32)}`;

/**
 * Notes that a colleague wants to act for the company, for the operator to decide. Twice is no error. Throws
 * `company-unknown`, `no-employment`, `claims-full`.
 */
export async function claimCompany(ctx: Context, account: string, company: string): Promise<void> {
  const { rows } = await ctx.pool.query<{ known: boolean; colleague: boolean; full: boolean }>(
    `WITH known AS MATERIALIZED (SELECT id FROM companies WHERE id = $2 AND status = 'approved'),
     colleague AS MATERIALIZED (
       SELECT FROM employments WHERE account_id = $1 AND company_id = $2 AND expires >= $3::date),
     others AS MATERIALIZED (
       SELECT FROM representative_claims WHERE account_id = $1 AND company_id <> $2),
     claimed AS (INSERT INTO representative_claims (company_id, account_id, day)
       SELECT id, $1::uuid, $3::date FROM known WHERE EXISTS (SELECT FROM colleague)
         AND (SELECT count(*) FROM others) < ${membersLimits.claimsOpen} ON CONFLICT DO NOTHING)
     SELECT EXISTS (SELECT FROM known) AS known, EXISTS (SELECT FROM colleague) AS colleague,
       (SELECT count(*) FROM others) >= ${membersLimits.claimsOpen} AS "full"`,
    [account, company, dayOf(ctx.clock.now())],
  );
  const [row] = rows;
  if (!row?.known) throw fail('company-unknown');
  if (!row.colleague) throw fail('no-employment');
  if (row.full) throw fail('claims-full');
}

/** Takes it back; once it is answered that does nothing. */
export async function withdrawClaim(db: Queryable, account: string, company: string): Promise<void> {
  await db.query('DELETE FROM representative_claims WHERE account_id = $1 AND company_id = $2', [
    account,
    company,
  ]);
}

/**
 * Makes a member an owner when a domain of the company has their record: who can write that speaks for the company.
 * DNS is asked before the transaction. Throws `company-unknown`, `domain-unproven`, `representatives-full`, `too-many`.
 */
export async function claimByDomain(ctx: Context, account: string, company: string): Promise<void> {
  await ctx.guard.beforeDomainProof(account);
  const { rows } = await ctx.pool.query<{ domains: string[] }>(
    `SELECT (SELECT coalesce(array_agg(domain ORDER BY domain), '{}') FROM company_domains WHERE company_id = $1) AS domains
     FROM companies WHERE id = $1 AND status = 'approved'`,
    [company],
  );
  if (!rows[0]) throw fail('company-unknown');
  const domains = rows[0].domains.slice(0, membersLimits.domainsAsked);
  const value = recordValue(ctx, company, account);
  const resolve = limited(ctx.resolve);
  const proofs = await Promise.all(domains.map(async (domain) => hasRecord(resolve, domain, value)));
  if (!proofs.includes(true)) throw fail('domain-unproven');
  await withTransaction(ctx.pool, async (tx) => {
    if (!(await makeOwner(tx, company, account))) throw fail('representatives-full');
    await withdrawClaim(tx, account, company);
  });
}

async function hasRecord(resolve: Context['resolve'], domain: string, value: string): Promise<boolean> {
  try {
    const records = await resolve(recordName(domain), 'TXT');
    return records.some((record) => same(Array.isArray(record) ? record.join('') : record, value));
  } catch {
    return false; // no such name, or nobody answers: it proves nothing
  }
}

const digest = (text: string) => createHash('sha256').update(text.trim()).digest();
const same = (a: string, b: string) => digest(a).equals(digest(b));

/** False when the company has as many representatives as it can have. Alone with the company. Two statements. */
export async function makeOwner(tx: Queryable, company: string, account: string): Promise<boolean> {
  await lockCompany(tx, company);
  const { rows } = await tx.query<{ fits: boolean }>(
    `WITH fits AS MATERIALIZED (SELECT count(DISTINCT account_id) FILTER (WHERE account_id <> $2) < ${membersLimits.representativesMax} AS yes
       FROM representatives WHERE company_id = $1),
     made AS (INSERT INTO representatives (company_id, account_id, role) SELECT $1, $2::uuid, 'owner' FROM fits WHERE yes
       ON CONFLICT DO NOTHING)
     SELECT yes AS fits FROM fits`,
    [company, account],
  );
  return rows[0]?.fits ?? false;
}

/** From here to the end of the transaction nobody else changes who acts for the company. */
export async function lockCompany(tx: Queryable, company: string): Promise<void> {
  await tx.query('SELECT FROM companies WHERE id = $1 FOR UPDATE', [company]);
}

export interface ClaimRow {
  company: string;
  name_zh: string;
  name_en: string;
  member: string;
  name: string;
  day: string;
}

/** Claims that wait, the oldest day first. */
export async function listClaims(db: Queryable): Promise<ClaimRow[]> {
  const { rows } = await db.query<ClaimRow>(
    `SELECT r.company_id AS company, c.name_zh, c.name_en, r.account_id AS member, a.name, r.day::text AS day
     FROM representative_claims r JOIN companies c ON c.id = r.company_id JOIN accounts a ON a.id = r.account_id
     WHERE a.leaves IS NULL ORDER BY r.day, r.company_id, r.account_id LIMIT 200`,
  );
  return rows;
}

/** The operator's answer. Throws `claim-unknown`, `representatives-full`. */
export async function decideClaim(
  ctx: Context,
  i: { company: string; member: string; approve: boolean },
): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    await lockCompany(tx, i.company);
    const { rowCount } = await tx.query(
      'DELETE FROM representative_claims WHERE company_id = $1 AND account_id = $2',
      [i.company, i.member],
    );
    if (rowCount !== 1) throw fail('claim-unknown');
    if (i.approve && !(await makeOwner(tx, i.company, i.member))) throw fail('representatives-full');
  });
}
