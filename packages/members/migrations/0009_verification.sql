-- Codes of letters: mails that a member is to send from the work address, one open per account. UNLOGGED (never in the
-- WAL, in no backup), deleted on use, swept when over. `expires` is a day: nothing finer is needed here.
CREATE UNLOGGED TABLE letter_codes (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  code bytea NOT NULL UNIQUE,                    -- HMAC of the code
  company_id text,                               -- the only one that will do, where the member came from its page
  tries smallint NOT NULL DEFAULT 0,
  fault text,                                    -- why the last letter proved nothing
  expires date NOT NULL                          -- last day on which it counts
);

-- Badges and what was decided on them. The staff number is nowhere: its HMAC is the pin of the employment.
CREATE TABLE badges (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  company_id text NOT NULL REFERENCES companies,
  sent date NOT NULL,
  state text NOT NULL DEFAULT 'waits' CHECK (state IN ('waits', 'accepted', 'refused')),
  reason text,
  words text NOT NULL DEFAULT '',
  decided date,
  decided_by uuid REFERENCES accounts ON DELETE SET NULL
);
CREATE UNIQUE INDEX badges_one_waits ON badges (account_id) WHERE state = 'waits';
CREATE INDEX badges_account ON badges (account_id);
CREATE INDEX badges_queue ON badges (sent, id) WHERE state = 'waits';
CREATE INDEX badges_decided ON badges (decided, id) WHERE state <> 'waits';
CREATE INDEX badges_decided_by ON badges (decided_by);

-- Sealed under a key of its own, which lies in the secrets folder and is destroyed with the decision: what the pages and
-- the WAL keep of this row then opens no more.
CREATE TABLE badge_pictures (
  badge_id uuid PRIMARY KEY REFERENCES badges ON DELETE CASCADE,
  sealed bytea NOT NULL
);
