-- Order in the named half: what members report, what moderators decide, and what those concerned say to it. Times are days.

-- What is not shown to anybody but its owner, until it is changed (parts of a page) or a moderator takes it back.
ALTER TABLE profiles ADD COLUMN hidden_parts text[] NOT NULL DEFAULT '{}';
ALTER TABLE posts ADD COLUMN hidden boolean NOT NULL DEFAULT false;
ALTER TABLE comments ADD COLUMN hidden boolean NOT NULL DEFAULT false;

-- One row a thing. `subject`: the account, post or comment, of a note to a request whoever asked; `part` of a page, of a
-- note whom it was written to, else empty. `copy`: a note as it was, for it goes with the request.
CREATE TABLE house_cases (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('member', 'part', 'post', 'comment', 'note')),
  subject uuid NOT NULL,
  part text NOT NULL,
  copy text NOT NULL DEFAULT '',
  owner_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  open boolean NOT NULL,
  priority integer NOT NULL,
  assignee uuid REFERENCES accounts ON DELETE SET NULL,
  day date NOT NULL,
  UNIQUE (kind, subject, part)
);
CREATE INDEX house_cases_open ON house_cases (priority DESC, day, id) WHERE open;
CREATE INDEX house_cases_closed ON house_cases (day DESC, id) WHERE NOT open;
CREATE INDEX house_cases_owner ON house_cases (owner_id);
CREATE INDEX house_cases_assignee ON house_cases (assignee) WHERE assignee IS NOT NULL;

-- Once a person and thing. Who reported is told to moderators alone.
CREATE TABLE house_reports (
  case_id uuid NOT NULL REFERENCES house_cases ON DELETE CASCADE,
  reporter_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  reason text NOT NULL,
  words text NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (case_id, reporter_id)
);
CREATE INDEX house_reports_reporter ON house_reports (reporter_id);

CREATE TABLE house_notes (
  case_id uuid NOT NULL REFERENCES house_cases ON DELETE CASCADE,
  n integer NOT NULL,
  staff_id uuid REFERENCES accounts ON DELETE SET NULL,
  words text NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (case_id, n)
);
CREATE INDEX house_notes_staff ON house_notes (staff_id);

-- `staff_id`: who took it, for the rule that another one answers the appeal; readers see the role alone.
CREATE TABLE house_decisions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES house_cases ON DELETE CASCADE,
  owner_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  action text NOT NULL CHECK (action IN ('dismiss', 'hide', 'warn', 'suspend')),
  reason text NOT NULL,
  words text NOT NULL,
  until date,                                    -- last day of a suspension; null: until further notice
  staff_id uuid REFERENCES accounts ON DELETE SET NULL,
  day date NOT NULL,
  undone boolean NOT NULL DEFAULT false
);
CREATE INDEX house_decisions_case ON house_decisions (case_id);
CREATE INDEX house_decisions_owner ON house_decisions (owner_id);
CREATE INDEX house_decisions_staff ON house_decisions (staff_id);
CREATE INDEX house_decisions_day ON house_decisions (day DESC, id);

CREATE TABLE house_appeals (
  decision_id uuid PRIMARY KEY REFERENCES house_decisions ON DELETE CASCADE,
  words text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'granted', 'refused')),
  answer text NOT NULL DEFAULT '',
  staff_id uuid REFERENCES accounts ON DELETE SET NULL,
  day date NOT NULL
);
CREATE INDEX house_appeals_open ON house_appeals (day, decision_id) WHERE state = 'open';
CREATE INDEX house_appeals_staff ON house_appeals (staff_id);

-- Who may not write, and on account of which decision. A row of a day that is over counts for nothing and is swept.
CREATE TABLE suspensions (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  until date,
  decision_id uuid NOT NULL REFERENCES house_decisions ON DELETE CASCADE
);
CREATE INDEX suspensions_decision ON suspensions (decision_id);

-- How often what was decided, by month: public, and outlives whom it was about.
CREATE TABLE house_counts (
  month text NOT NULL,
  action text NOT NULL,
  n integer NOT NULL,
  PRIMARY KEY (month, action)
);
