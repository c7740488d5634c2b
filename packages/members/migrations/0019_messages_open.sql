-- Words within an application, who is open to work, and which company belongs to which. Times are days; order is by counters
-- or by what is random.

-- Set by the operator, from the console. Whoever belongs together is one employer to who looks for another one.
ALTER TABLE companies ADD COLUMN parent_id text REFERENCES companies ON DELETE SET NULL CHECK (parent_id <> id);
CREATE INDEX companies_parent ON companies (parent_id) WHERE parent_id IS NOT NULL;

-- `n`: order within an application. What a recruiter wrote is the company's, and stays without a name when they leave; all
-- of it goes with the application. Nobody's reading is kept.
CREATE TABLE application_messages (
  id uuid PRIMARY KEY,                           -- of the client, so that what is sent again is there once
  application_id uuid NOT NULL REFERENCES applications ON DELETE CASCADE,
  n integer NOT NULL,
  side text NOT NULL CHECK (side IN ('applicant', 'company')),
  by_id uuid REFERENCES accounts ON DELETE SET NULL,
  text text NOT NULL,
  day date NOT NULL,
  hidden boolean NOT NULL DEFAULT false,         -- by a moderator, from all but who wrote it
  UNIQUE (application_id, n)
);
CREATE INDEX application_messages_by ON application_messages (by_id);

CREATE TABLE message_templates (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  company_id text NOT NULL REFERENCES companies ON DELETE CASCADE,
  by_id uuid REFERENCES accounts ON DELETE SET NULL,
  title text NOT NULL,
  text text NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX message_templates_company ON message_templates (company_id, title, id);
CREATE INDEX message_templates_by ON message_templates (by_id);

-- What is told of an application goes with it.
CREATE FUNCTION drop_application_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM notices WHERE subject = OLD.id AND kind = 'message';
  RETURN NULL;
END $$;
CREATE TRIGGER applications_notices_gone AFTER DELETE ON applications
  FOR EACH ROW EXECUTE FUNCTION drop_application_notices();

-- Who wants to be found by recruiters, and for what. The row is the wish: it is deleted with it, and has no day.
CREATE TABLE open_to_work (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  roles text[] NOT NULL,                         -- of the contract's list, as is `levels` (members/hiring/facts.ts)
  levels text[] NOT NULL,
  cities text[] NOT NULL,
  folded text[] NOT NULL,                        -- the same cities as they are compared
  remote boolean NOT NULL,
  words text NOT NULL
);

-- Companies whose people never see it, as the member says; besides those that are worked out (open/sight.ts).
CREATE TABLE open_hidden (
  account_id uuid NOT NULL REFERENCES open_to_work ON DELETE CASCADE,
  company_id text NOT NULL REFERENCES companies ON DELETE CASCADE,
  PRIMARY KEY (account_id, company_id)
);

-- Every company that somebody has, had or claims to have to do with, on whatever ground.
CREATE VIEW employer_ties AS
  SELECT account_id, company_id FROM employments
  UNION ALL SELECT account_id, company_id FROM work_codes
  UNION ALL SELECT account_id, company_id FROM letter_codes WHERE company_id IS NOT NULL
  UNION ALL SELECT account_id, company_id FROM badges
  UNION ALL SELECT account_id, company_id FROM representatives
  UNION ALL SELECT account_id, company_id FROM representative_claims
  UNION ALL SELECT account_id, company_id FROM open_hidden;

-- A company's name as it is compared with what somebody typed: one form of each character, no blanks, no marks.
CREATE FUNCTION plain_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT regexp_replace(lower(normalize(name, NFKC)), '[[:space:][:punct:]]+', '', 'g') $$;

-- Two plain names may be of one company: the same, or one of them is in the other and long enough to say something.
CREATE FUNCTION may_be_one(one text, other text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT one = other OR (least(octet_length(one), octet_length(other)) >= 4
    AND (strpos(one, other) > 0 OR strpos(other, one) > 0)) $$;

-- Once a member and job. One that was dismissed stays for a while, so that nobody is asked again at once.
CREATE TABLE job_invitations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  job_id uuid NOT NULL REFERENCES jobs ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  by_id uuid REFERENCES accounts ON DELETE SET NULL,
  note text NOT NULL,
  day date NOT NULL,
  hidden boolean NOT NULL DEFAULT false,         -- the note, by a moderator
  dismissed boolean NOT NULL DEFAULT false,
  UNIQUE (job_id, account_id)
);
CREATE INDEX job_invitations_account ON job_invitations (account_id);
CREATE INDEX job_invitations_by ON job_invitations (by_id);
CREATE INDEX job_invitations_day ON job_invitations (day);

ALTER TABLE house_cases DROP CONSTRAINT house_cases_kind_check;
ALTER TABLE house_cases ADD CONSTRAINT house_cases_kind_check
  CHECK (kind IN ('member', 'part', 'post', 'comment', 'note', 'message', 'invitation'));
