-- serves: 0020
-- Pictures may leave the database for a folder or a bucket (docs/decisions/0038): `object` is the random name under which a
-- file lies there, `object_key` what it is sealed with. Either the row has the file, or it has these two.
ALTER TABLE pictures ALTER COLUMN file DROP NOT NULL;
ALTER TABLE pictures
  ADD COLUMN object bytea CHECK (octet_length(object) = 16),
  ADD COLUMN object_key bytea CONSTRAINT pictures_somewhere CHECK (
    (object IS NULL) = (file IS NOT NULL) AND (object IS NULL) = (object_key IS NULL) AND octet_length(object_key) = 32);
CREATE INDEX pictures_here ON pictures (hash) WHERE object IS NULL;
CREATE INDEX pictures_objects ON pictures (object) WHERE object IS NOT NULL;

-- Objects whose rows are gone, until they are removed from the store; nothing of them can be opened.
CREATE TABLE gone_objects (
  object bytea PRIMARY KEY CHECK (octet_length(object) = 16)
);

-- As before (0011), and an object goes on the list with its row.
CREATE OR REPLACE FUNCTION count_picture_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE pictures SET uses = uses + 1 WHERE hash = NEW.hash;
  ELSE
    UPDATE pictures SET uses = uses - 1 WHERE hash = OLD.hash;
    WITH gone AS (DELETE FROM pictures WHERE hash = OLD.hash AND uses = 0 RETURNING object)
      INSERT INTO gone_objects (object) SELECT object FROM gone WHERE object IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
