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
