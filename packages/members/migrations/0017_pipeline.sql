-- The recruiter's board: labels, notes, and the stages an application came to. None of it is ever shown to who applied.

CREATE TABLE hire_labels (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  company_id text NOT NULL REFERENCES companies ON DELETE CASCADE,
  name text NOT NULL,
  tone text NOT NULL,                            -- of the contract's list (members/pipeline/schemas.ts)
  UNIQUE (company_id, name)
);

CREATE TABLE application_labels (
  application_id uuid NOT NULL REFERENCES applications ON DELETE CASCADE,
  label_id uuid NOT NULL REFERENCES hire_labels ON DELETE CASCADE,
  PRIMARY KEY (application_id, label_id)
);
CREATE INDEX application_labels_label ON application_labels (label_id);

-- `n` keeps their order on an application, and tells no time.
CREATE TABLE application_notes (
  id uuid PRIMARY KEY,                           -- made up by who writes, so that a note sent twice is there once
  application_id uuid NOT NULL REFERENCES applications ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  n integer NOT NULL,
  text text NOT NULL,
  day date NOT NULL
);
CREATE INDEX application_notes_application ON application_notes (application_id, n);
CREATE INDEX application_notes_account ON application_notes (account_id);

-- Stages by day, and not by whom: which recruiter works on which days is nobody's business. `version`: of the application.
CREATE TABLE application_stages (
  application_id uuid NOT NULL REFERENCES applications ON DELETE CASCADE,
  version integer NOT NULL,
  stage text NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (application_id, version)
);

-- Who withdraws takes along what others wrote of them, whichever way that goes.
CREATE FUNCTION drop_application_talk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM application_labels WHERE application_id = NEW.id;
  DELETE FROM application_notes WHERE application_id = NEW.id;
  DELETE FROM application_stages WHERE application_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER applications_withdrawn AFTER UPDATE OF withdrawn ON applications
  FOR EACH ROW WHEN (NEW.withdrawn AND NOT OLD.withdrawn) EXECUTE FUNCTION drop_application_talk();
