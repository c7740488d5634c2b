-- The anonymous plane. What a thief of this database must not find in it (quality.md, "The thief"):
-- no time finer than a slot of five minutes, no serial id, no created_at, nothing about who asked.
-- A slot is an integer: minutes of the Unix epoch divided by five, so that the column cannot hold more.
-- room_id is the first column of every key but those of `spent`, `draws` and the reference tables, so that the plane
-- can be distributed by room (architecture.md, "growing"). No foreign keys, no triggers, for the same reason.

-- Reference tables: the same on every node.
CREATE TABLE issuer_documents (
  name text PRIMARY KEY CHECK (name IN ('directory', 'issuer')),
  document jsonb NOT NULL
);

CREATE TABLE token_keys (
  id bytea PRIMARY KEY CHECK (octet_length(id) = 32),
  month text NOT NULL,
  public_key bytea NOT NULL
);

CREATE TABLE rooms (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('square', 'industry', 'company', 'topic')),
  company text,
  industry text,
  name_zh text NOT NULL,
  name_en text NOT NULL
);

-- Distributed by room.
CREATE TABLE room_stats (
  room_id text PRIMARY KEY,
  threads integer NOT NULL,
  last_slot integer NOT NULL
) WITH (fillfactor = 50);

-- What a list shows of a thread stands in its row: one index scan makes a page.
CREATE TABLE threads (
  room_id text NOT NULL,
  id bytea NOT NULL CHECK (octet_length(id) = 32),
  title text NOT NULL,
  excerpt text NOT NULL,
  lang text,
  opener bytea NOT NULL,
  opener_label jsonb NOT NULL,
  opener_key bytea NOT NULL,
  replies integer NOT NULL,
  slot integer NOT NULL,
  last_slot integer NOT NULL,
  deleted boolean NOT NULL,
  PRIMARY KEY (room_id, id)
) WITH (fillfactor = 80);
CREATE INDEX threads_by_activity_in_room ON threads (room_id, last_slot, id);
CREATE INDEX threads_by_activity ON threads (last_slot, id);

-- protocol.md 2, "Entering": unique by (context, pseudonym); the context of a thread is its id.
CREATE TABLE aliases (
  room_id text NOT NULL,
  context bytea NOT NULL CHECK (octet_length(context) = 32),
  pseudonym bytea NOT NULL CHECK (octet_length(pseudonym) = 48),
  label jsonb NOT NULL,
  public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
  proof bytea NOT NULL,
  PRIMARY KEY (room_id, context, pseudonym)
);
CREATE INDEX aliases_in_bulk ON aliases (context, pseudonym);

-- Holds the last act on the post that carried a text (or its deletion); the ones before are in post_versions.
-- The canonical body is not stored: title, text and lang encode to it again, byte for byte.
CREATE TABLE posts (
  room_id text NOT NULL,
  thread_id bytea NOT NULL,
  id bytea NOT NULL CHECK (octet_length(id) = 32),
  parent bytea,
  seq integer NOT NULL,
  pseudonym bytea NOT NULL,
  slot integer NOT NULL,
  edits integer NOT NULL,
  deleted boolean NOT NULL,
  last_act bytea NOT NULL CHECK (octet_length(last_act) = 32),
  header bytea NOT NULL,
  signature bytea NOT NULL,
  salt bytea,
  title text,
  text text,
  lang text,
  PRIMARY KEY (room_id, id)
);
CREATE UNIQUE INDEX posts_in_thread ON posts (room_id, thread_id, seq);

CREATE TABLE post_versions (
  room_id text NOT NULL,
  post_id bytea NOT NULL,
  n integer NOT NULL,
  header bytea NOT NULL,
  signature bytea NOT NULL,
  salt bytea,
  title text,
  text text,
  lang text,
  PRIMARY KEY (room_id, post_id, n)
);

-- protocol.md 5: blinded messages of a post's refund (256 bytes each, one after the other), for the key of key_id. When
-- due they give way to the signatures; none of these could be made when `signatures` is empty.
CREATE TABLE refunds (
  room_id text NOT NULL,
  post_id bytea NOT NULL,
  key_id bytea NOT NULL,
  due_slot integer NOT NULL,
  blinded bytea,
  signatures bytea,
  PRIMARY KEY (room_id, post_id)
);
CREATE INDEX refunds_waiting ON refunds (due_slot) WHERE signatures IS NULL;
CREATE INDEX refunds_in_bulk ON refunds (key_id, post_id) WHERE octet_length(signatures) > 0;

-- protocol.md 4: keyed by nonce alone; the primary key decides every race.
CREATE TABLE spent (
  nonce bytea PRIMARY KEY CHECK (octet_length(nonce) = 32),
  key_id bytea NOT NULL,
  act bytea NOT NULL
);
CREATE INDEX spent_in_bulk ON spent (key_id, nonce);

-- One draw a pseudonym and week; rows of past weeks are deleted.
CREATE TABLE draws (
  pseudonym bytea NOT NULL,
  week text NOT NULL,
  request_hash bytea NOT NULL,
  PRIMARY KEY (pseudonym, week)
);
