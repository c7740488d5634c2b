-- Order in the house (protocol.md 5; safety.md). No time finer than a slot; nothing joins a report with an alias, since a
-- report's pseudonym is of a context of its own. Staff have names here: they are the one party that is known.

-- `state`: place among `PostState` (0 shown, 1 held, 2 hidden, 3 removed); what is not 0 is in no list, search or card.
-- `fingerprint`: 32 places of four bits, of which near-duplicates share many; it goes with the words.
ALTER TABLE posts
  ADD COLUMN state smallint NOT NULL DEFAULT 0,
  ADD COLUMN caution text,
  ADD COLUMN blurred boolean NOT NULL DEFAULT false,
  ADD COLUMN fingerprint bytea CHECK (octet_length(fingerprint) = 32);
ALTER TABLE posts ALTER COLUMN state DROP DEFAULT, ALTER COLUMN blurred DROP DEFAULT;
CREATE INDEX posts_removed ON posts (room_id, id) WHERE state = 3 AND text IS NOT NULL;
-- `state`: that of the thread's first post. `slow`: slots between two posts of an alias.
ALTER TABLE threads
  ADD COLUMN state smallint NOT NULL DEFAULT 0,
  ADD COLUMN locked boolean NOT NULL DEFAULT false,
  ADD COLUMN slow smallint NOT NULL DEFAULT 0;
ALTER TABLE threads ALTER COLUMN state DROP DEFAULT, ALTER COLUMN locked DROP DEFAULT, ALTER COLUMN slow DROP DEFAULT;

-- protocol.md 5: `held` while the post is not shown or reports about it wait for somebody; `forfeited` when it was removed, or
-- its tokens were not given back. What is neither is signed when it is due, also late.
ALTER TABLE refunds
  ADD COLUMN held boolean NOT NULL DEFAULT false,
  ADD COLUMN forfeited boolean NOT NULL DEFAULT false;
ALTER TABLE refunds ALTER COLUMN held DROP DEFAULT, ALTER COLUMN forfeited DROP DEFAULT;
DROP INDEX refunds_waiting;
CREATE INDEX refunds_waiting ON refunds (due_slot) WHERE signatures IS NULL AND NOT held AND NOT forfeited;

-- Pages say how each post stands (decision 0015): their pieces are made anew when talk starts next. `mute`: nothing of what
-- others said of the post is shown, because it was taken back or is not shown itself.
ALTER TABLE pieces RENAME COLUMN deleted TO mute;
DELETE FROM pieces;
DELETE FROM posts_without_piece;
INSERT INTO posts_without_piece (room_id, id) SELECT room_id, id FROM posts;

-- Distributed by room. What the desk works through: a post that the first look or somebody's report points at. `look`: what
-- the first look saw, as JSON. `kept`: somebody looked and it stays, so that reports alone do not hide it again.
CREATE TABLE cases (
  room_id text NOT NULL,
  post_id bytea NOT NULL CHECK (octet_length(post_id) = 32),
  thread_id bytea NOT NULL,
  open boolean NOT NULL,
  kept boolean NOT NULL,
  priority real NOT NULL,
  look jsonb NOT NULL,
  reports integer NOT NULL,
  appealed boolean NOT NULL,
  assignee uuid,
  slot integer NOT NULL,
  PRIMARY KEY (room_id, post_id)
);
CREATE INDEX cases_open ON cases (priority DESC, slot, post_id) WHERE open;
CREATE INDEX cases_decided ON cases (slot DESC, post_id) WHERE NOT open;

-- protocol.md 2: one a person and post, under a pseudonym that no alias shares. `rule`: place among `houseRules`. `slot`: the
-- first of the day; a finer one could be matched with what the same person said elsewhere.
CREATE TABLE reports (
  room_id text NOT NULL,
  post_id bytea NOT NULL,
  pseudonym bytea NOT NULL CHECK (octet_length(pseudonym) = 48),
  rule smallint NOT NULL,
  words text,
  label jsonb NOT NULL,
  public_key bytea NOT NULL,
  proof bytea NOT NULL,
  header bytea NOT NULL,
  signature bytea NOT NULL,
  salt bytea NOT NULL,
  act bytea NOT NULL CHECK (octet_length(act) = 32),
  slot integer NOT NULL CHECK (slot % 288 = 0),
  PRIMARY KEY (room_id, post_id, pseudonym)
);

-- Every decision; also those of the program and of reports. `staff`: who took it, for the rule that another one answers the
-- appeal; readers see `by` alone. `log_index` is null until it is in talk's log; until then it can be taken back.
CREATE TABLE decisions (
  room_id text NOT NULL,
  id bytea NOT NULL CHECK (octet_length(id) = 32),
  post_id bytea NOT NULL,
  thread_id bytea NOT NULL,
  inside boolean NOT NULL,
  action text NOT NULL,
  rule text NOT NULL,
  words text NOT NULL,
  by text NOT NULL CHECK (by IN ('program', 'reports', 'moderator', 'senior', 'admin')),
  staff uuid,
  caution text,
  slow smallint,
  -- How the post stood before: what taking it back leads to.
  before jsonb NOT NULL,
  slot integer NOT NULL,
  log_index bigint,
  PRIMARY KEY (room_id, id)
);
CREATE INDEX decisions_of_post ON decisions (room_id, post_id);
-- For whoever reads a thread in which a post is not shown: why.
CREATE INDEX decisions_of_thread ON decisions (room_id, thread_id);
CREATE INDEX decisions_unlogged ON decisions (slot) WHERE log_index IS NULL;
-- By days (288 slots), in the order of ids: bulk files, and the public log newest day first.
CREATE INDEX decisions_by_day ON decisions ((slot / 288), id) WHERE NOT inside;
CREATE INDEX decisions_inside_by_day ON decisions (room_id, (slot / 288), id) WHERE inside;

-- Signed in the thread's context by the author; only the desk reads its words.
CREATE TABLE appeals (
  room_id text NOT NULL,
  decision bytea NOT NULL,
  post_id bytea NOT NULL,
  thread_id bytea NOT NULL,
  words text NOT NULL,
  header bytea NOT NULL,
  signature bytea NOT NULL,
  salt bytea NOT NULL,
  act bytea NOT NULL CHECK (octet_length(act) = 32),
  state text NOT NULL CHECK (state IN ('open', 'granted', 'refused')),
  answer text,
  staff uuid,
  slot integer NOT NULL,
  PRIMARY KEY (room_id, decision)
);
CREATE INDEX appeals_open ON appeals (slot, decision) WHERE state = 'open';

CREATE TABLE case_notes (
  room_id text NOT NULL,
  post_id bytea NOT NULL,
  -- Place among those of the case.
  n smallint NOT NULL,
  staff uuid NOT NULL,
  words text NOT NULL,
  slot integer NOT NULL,
  PRIMARY KEY (room_id, post_id, n)
);

-- protocol.md 5: of the pseudonym in the thread's context; nobody comes back there under another name.
CREATE TABLE bans (
  room_id text NOT NULL,
  context bytea NOT NULL,
  pseudonym bytea NOT NULL,
  decision bytea NOT NULL,
  PRIMARY KEY (room_id, context, pseudonym)
);

-- Reference tables: the same on every node. Hashes of pictures that were banned, in all their forms (flipped, trimmed).
CREATE TABLE banned_pictures (
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  decision bytea NOT NULL,
  PRIMARY KEY (hash, decision)
);
CREATE TABLE staff (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('moderator', 'senior', 'admin')),
  state text NOT NULL CHECK (state IN ('invited', 'active', 'off')),
  -- Hash of the invitation, while there is one; slot until which it counts.
  invite bytea,
  invite_until integer,
  password text,
  -- The authenticator's secret and the last time step that counted, as no code counts twice; sealed together under a key
  -- of talk's secrets folder, so that nobody reads here when somebody signed in.
  totp bytea,
  -- Raised when all sign-ins end.
  generation integer NOT NULL
);
CREATE UNIQUE INDEX staff_names ON staff (lower(name));
CREATE TABLE staff_passkeys (
  id bytea PRIMARY KEY,
  staff uuid NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL
);
