-- What talk's log records (protocol.md 3, 4), and what waits for it. Nothing here is finer than the slot of an entry.

-- `log`: the key of the issuer's log, pinned when first seen, and the newest checkpoint that was believed.
ALTER TABLE issuer_documents DROP CONSTRAINT issuer_documents_name_check;
ALTER TABLE issuer_documents ADD CONSTRAINT issuer_documents_name_check
  CHECK (name IN ('directory', 'issuer', 'log'));

-- Planned entries of talk's log, until they are in its folder (kit/log-book). `index` is that of the public log.
CREATE TABLE log_entries (
  index bigint PRIMARY KEY,
  entry bytea NOT NULL
);

-- One row: slot of the last `acts` entry, slot when acts were last looked for, hash of the last `web` entry.
CREATE TABLE log_state (
  one boolean PRIMARY KEY CHECK (one),
  acts_slot integer NOT NULL,
  looked_slot integer NOT NULL,
  web bytea CHECK (octet_length(web) = 32)
);
INSERT INTO log_state (one, acts_slot, looked_slot) VALUES (true, 0, 0);

-- A backup was restored: the tokens of a void key count no more.
ALTER TABLE token_keys ADD COLUMN void boolean;
UPDATE token_keys SET void = false;
ALTER TABLE token_keys ALTER COLUMN void SET NOT NULL;
ALTER TABLE token_keys ADD COLUMN log_index bigint;

-- Distributed by room. Acts accepted since the last `acts` entry; they leave together, in the order of their hashes,
-- so that what is kept says no more of their order than that they are of one hour.
CREATE TABLE pending_acts (
  room_id text NOT NULL,
  act bytea NOT NULL CHECK (octet_length(act) = 32),
  PRIMARY KEY (room_id, act)
);
CREATE TABLE logged_acts (
  room_id text NOT NULL,
  act bytea NOT NULL CHECK (octet_length(act) = 32),
  log_index bigint NOT NULL,
  PRIMARY KEY (room_id, act)
);
CREATE INDEX logged_acts_of_entry ON logged_acts (log_index, act);

-- What was accepted before there was a log stands in its first entry.
INSERT INTO pending_acts (room_id, act)
  SELECT room_id, act FROM (SELECT room_id, id AS act FROM posts UNION SELECT room_id, last_act FROM posts) AS acts
  ORDER BY act;
