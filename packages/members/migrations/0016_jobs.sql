-- Jobs as they are looked for, kept in mind and referred. Times are days; `seq` keeps the order within a day, and tells no time.
ALTER TABLE jobs ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE;

-- Open jobs by their words and marks (jobs/words.ts), written in the transaction that writes the job. No index by `seq`: a
-- search walks spans of it, which are lexemes (jobs/steps.ts).
CREATE TABLE search_jobs (
  job_id uuid PRIMARY KEY REFERENCES jobs ON DELETE CASCADE,
  seq bigint NOT NULL,                           -- these two of the job
  closes date NOT NULL,
  words tsvector NOT NULL
);
CREATE INDEX search_jobs_words ON search_jobs USING gin (words) WITH (fastupdate = off);

CREATE TABLE job_saves (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  job_id uuid NOT NULL REFERENCES jobs ON DELETE CASCADE,
  PRIMARY KEY (account_id, job_id)
);
CREATE INDEX job_saves_job ON job_saves (job_id);

-- Saved searches. `looked`: the last day whose jobs were held against it, by the house and not by the member.
CREATE TABLE job_alerts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  question jsonb NOT NULL,
  looked date NOT NULL
);
CREATE INDEX job_alerts_account ON job_alerts (account_id);
CREATE INDEX job_alerts_looked ON job_alerts (looked, id);

-- Once a job and pair. What was declined stays for a while, so that nobody asks again at once; who asked is not told.
CREATE TABLE referrals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  job_id uuid NOT NULL REFERENCES jobs ON DELETE CASCADE,
  asker_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  referrer_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  note text NOT NULL,
  words text NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'given', 'declined')),
  day date NOT NULL,
  UNIQUE (job_id, asker_id, referrer_id),
  CHECK (asker_id <> referrer_id)
);
CREATE INDEX referrals_asker ON referrals (asker_id);
CREATE INDEX referrals_referrer ON referrals (referrer_id);
CREATE INDEX referrals_day ON referrals (day);

-- A file's key goes with its application, whichever way that goes; the file itself follows at once or with the next sweep.
CREATE FUNCTION drop_application_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM application_files WHERE id = OLD.file_id;
  RETURN NULL;
END $$;
CREATE TRIGGER applications_file_gone AFTER DELETE ON applications
  FOR EACH ROW WHEN (OLD.file_id IS NOT NULL) EXECUTE FUNCTION drop_application_file();

-- Of a day: what a saved search has not been held against yet.
CREATE INDEX jobs_posted ON jobs (posted) WHERE open;
