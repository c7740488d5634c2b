-- Profiles in parts, and what the network needs to find members by. Times are days, as everywhere about members.

ALTER TABLE profiles
  ADD COLUMN version int NOT NULL DEFAULT 0,     -- of headline, address, and the two below
  -- Who finds the page. Nobody's page is open to the world until its owner says so.
  ADD COLUMN page text NOT NULL DEFAULT 'members' CHECK (page IN ('members', 'everyone')),
  ADD COLUMN indexable boolean NOT NULL DEFAULT false;

-- One row a part, with its audience beside it: what may be read is decided in SQL, in one place (people/audience.ts).
CREATE TABLE profile_sections (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  section text NOT NULL,
  audience text NOT NULL CHECK (audience IN ('nobody', 'connections', 'members', 'everyone')),
  version int NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (account_id, section)
);

-- Schools by which members are suggested to each other; only of those whose education every member may see.
CREATE TABLE profile_schools (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  school text NOT NULL,                          -- folded: profile/school.ts
  name text NOT NULL,                            -- as this member writes it
  PRIMARY KEY (account_id, school)
);
CREATE INDEX profile_schools_school ON profile_schools (school, account_id);
CREATE INDEX employments_company ON employments (company_id, account_id);

-- A request that was taken back stays until its day is over, so that the day's share counts it, and as long as one
-- that was declined would: taking it back and asking again must not ask the other one again.
ALTER TABLE connection_requests ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;

-- Suggestions that a member wants no more of.
CREATE TABLE dismissed_suggestions (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  other_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  PRIMARY KEY (account_id, other_id)
);
CREATE INDEX dismissed_suggestions_other ON dismissed_suggestions (other_id);
