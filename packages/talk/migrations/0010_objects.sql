-- serves: 0008
-- Pictures may leave the database for a folder or a bucket (docs/decisions/0038): `object` is the random name under which they
-- lie there, `object_key` what they are sealed with. Either the row has both files, or it has these two.
ALTER TABLE pictures ALTER COLUMN signed DROP NOT NULL;
ALTER TABLE pictures ALTER COLUMN shown DROP NOT NULL;
ALTER TABLE pictures ADD COLUMN object bytea CONSTRAINT pictures_object_length CHECK (octet_length(object) = 16);
ALTER TABLE pictures ADD COLUMN object_key bytea CONSTRAINT pictures_somewhere CHECK (
  (object IS NULL) = (signed IS NOT NULL AND shown IS NOT NULL) AND (object IS NULL) = (object_key IS NULL) AND octet_length(object_key) = 32);
CREATE INDEX pictures_here ON pictures (room_id, hash) WHERE object IS NULL;
CREATE INDEX pictures_objects ON pictures (object) WHERE object IS NOT NULL;

-- Distributed by room. Objects whose rows are gone, until they are removed from the store; nothing of them can be opened.
CREATE TABLE gone_objects (
  room_id text NOT NULL,
  object bytea NOT NULL CHECK (octet_length(object) = 16),
  PRIMARY KEY (room_id, object)
);
