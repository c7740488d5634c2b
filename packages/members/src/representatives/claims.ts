import { createHash } from 'node:crypto';
import { membersLimits } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { monthsAfter } from '../days.ts';
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
       SELECT FROM representative_claims WHERE account_id = $1 AND company_id <> $2 AND refused IS NULL),
     claimed AS (INSERT INTO representative_claims (company_id, account_id, day)
       SELECT id, $1::uuid, $3::date FROM known WHERE EXISTS (SELECT FROM colleague)
         AND (SELECT count(*) FROM others) < ${membersLimits.claimsOpen}
       ON CONFLICT (company_id, account_id) DO UPDATE SET day = excluded.day, refused = NULL
         WHERE representative_claims.refused IS NOT NULL)
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

/** Last day of roles that rest on no employment, given on this day. */
export const lastDay = (now: Date): string => monthsAfter(now, membersLimits.representativeMonths);

/**
 * Makes a member an owner when a domain of the company has their record: who can write that speaks for the company. Asked
 * again it counts from that day on. DNS is asked before the transaction. Throws `company-unknown`, `domain-unproven`, `representatives-full`, `too-many`.
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
    const until = lastDay(ctx.clock.now());
    if (!(await makeOwner(tx, { company, account, until }))) throw fail('representatives-full');
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

/**
 * False when the company has as many representatives as it can have. `until`: the last day of all their roles, also where
 * no employment holds them any more; null leaves that as it is. Alone with the company. Two statements.
 */
async function makeOwner(
  tx: Queryable,
  { company, account, until }: { company: string; account: string; until: string | null },
): Promise<boolean> {
  await lockCompany(tx, company);
  const { rows } = await tx.query<{ fits: boolean }>(
    `WITH fits AS MATERIALIZED (SELECT count(DISTINCT account_id) FILTER (WHERE account_id <> $2) < ${membersLimits.representativesMax} AS yes
       FROM representatives WHERE company_id = $1),
     held AS (UPDATE representatives SET until = $3 WHERE company_id = $1 AND account_id = $2 AND role <> 'owner'
       AND $3::date IS NOT NULL),
     made AS (INSERT INTO representatives (company_id, account_id, role, until)
       SELECT $1, $2::uuid, 'owner', $3::date FROM fits WHERE yes
       ON CONFLICT (company_id, account_id, role) DO UPDATE SET until = coalesce(excluded.until, representatives.until))
     SELECT yes AS fits FROM fits`,
    [company, account, until],
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
     WHERE a.leaves IS NULL AND r.refused IS NULL ORDER BY r.day, r.company_id, r.account_id LIMIT 200`,
  );
  return rows;
}

/**
 * The operator's answer, in a transaction of at most three statements: whoever is still verified there becomes an owner, or
 * reads why not. Returns the member's name and handle. Throws `claim-unknown`, `representatives-full`.
 */
export async function decideClaim(
  tx: Queryable,
  i: { company: string; member: string; today: string; approve: boolean; words: string },
): Promise<string> {
  const { company, member: account, words } = i;
  const { rows } = await tx.query<{ subject: string }>(
    `WITH claim AS MATERIALIZED (SELECT r.account_id FROM representative_claims r
       JOIN employments e ON e.account_id = r.account_id AND e.company_id = r.company_id AND e.expires >= $3::date
       WHERE r.company_id = $1 AND r.account_id = $2 AND r.refused IS NULL FOR UPDATE OF r),
     ${
       i.approve
         ? 'decided AS (DELETE FROM representative_claims WHERE company_id = $1 AND account_id IN (SELECT account_id FROM claim) AND $4::text IS NOT NULL)'
         : 'decided AS (UPDATE representative_claims SET refused = $4 WHERE company_id = $1 AND account_id IN (SELECT account_id FROM claim))'
     }
     SELECT a.name || ' · ' || p.handle AS subject FROM claim
     JOIN accounts a ON a.id = claim.account_id JOIN profiles p ON p.account_id = a.id`,
    [company, account, i.today, words],
  );
  const [found] = rows;
  if (!found) throw fail('claim-unknown');
  const done = !i.approve || (await makeOwner(tx, { company, account, until: null }));
  if (!done) throw fail('representatives-full');
  return found.subject;
}
