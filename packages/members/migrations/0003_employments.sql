-- The mailbox itself is not kept: `pin` is HMAC-SHA-256(pin.key, canonical mailbox), and the key is not in here.
CREATE TABLE employments (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  company_id text NOT NULL REFERENCES companies,
  evidence text NOT NULL,
  pin bytea NOT NULL,
  verified date NOT NULL,
  expires date NOT NULL,                         -- last day on which it stands; after that it is `former`
  credential_from text,                          -- first epoch in which it is signed; null without a commitment
  UNIQUE (account_id, company_id)
);
CREATE INDEX employments_expires ON employments (expires);

-- Who a mailbox stands for at present: one row a mailbox, so that its row lock decides a race for it.
CREATE TABLE evidence_holders (
  pin bytea PRIMARY KEY,
  account_id uuid REFERENCES accounts ON DELETE SET NULL,
  until date NOT NULL,
  free_from text NOT NULL                        -- epoch from which this holder's commitment may be pinned to it
);
CREATE INDEX evidence_holders_account ON evidence_holders (account_id);

-- Commitments by the epoch from which they hold; the latest one that is not in the future is in force.
CREATE TABLE account_commitments (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  from_epoch text NOT NULL,
  point bytea NOT NULL,
  commitment bytea NOT NULL,                     -- with its proof of opening, as the issuer checks it again
  PRIMARY KEY (account_id, from_epoch)
);

-- The same for evidence. These rows outlive the account (protocol.md 1.1): one voice per piece of evidence.
CREATE TABLE evidence_pins (
  pin bytea NOT NULL,
  from_epoch text NOT NULL,
  point bytea NOT NULL,
  PRIMARY KEY (pin, from_epoch)
);

-- Codes sent to work addresses, one open per account. UNLOGGED, deleted on use, swept on expiry: see sign_ups.
CREATE UNLOGGED TABLE work_codes (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  employment_id uuid NOT NULL,
  company_id text NOT NULL,
  pin bytea NOT NULL,
  code bytea NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  expires timestamptz NOT NULL
);
CREATE INDEX work_codes_expires ON work_codes (expires);
