-- The operator's console: what was changed from it, settings that change while the house is open, how jobs went.

ALTER TABLE staff_roles DROP CONSTRAINT staff_roles_role_check;
ALTER TABLE staff_roles ADD CONSTRAINT staff_roles_role_check CHECK (role IN ('reviewer', 'moderator', 'operator'));

-- Append only, each row on the one before (contract, members/console/chain.ts). What was said stands beside it, salted
-- into the digest, so that it can go with the member whom it was about and the order still be verified.
CREATE TABLE console_log (
  n integer PRIMARY KEY,
  day date NOT NULL,
  act text NOT NULL,
  digest bytea NOT NULL,
  hash bytea NOT NULL
);
CREATE TABLE console_words (
  n integer PRIMARY KEY REFERENCES console_log,
  by_id uuid REFERENCES accounts ON DELETE SET NULL,
  member_id uuid REFERENCES accounts ON DELETE CASCADE,
  by_name text NOT NULL,
  subject text NOT NULL,
  value text NOT NULL,
  reason text NOT NULL,
  salt bytea NOT NULL
);
CREATE INDEX console_words_by ON console_words (by_id);
CREATE INDEX console_words_member ON console_words (member_id);

-- The end of the chain: one row, locked by whoever writes the next.
CREATE TABLE console_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  n integer NOT NULL,
  hash bytea NOT NULL
);
INSERT INTO console_head (n, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

CREATE FUNCTION console_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Deeper than this trigger alone: a foreign key does it, as an account goes.
  IF TG_TABLE_NAME = 'console_words' AND TG_LEVEL = 'ROW' AND pg_trigger_depth() > 1 THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'the console''s log is append only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER console_log_kept BEFORE UPDATE OR DELETE ON console_log FOR EACH ROW EXECUTE FUNCTION console_kept();
CREATE TRIGGER console_words_kept BEFORE UPDATE OR DELETE ON console_words FOR EACH ROW EXECUTE FUNCTION console_kept();
CREATE TRIGGER console_log_whole BEFORE TRUNCATE ON console_log FOR EACH STATEMENT EXECUTE FUNCTION console_kept();
CREATE TRIGGER console_words_whole BEFORE TRUNCATE ON console_words FOR EACH STATEMENT EXECUTE FUNCTION console_kept();

CREATE TABLE live_settings (
  name text PRIMARY KEY,
  value text NOT NULL
);

-- The last run of each job: a day and how it went, and nothing of what it was about.
CREATE TABLE job_outcomes (
  name text PRIMARY KEY,
  day date NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'failed')),
  code text
);
