-- Times about a member's presence are days, never finer (protocol.md, design of the members plane).

CREATE TABLE settings (
  key text PRIMARY KEY,
  value text NOT NULL
);

CREATE TABLE accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), -- random (v4): an id that tells no time
  email text NOT NULL UNIQUE,                    -- lower case
  password text NOT NULL,                        -- argon2id with a key of the secrets folder, PHC form
  name text NOT NULL,
  locale text NOT NULL CHECK (locale IN ('zh', 'en'))
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  token bytea NOT NULL UNIQUE,                   -- SHA-256 of what the cookie holds
  device text NOT NULL,
  since date NOT NULL,
  expires date NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);

-- Sign-ups that wait for the code of the mail. The one kind of row with a time finer than a day, so it is UNLOGGED
-- (never in the WAL, in no backup), deleted on use, and swept when it expires; the time is rounded to five minutes.
-- An address that has an account gets a row too, with a code that was never sent: nothing tells the two apart.
CREATE UNLOGGED TABLE sign_ups (
  token bytea PRIMARY KEY,                       -- SHA-256 of the cookie of the browser that asked
  email text NOT NULL,
  password text NOT NULL,
  name text NOT NULL,
  locale text NOT NULL,
  code bytea NOT NULL,                           -- HMAC of the code
  tries smallint NOT NULL DEFAULT 0,
  expires timestamptz NOT NULL
);
CREATE INDEX sign_ups_expires ON sign_ups (expires);
