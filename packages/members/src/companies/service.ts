import { randomBytes } from 'node:crypto';
import { withTransaction } from '@teahouse/kit/pool';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { indexCompanies } from '../search/index.ts';
import { logDirectory } from './directory.ts';
import { companyName, companySlug, isFreeMail, registrableDomain } from './domain.ts';
import { isIndustry } from './industries.ts';
import * as store from './store.ts';

const invalid = (field: string, message: string) =>
  fail('invalid-input', { issues: [{ path: `body.${field}`, message }] });

/**
 * Proposes a company and returns its id; an operator approves it. Who proposed it is not kept.
 * Throws `invalid-input`, `free-mail`, `company-name`, `domain-taken`.
 */
export async function proposeCompany(
  ctx: Context,
  i: { name: { zh: string; en: string }; industry: string; domain: string },
): Promise<string> {
  if (!isIndustry(i.industry)) throw invalid('industry', 'not an industry of the directory');
  const domain = registrableDomain(i.domain);
  if (domain === undefined) throw invalid('domain', 'not a domain somebody could have registered');
  if (isFreeMail(i.domain)) throw fail('free-mail');
  const [zh, en] = [companyName(i.name.zh), companyName(i.name.en)];
  if (zh === undefined || en === undefined) throw fail('company-name');
  return withTransaction(ctx.pool, async (tx) => {
    const slug = companySlug(en, domain);
    const ids = [slug, `${slug}-${randomBytes(3).toString('hex')}`];
    for (const id of ids) {
      if (!(await store.insertCompany(tx, { id, zh, en, industry: i.industry }))) continue;
      if (!(await store.insertDomain(tx, domain, id))) throw fail('domain-taken');
      const { industry } = i;
      await indexCompanies(tx, [{ id, name_zh: zh, name_en: en, industry, domains: [domain] }]);
      return id;
    }
    throw fail('domain-taken'); // two random ids in use: never, unless the same proposal races itself
  });
}

/**
 * Approves a proposed company, and logs the directory with it. Approving twice is no error. Throws `company-unknown`,
 * and as `LogBook.flush`: the company is approved then, and gets into the directory when the log can be written.
 */
export async function approveCompany(ctx: Context, company: string): Promise<store.CompanyStatusRow> {
  const row = await withTransaction(ctx.pool, async (tx) => {
    const approved = await store.setStatus(tx, company, ['proposed', 'approved'], 'approved');
    if (!approved) throw fail('company-unknown');
    await logDirectory(tx, ctx.book);
    return approved;
  });
  await ctx.book.flush();
  return row;
}

/** Rejects a proposed company and frees its domain for another proposal. Throws `company-unknown`. */
export async function rejectCompany(ctx: Context, company: string): Promise<store.CompanyStatusRow> {
  return withTransaction(ctx.pool, async (tx) => {
    const row = await store.setStatus(tx, company, ['proposed', 'rejected'], 'rejected');
    if (!row) throw fail('company-unknown');
    await store.freeDomains(tx, company);
    return { ...row, domains: [] };
  });
}
