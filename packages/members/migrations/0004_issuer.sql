CREATE TABLE issuer_keys (
  id text PRIMARY KEY,
  public_key bytea NOT NULL
);

-- Epochs whose first batch is out. One key signs a whole epoch.
CREATE TABLE issued_epochs (
  epoch text PRIMARY KEY,
  key_id text NOT NULL REFERENCES issuer_keys
);

-- Written by batches only, each in one transaction and in random order; when a member fetches is not kept.
CREATE TABLE credentials (
  employment_id uuid NOT NULL REFERENCES employments ON DELETE CASCADE,
  epoch text NOT NULL,
  standing text NOT NULL CHECK (standing IN ('current', 'former')),
  company_id text NOT NULL,
  industry text NOT NULL,
  evidence text NOT NULL,
  key_id text NOT NULL REFERENCES issuer_keys,
  signature bytea NOT NULL,
  PRIMARY KEY (employment_id, epoch, standing)
);
CREATE INDEX credentials_epoch ON credentials (epoch);

-- Exact counts of an epoch, frozen with its first batch (protocol.md 1.3).
CREATE TABLE credential_counts (
  epoch text NOT NULL REFERENCES issued_epochs,
  company_id text NOT NULL,
  industry text NOT NULL,
  standing text NOT NULL,
  evidence text NOT NULL,
  n integer NOT NULL CHECK (n > 0),
  PRIMARY KEY (epoch, company_id, industry, standing, evidence)
);
