import type { Company } from '@teahouse/contract/members';

export interface CompanyRow {
  id: string;
  name_zh: string;
  name_en: string;
  industry: string;
  domains: string[] | null;
}

export function presentCompany(row: CompanyRow): Company {
  const { id, industry, domains } = row;
  return { id, name: { zh: row.name_zh, en: row.name_en }, industry, domains: domains ?? [] };
}
