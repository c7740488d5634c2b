-- Companies as employers: who acts for them, their jobs, and who applied. Times are days; order within a day is by `place`.

-- Members who act for a company. `owner` names the others and hands over, `speaker` keeps the page and answers in the
-- company's name, `recruiter` has its jobs and those who applied. An owner may do all of it.
CREATE TABLE representatives (
  company_id text NOT NULL REFERENCES companies ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'speaker', 'recruiter')),
  PRIMARY KEY (company_id, account_id, role)
);
CREATE INDEX representatives_account ON representatives (account_id);

CREATE TABLE jobs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  company_id text NOT NULL REFERENCES companies ON DELETE CASCADE,
  by_id uuid REFERENCES accounts ON DELETE SET NULL,
  title text NOT NULL,
  role text NOT NULL,                            -- these two of the contract's lists (members/hiring/facts.ts)
  level text NOT NULL,
  city text NOT NULL DEFAULT '',                 -- empty: from anywhere, and then `remote`
  remote boolean NOT NULL DEFAULT false,
  -- Pay of a month, in whole units; without a range its absence is shown. `pay_months`: how many a year.
  pay_min integer,
  pay_max integer,
  pay_currency text NOT NULL DEFAULT 'CNY',
  pay_months smallint NOT NULL DEFAULT 12,
  skills text[] NOT NULL DEFAULT '{}',
  text text NOT NULL,
  open boolean NOT NULL DEFAULT true,
  posted date NOT NULL,
  closes date NOT NULL,                          -- last day; after it the job is closed by itself
  version integer NOT NULL DEFAULT 1,
  CHECK (city <> '' OR remote),
  CHECK ((pay_min IS NULL) = (pay_max IS NULL)),
  CHECK (pay_min <= pay_max)
);
CREATE INDEX jobs_company ON jobs (company_id, posted DESC, id) WHERE open;
CREATE INDEX jobs_closes ON jobs (closes) WHERE open;
CREATE INDEX jobs_by ON jobs (by_id);

-- A file that came with an application: encrypted at rest under a key of its own, which is sealed by the plane's key and
-- goes with the row, so that a file that outlived it in a backup says nothing.
CREATE TABLE application_files (
  id uuid PRIMARY KEY,                           -- its name on the disk, too
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  name text NOT NULL,
  bytes integer NOT NULL,
  sealed_key bytea NOT NULL,
  day date NOT NULL
);
CREATE INDEX application_files_account ON application_files (account_id);

-- Once a member and job. `place`: order within a stage, ascending; `version` grows with each move.
CREATE TABLE applications (
  id uuid PRIMARY KEY,
  job_id uuid NOT NULL REFERENCES jobs ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  stage text NOT NULL DEFAULT 'new' CHECK (stage IN ('new', 'screen', 'interview', 'offer', 'hired', 'declined')),
  place double precision NOT NULL,
  words text NOT NULL DEFAULT '',
  file_id uuid REFERENCES application_files ON DELETE SET NULL,
  referrer_id uuid REFERENCES accounts ON DELETE SET NULL,
  day date NOT NULL,
  withdrawn boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (job_id, account_id)
);
CREATE INDEX applications_account ON applications (account_id);
CREATE INDEX applications_board ON applications (job_id, stage, place, id) WHERE NOT withdrawn;
CREATE INDEX applications_file ON applications (file_id);
CREATE INDEX applications_referrer ON applications (referrer_id);
