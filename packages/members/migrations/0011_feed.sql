-- Pictures of posts, profiles and link previews, by the hash of the file that is served. Who sent one is known by what shows it.
CREATE TABLE pictures (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  file bytea NOT NULL,                           -- WebP of the server's own encoding
  width integer NOT NULL,
  height integer NOT NULL,
  uses integer NOT NULL
);
ALTER TABLE pictures ALTER COLUMN file SET STORAGE EXTERNAL; -- it is compressed already

-- What shows a picture. `holder` is the post, or the account whose profile or draft it is; a draft is shown to its sender alone.
CREATE TABLE picture_uses (
  kind text NOT NULL CHECK (kind IN ('draft', 'post', 'link', 'profile')),
  holder uuid NOT NULL,
  hash bytea NOT NULL REFERENCES pictures,
  n smallint NOT NULL,                           -- place among the holder's pictures
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  day date NOT NULL,
  PRIMARY KEY (kind, holder, hash)
);
CREATE INDEX picture_uses_hash ON picture_uses (hash);
CREATE INDEX picture_uses_account ON picture_uses (account_id);
CREATE INDEX picture_uses_drafts ON picture_uses (day) WHERE kind = 'draft';

-- The file goes with what showed it last, also where an account takes its posts along. The count is in the picture's own
-- row, so that of two who take and give it up at once one waits for the other.
CREATE FUNCTION count_picture_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE pictures SET uses = uses + 1 WHERE hash = NEW.hash;
  ELSE
    UPDATE pictures SET uses = uses - 1 WHERE hash = OLD.hash;
    DELETE FROM pictures WHERE hash = OLD.hash AND uses = 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER picture_uses_count AFTER INSERT OR DELETE ON picture_uses
  FOR EACH ROW EXECUTE FUNCTION count_picture_use();

-- Posts. `seq` keeps the order within a day, and tells no time.
CREATE TABLE posts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  author_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  day date NOT NULL,
  audience text NOT NULL CHECK (audience IN ('everyone', 'connections')),
  text text NOT NULL,
  edited boolean NOT NULL DEFAULT false,
  pictures jsonb NOT NULL,                       -- as they go over the wire; who uses their files is in picture_uses
  link jsonb,                                    -- the preview, likewise
  is_share boolean NOT NULL,
  shared_id uuid REFERENCES posts ON DELETE SET NULL,
  -- Too many readers to write a row for each: found when a feed is read (decision 20).
  wide boolean NOT NULL DEFAULT false,
  -- Kept by the triggers below.
  likes integer NOT NULL DEFAULT 0,
  celebrates integer NOT NULL DEFAULT 0,
  insights integer NOT NULL DEFAULT 0,
  supports integer NOT NULL DEFAULT 0,
  comments integer NOT NULL DEFAULT 0,
  shares integer NOT NULL DEFAULT 0,
  last_comment integer NOT NULL DEFAULT 0        -- of the numbers of its comments
) WITH (fillfactor = 85);
CREATE INDEX posts_author ON posts (author_id, seq);
CREATE INDEX posts_shared ON posts (shared_id) WHERE shared_id IS NOT NULL;
CREATE INDEX posts_wide ON posts (author_id, seq) WHERE wide;

-- No day and no order: who reacted, and how.
CREATE TABLE reactions (
  post_id uuid NOT NULL REFERENCES posts ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('like', 'celebrate', 'insightful', 'support')),
  PRIMARY KEY (post_id, account_id)
);
CREATE INDEX reactions_account ON reactions (account_id);

-- `n` is the place among the post's comments; `root` that of the comment which is answered, or its own.
CREATE TABLE comments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  post_id uuid NOT NULL REFERENCES posts ON DELETE CASCADE,
  root integer NOT NULL,
  n integer NOT NULL,
  under_id uuid REFERENCES comments ON DELETE CASCADE,
  author_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  day date NOT NULL,
  text text NOT NULL,
  edited boolean NOT NULL DEFAULT false,
  UNIQUE (post_id, root, n)
);
CREATE INDEX comments_author ON comments (author_id);
CREATE INDEX comments_under ON comments (under_id) WHERE under_id IS NOT NULL;

CREATE FUNCTION count_for_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'comments' THEN
    IF TG_OP = 'INSERT' THEN
      UPDATE posts SET comments = comments + 1 WHERE id = NEW.post_id;
    ELSE
      UPDATE posts SET comments = comments - 1 WHERE id = OLD.post_id;
    END IF;
  ELSIF TG_TABLE_NAME = 'posts' THEN
    IF TG_OP = 'INSERT' THEN
      UPDATE posts SET shares = shares + 1 WHERE id = NEW.shared_id;
    ELSE
      UPDATE posts SET shares = shares - 1 WHERE id = OLD.shared_id;
    END IF;
  ELSE
    IF TG_OP <> 'INSERT' THEN
      UPDATE posts SET likes = likes - (OLD.kind = 'like')::int, celebrates = celebrates - (OLD.kind = 'celebrate')::int,
        insights = insights - (OLD.kind = 'insightful')::int, supports = supports - (OLD.kind = 'support')::int
      WHERE id = OLD.post_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
      UPDATE posts SET likes = likes + (NEW.kind = 'like')::int, celebrates = celebrates + (NEW.kind = 'celebrate')::int,
        insights = insights + (NEW.kind = 'insightful')::int, supports = supports + (NEW.kind = 'support')::int
      WHERE id = NEW.post_id;
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER reactions_count AFTER INSERT OR UPDATE OR DELETE ON reactions
  FOR EACH ROW EXECUTE FUNCTION count_for_post();
CREATE TRIGGER comments_count AFTER INSERT OR DELETE ON comments FOR EACH ROW EXECUTE FUNCTION count_for_post();
CREATE TRIGGER posts_count_new AFTER INSERT ON posts
  FOR EACH ROW WHEN (NEW.shared_id IS NOT NULL) EXECUTE FUNCTION count_for_post();
CREATE TRIGGER posts_count_gone AFTER DELETE ON posts
  FOR EACH ROW WHEN (OLD.shared_id IS NOT NULL) EXECUTE FUNCTION count_for_post();

-- What may be in a member's feed, written when it is posted. Whether it is shown is decided when it is read, so a row of a
-- post that is gone, or of somebody who is no connection any more, shows nothing until the sweep takes it.
CREATE TABLE feed_items (
  reader_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  seq bigint NOT NULL,                           -- of the post
  day date NOT NULL,                             -- of the post
  why text NOT NULL CHECK (why IN ('own', 'connection', 'follow', 'reaction')),
  by_id uuid,                                    -- a connection who reacted
  PRIMARY KEY (reader_id, seq) INCLUDE (day, why, by_id)
);

-- Posts and reactions on their way into feeds, each with the last reader that was written: a row is the whole state, so
-- that whoever ends in the middle is followed by whoever comes next.
CREATE TABLE feed_spreads (
  seq bigint NOT NULL REFERENCES posts (seq) ON DELETE CASCADE,
  by_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE, -- the post's author, or who reacted
  after uuid,
  PRIMARY KEY (seq, by_id)
);
CREATE INDEX feed_spreads_by ON feed_spreads (by_id);

-- Authors of posts that are `wide`.
CREATE TABLE wide_authors (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE
);

-- Chunks of readers are read in the order of their ids.
DROP INDEX follows_followed;
CREATE INDEX follows_followed ON follows (followed_id, follower_id);

CREATE TABLE mutes (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  muted_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  PRIMARY KEY (account_id, muted_id),
  CHECK (account_id <> muted_id)
);
CREATE INDEX mutes_muted ON mutes (muted_id);

CREATE TABLE hidden_posts (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  post_id uuid NOT NULL REFERENCES posts ON DELETE CASCADE,
  PRIMARY KEY (account_id, post_id)
);
CREATE INDEX hidden_posts_post ON hidden_posts (post_id);

-- What members are told: a row for each thing and day, which grows and moves up. `n` counts for each reader apart.
CREATE TABLE notices (
  reader_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  kind text NOT NULL,
  subject uuid NOT NULL,
  day date NOT NULL,
  n integer NOT NULL,
  people integer NOT NULL,
  PRIMARY KEY (reader_id, kind, subject, day)
);
CREATE INDEX notices_order ON notices (reader_id, n);
CREATE INDEX notices_subject ON notices (subject);

-- Who did it; each counts once. The reader itself where nobody did.
CREATE TABLE notice_people (
  reader_id uuid NOT NULL,
  kind text NOT NULL,
  subject uuid NOT NULL,
  day date NOT NULL,
  by_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  n integer NOT NULL,
  PRIMARY KEY (reader_id, kind, subject, day, by_id),
  FOREIGN KEY (reader_id, kind, subject, day) REFERENCES notices ON DELETE CASCADE);
CREATE INDEX notice_people_by ON notice_people (by_id);

-- Who takes it back, or leaves, is counted no more; with the last of them the notice goes.
CREATE FUNCTION count_notice_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE notices SET people = people - 1
    WHERE (reader_id, kind, subject, day) = (OLD.reader_id, OLD.kind, OLD.subject, OLD.day);
  DELETE FROM notices
    WHERE (reader_id, kind, subject, day) = (OLD.reader_id, OLD.kind, OLD.subject, OLD.day) AND people = 0;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_people_count AFTER DELETE ON notice_people
  FOR EACH ROW EXECUTE FUNCTION count_notice_people();

-- The last `n` a reader was given, and the one up to which all is seen: counters, no times.
CREATE TABLE notice_marks (
  account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  last integer NOT NULL,
  seen integer NOT NULL DEFAULT 0
);

CREATE TABLE notice_kinds_off (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  kind text NOT NULL,
  PRIMARY KEY (account_id, kind)
);
