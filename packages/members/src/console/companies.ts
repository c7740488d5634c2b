import type { ConsoleCompanies, DecideCompany } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import type { z } from 'zod';
import { logDirectory } from '../companies/directory.ts';
import { isFreeMail, registrableDomain } from '../companies/domain.ts';
import { freeDomains, insertDomain, setStatus } from '../companies/store.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { indexCompanies } from '../search/index.ts';
import { type Act, record } from './log.ts';

/** Companies of a status by id, behind one, whose id, name or domain holds the text. One statement. */
export async function listCompanies(
  db: Queryable,
  i: { status: string; q: string; cursor: string | undefined; most: number },
): Promise<ConsoleCompanies> {
  const { rows } = await db.query<ConsoleCompanies['companies'][number]>(
    `SELECT c.id, json_build_object('zh', c.name_zh, 'en', c.name_en) AS name, c.industry, c.status,
       ARRAY(SELECT d.domain FROM company_domains d WHERE d.company_id = c.id ORDER BY d.domain) AS domains,
       (SELECT json_build_object('id', p.id, 'name', json_build_object('zh', p.name_zh, 'en', p.name_en))
         FROM companies p WHERE p.id = c.parent_id) AS parent,
       (SELECT coalesce(json_agg(json_build_object('id', a.id, 'handle', f.handle, 'name', a.name, 'role', r.role)
           ORDER BY r.role, a.name, a.id), '[]')
         FROM representatives r JOIN accounts a ON a.id = r.account_id JOIN profiles f ON f.account_id = a.id
         WHERE r.company_id = c.id) AS representatives
     FROM companies c
     WHERE c.status = $1 AND ($3::text IS NULL OR c.id > $3) AND ($2 = '%%' OR c.id LIKE $2 OR c.name_zh ILIKE $2
       OR c.name_en ILIKE $2 OR EXISTS (SELECT FROM company_domains d WHERE d.company_id = c.id AND d.domain LIKE $2))
     ORDER BY c.id LIMIT $4`,
    [i.status, `%${i.q.replace(/[\\%_]/g, '\\$&')}%`, i.cursor ?? null, i.most + 1],
  );
  const companies = rows.slice(0, i.most);
  return { companies, next: rows.length > i.most ? (companies.at(-1)?.id ?? null) : null };
}

/** Of whom and why, as every change is recorded. */
export type Change = Pick<Act, 'by' | 'reason' | 'day'>;

/**
 * Decides on a proposal, and logs the directory where it grew. Throws `company-unknown`, `company-decided`, and as
 * `LogBook.flush`: it is decided then, and gets into the directory when the log can be written.
 */
export async function decideCompany(
  ctx: Context,
  company: string,
  i: Change & Pick<z.output<typeof DecideCompany>, 'verdict'>,
): Promise<void> {
  const { verdict, ...change } = i;
  const to = verdict === 'approve' ? 'approved' : 'rejected';
  await withTransaction(ctx.pool, async (tx) => {
    if (!(await setStatus(tx, company, ['proposed'], to))) throw await notProposed(tx, company);
    if (verdict === 'approve') await logDirectory(tx, ctx.book);
    else await freeDomains(tx, company);
    await record(tx, { ...change, act: `company-${verdict}`, subject: company });
  });
  if (verdict === 'approve') await ctx.book.flush();
}

async function notProposed(tx: Queryable, company: string) {
  const { rowCount } = await tx.query('SELECT FROM companies WHERE id = $1', [company]);
  return fail(rowCount === 1 ? 'company-decided' : 'company-unknown');
}

interface Locked {
  id: string;
  name_zh: string;
  name_en: string;
  industry: string;
  status: string;
  domains: string[];
}

/** A company that was not rejected, locked until the transaction ends. Throws `company-unknown`. */
async function lockCompany(tx: Queryable, company: string): Promise<Locked> {
  const { rows } = await tx.query<Locked>(
    `SELECT c.id, c.name_zh, c.name_en, c.industry, c.status,
       ARRAY(SELECT d.domain FROM company_domains d WHERE d.company_id = c.id ORDER BY d.domain) AS domains
     FROM companies c WHERE c.id = $1 AND c.status <> 'rejected' FOR UPDATE OF c`,
    [company],
  );
  const [found] = rows;
  if (!found) throw fail('company-unknown');
  return found;
}

/** Throws `domain-invalid`, `free-mail`, `company-unknown`, `domain-taken`. */
export async function addDomain(
  ctx: Context,
  company: string,
  { domain: typed, ...change }: Change & { domain: string },
): Promise<void> {
  const domain = registrableDomain(typed);
  if (domain === undefined) throw fail('domain-invalid');
  if (isFreeMail(domain)) throw fail('free-mail');
  await withTransaction(ctx.pool, async (tx) => {
    const found = await lockCompany(tx, company);
    if (!(await insertDomain(tx, domain, company))) throw fail('domain-taken');
    await indexCompanies(tx, [{ ...found, domains: [...found.domains, domain] }]);
    await record(tx, { ...change, act: 'domain-add', subject: company, value: domain });
  });
}

/** What was verified by it stands until it expires. Throws `company-unknown`, `domain-unknown`, `domain-last`. */
export async function removeDomain(
  ctx: Context,
  company: string,
  { domain, ...change }: Change & { domain: string },
): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    const found = await lockCompany(tx, company);
    const domains = found.domains.filter((one) => one !== domain);
    if (domains.length === found.domains.length) throw fail('domain-unknown');
    if (domains.length === 0) throw fail('domain-last');
    await tx.query('DELETE FROM company_domains WHERE domain = $1 AND company_id = $2', [domain, company]);
    await indexCompanies(tx, [{ ...found, domains }]);
    await record(tx, { ...change, act: 'domain-remove', subject: company, value: domain });
  });
}
