CREATE TABLE companies (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name_zh text NOT NULL,
  name_en text NOT NULL,
  industry text NOT NULL,                        -- an id of companies/industries.ts
  status text NOT NULL CHECK (status IN ('proposed', 'approved', 'rejected'))
);

-- Registrable domains; a sub-domain counts as its domain. Who proposed a company is not kept.
CREATE TABLE company_domains (
  domain text PRIMARY KEY,
  company_id text NOT NULL REFERENCES companies ON DELETE CASCADE
);
CREATE INDEX company_domains_company ON company_domains (company_id);
