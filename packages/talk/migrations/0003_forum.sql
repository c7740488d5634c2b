-- Votes, pictures, closed rooms, finding (protocol.md 2 and 4; product.md T1 to T12). Again no time finer than a slot, no
-- serial id, and the room first in every key. What is in a room for colleagues only is marked `inside` in its own row: lists
-- over all rooms and the search use partial indexes that do not hold such rows at all.

ALTER TABLE rooms ADD COLUMN access text NOT NULL DEFAULT 'public' CHECK (access IN ('public', 'colleagues'));
ALTER TABLE rooms ALTER COLUMN access DROP DEFAULT;

-- `voices`: aliases that acted in the thread. `heat`: see threads/heat.ts. `best`: the reply that most agree with.
ALTER TABLE threads
  ADD COLUMN inside boolean NOT NULL DEFAULT false,
  ADD COLUMN voices integer NOT NULL DEFAULT 1,
  ADD COLUMN heat double precision NOT NULL DEFAULT 0,
  ADD COLUMN pictures smallint NOT NULL DEFAULT 0,
  ADD COLUMN poll boolean NOT NULL DEFAULT false,
  ADD COLUMN best bytea,
  ADD COLUMN best_pseudonym bytea,
  ADD COLUMN best_words text,
  ADD COLUMN best_agree integer NOT NULL DEFAULT 0;
UPDATE threads t SET voices = a.n FROM (SELECT room_id, context, count(*) AS n FROM aliases GROUP BY 1, 2) AS a
  WHERE a.room_id = t.room_id AND a.context = t.id;
UPDATE threads SET heat = slot + 144 * log(2, 1 + voices);
ALTER TABLE threads ALTER COLUMN inside DROP DEFAULT, ALTER COLUMN voices DROP DEFAULT, ALTER COLUMN heat DROP DEFAULT,
  ALTER COLUMN pictures DROP DEFAULT, ALTER COLUMN poll DROP DEFAULT, ALTER COLUMN best_agree DROP DEFAULT;
DROP INDEX threads_by_activity;
CREATE INDEX threads_by_activity ON threads (last_slot, id) WHERE NOT inside;
CREATE INDEX threads_by_heat ON threads (heat, id) WHERE NOT inside;
CREATE INDEX threads_by_heat_in_room ON threads (room_id, heat, id);
CREATE INDEX threads_by_age ON threads (slot, id) WHERE NOT inside;
CREATE INDEX threads_by_age_in_room ON threads (room_id, slot, id);
-- By days (288 slots), and in each by voices: top of the day and of the week are the heads of eight such lists at most.
CREATE INDEX threads_by_voices ON threads ((slot / 288), voices, slot, id) WHERE NOT inside;
CREATE INDEX threads_by_voices_in_room ON threads (room_id, (slot / 288), voices, slot, id);

-- Bulk files over all rooms leave out what is inside, and keep to their order of hashes.
ALTER TABLE aliases ADD COLUMN inside boolean NOT NULL DEFAULT false;
ALTER TABLE aliases ALTER COLUMN inside DROP DEFAULT;
DROP INDEX aliases_in_bulk;
CREATE INDEX aliases_in_bulk ON aliases (context, pseudonym) WHERE NOT inside;
ALTER TABLE refunds ADD COLUMN inside boolean NOT NULL DEFAULT false;
ALTER TABLE refunds ALTER COLUMN inside DROP DEFAULT;
DROP INDEX refunds_in_bulk;
CREATE INDEX refunds_in_bulk ON refunds (key_id, post_id) WHERE octet_length(signatures) > 0 AND NOT inside;
CREATE INDEX refunds_in_room ON refunds (room_id, key_id, post_id) WHERE octet_length(signatures) > 0 AND inside;

-- `attached`: canonical CBOR of what a post has besides its words (pictures, poll), and edits leave as it is; with the other
-- columns the body that was signed comes out again. `mentions`: pseudonyms, one after the other. `words`: what a search
-- finds the post by, null until it is made and when the words are gone.
ALTER TABLE posts
  ADD COLUMN inside boolean NOT NULL DEFAULT false,
  ADD COLUMN attached bytea,
  ADD COLUMN mentions bytea,
  ADD COLUMN words tsvector;
ALTER TABLE posts ALTER COLUMN inside DROP DEFAULT;
ALTER TABLE post_versions ADD COLUMN mentions bytea;
CREATE INDEX posts_in_bulk ON posts (slot, id) WHERE NOT inside;
CREATE INDEX posts_inside_in_bulk ON posts (room_id, slot, id) WHERE inside;
-- No list of pending entries: every search would have to go through it, once for each span of time (search/spans.ts).
CREATE INDEX posts_by_words ON posts USING gin (words) WITH (fastupdate = off) WHERE NOT inside;
CREATE INDEX posts_inside_by_words ON posts USING gin (words) WITH (fastupdate = off) WHERE inside;
CREATE INDEX posts_without_words ON posts (slot) WHERE words IS NULL AND text IS NOT NULL;

-- One row an alias and post; `reaction` is its place among `reactionKinds`, null where it was taken back.
CREATE TABLE reactions (
  room_id text NOT NULL,
  post_id bytea NOT NULL,
  pseudonym bytea NOT NULL,
  reaction smallint,
  last_act bytea NOT NULL CHECK (octet_length(last_act) = 32),
  header bytea NOT NULL,
  signature bytea NOT NULL,
  salt bytea NOT NULL,
  PRIMARY KEY (room_id, post_id, pseudonym)
);

-- One row a person and ballot: the pseudonym is of the ballot's own context, which no alias shares. `choices`: places of
-- options, or the place of the verdict.
CREATE TABLE ballots (
  room_id text NOT NULL,
  post_id bytea NOT NULL,
  kind text NOT NULL CHECK (kind IN ('poll', 'verdict')),
  pseudonym bytea NOT NULL CHECK (octet_length(pseudonym) = 48),
  label jsonb NOT NULL,
  public_key bytea NOT NULL,
  proof bytea NOT NULL,
  choices smallint[] NOT NULL,
  last_act bytea NOT NULL CHECK (octet_length(last_act) = 32),
  header bytea NOT NULL,
  signature bytea NOT NULL,
  salt bytea NOT NULL,
  PRIMARY KEY (room_id, post_id, kind, pseudonym)
);

-- Counts of the two, so that a page of posts reads them with the posts.
CREATE TABLE tallies (
  room_id text NOT NULL,
  post_id bytea NOT NULL,
  reactions integer[] NOT NULL,
  votes integer[] NOT NULL,
  ballots integer NOT NULL,
  verdicts integer[] NOT NULL,
  PRIMARY KEY (room_id, post_id)
) WITH (fillfactor = 50);

-- `signed`: the file whose hash is in the act. `shown`: the server's own encoding of it, which readers get.
CREATE TABLE pictures (
  room_id text NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  post_id bytea NOT NULL,
  n smallint NOT NULL,
  signed bytea NOT NULL,
  shown bytea NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  PRIMARY KEY (room_id, hash, post_id)
);
CREATE INDEX pictures_of_post ON pictures (room_id, post_id, n);
