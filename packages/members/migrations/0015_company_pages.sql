-- What companies say of themselves, who asked to act for one, and the keys with which companies answer
-- (docs/decisions/0026). Times are days.

-- Every version stays; the highest is the page. `by_id` is shown to representatives alone.
CREATE TABLE company_versions (
  company_id text NOT NULL REFERENCES companies ON DELETE CASCADE,
  version integer NOT NULL CHECK (version > 0),
  facts jsonb NOT NULL,
  day date NOT NULL,
  by_id uuid REFERENCES accounts ON DELETE SET NULL,
  PRIMARY KEY (company_id, version)
);
CREATE INDEX company_versions_by ON company_versions (by_id);

-- Waits for the operator; gone when that is answered or taken back.
CREATE TABLE representative_claims (
  company_id text NOT NULL REFERENCES companies ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  day date NOT NULL,
  PRIMARY KEY (company_id, account_id)
);
CREATE INDEX representative_claims_account ON representative_claims (account_id);

-- Public keys of representatives, each for one company, with the entries of the log that began and ended it. They stay,
-- as answers signed with them do; whose it was is told to nobody, and without its member a key is ended by the next sweep.
CREATE TABLE company_keys (
  key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
  company_id text NOT NULL,
  account_id uuid REFERENCES accounts ON DELETE SET NULL,
  logged bigint NOT NULL,
  revoked bigint
);
CREATE INDEX company_keys_account ON company_keys (account_id);
CREATE INDEX company_keys_open ON company_keys (company_id) WHERE revoked IS NULL;
