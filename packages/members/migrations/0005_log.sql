-- Entries of the issuer's log (kit/log-book): those that are planned and not on disk yet, and the last one that is.
CREATE TABLE log_entries (
  index bigint PRIMARY KEY,
  entry bytea NOT NULL
);

-- What was issued before there was a log stands in none: the next batch issues it anew.
DELETE FROM credentials;
DELETE FROM credential_counts;
DELETE FROM issued_epochs;
DELETE FROM issuer_keys;

-- `logged` is the index of the entry that vouches for a row. What the checkpoint on disk doesn't cover is shown to nobody.
ALTER TABLE issuer_keys ADD COLUMN logged bigint NOT NULL;
ALTER TABLE issued_epochs
  ADD COLUMN directory bytea NOT NULL,           -- hash of the directory at that moment
  ADD COLUMN logged bigint NOT NULL;

-- What the leaf of a credential commits to (protocol.md 1.3); with this its holder, or an auditor, finds it in the log.
ALTER TABLE credentials
  ADD COLUMN salt bytea NOT NULL,
  ADD COLUMN point bytea NOT NULL,
  ADD COLUMN pin bytea NOT NULL,
  ADD COLUMN leaf_index bigint NOT NULL;

-- The directory after each change. A company is in those from its `logged` on.
CREATE TABLE directories (
  logged bigint PRIMARY KEY,
  hash bytea NOT NULL
);
ALTER TABLE companies ADD COLUMN logged bigint;
