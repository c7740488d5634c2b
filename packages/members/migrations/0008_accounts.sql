-- More ways into an account and out of it. As before: nothing is written when somebody signs in or asks, no time finer
-- than a day stays, and what has one is UNLOGGED, deleted on use and swept when it expires.

-- An account may have passkeys alone. `leaves`: the day on which it is deleted; until then it sleeps and is shown nowhere.
ALTER TABLE accounts
  ALTER COLUMN password DROP NOT NULL,
  ADD COLUMN leaves date;
CREATE INDEX accounts_asleep ON accounts (id, leaves) WHERE leaves IS NOT NULL;
ALTER TABLE sign_ups ALTER COLUMN password DROP NOT NULL;

-- Neither when it was made nor how often it was used: the counter of a passkey would be written at each sign-in.
CREATE TABLE passkeys (
  id bytea PRIMARY KEY,                          -- random, of the authenticator
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  public_key bytea NOT NULL,
  name text NOT NULL
);
CREATE INDEX passkeys_account ON passkeys (account_id);

-- Codes that reset a password. An address without an account gets a row too, with a code that was never sent. Bound to no
-- browser and too long to guess: who asks in somebody's name does no more than send them a code that works.
CREATE UNLOGGED TABLE resets (
  code bytea PRIMARY KEY,                        -- HMAC of address and code
  email text NOT NULL,
  expires timestamptz NOT NULL
);
CREATE INDEX resets_expires ON resets (expires);

-- New addresses that wait for their code, one an account. One that is taken gets a row with a code that was never sent.
CREATE UNLOGGED TABLE email_codes (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  email text NOT NULL,
  code bytea NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  expires timestamptz NOT NULL
);
CREATE INDEX email_codes_expires ON email_codes (expires);

-- Addresses that can take a change back, and are kept for that: nobody else signs up with one until it ends.
CREATE TABLE email_undos (
  token bytea PRIMARY KEY,                       -- SHA-256 of what is in the link
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  email text NOT NULL,
  until date NOT NULL                            -- last day
);
CREATE INDEX email_undos_account ON email_undos (account_id);
CREATE INDEX email_undos_email ON email_undos (email);

-- Neither when one was made nor when it was last used.
CREATE TABLE access_tokens (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  hash bytea NOT NULL UNIQUE,                    -- SHA-256 of the token
  name text NOT NULL,
  scopes text[] NOT NULL,
  expires date NOT NULL                          -- last day
);
CREATE INDEX access_tokens_account ON access_tokens (account_id);
CREATE INDEX access_tokens_expires ON access_tokens (expires);
