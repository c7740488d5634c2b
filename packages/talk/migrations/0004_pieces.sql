-- What a page of a thread is made of (decision 0015): of each post the JSON that readers get, as it was when its last act was
-- accepted, with a tally of noughts. All of it stands in `posts` and `threads` as well, and goes with the words there.
-- In a table of its own: it is read a hundred at a time without what was signed, and `posts` stays as small as it was.
CREATE TABLE pieces (
  room_id text NOT NULL,
  thread_id bytea NOT NULL,
  seq integer NOT NULL,
  pseudonym bytea NOT NULL,
  deleted boolean NOT NULL,
  shown text NOT NULL,
  PRIMARY KEY (room_id, thread_id, seq)
);

-- Posts from before, which wait for theirs (threads/backfill.ts).
CREATE TABLE posts_without_piece AS SELECT room_id, id FROM posts;

-- Tallies by their place, so that those of a page stand side by side.
ALTER TABLE tallies ADD COLUMN thread_id bytea, ADD COLUMN seq integer;
UPDATE tallies y SET thread_id = p.thread_id, seq = p.seq FROM posts p WHERE p.room_id = y.room_id AND p.id = y.post_id;
ALTER TABLE tallies ALTER COLUMN thread_id SET NOT NULL, ALTER COLUMN seq SET NOT NULL;
CREATE UNIQUE INDEX tallies_in_thread ON tallies (room_id, thread_id, seq);
