-- NOT Citus: functions of the same names and signatures that keep a list of what was distributed, and refuse what Citus refuses when
-- it looks at its catalogs. Every row stays where it is, and no statement is planned by it.
CREATE TABLE pg_dist_partition (
  logicalrelid regclass PRIMARY KEY,
  partmethod "char" NOT NULL,
  partkey text,
  colocated_with regclass,
  place integer NOT NULL
);
GRANT SELECT, INSERT ON pg_dist_partition TO PUBLIC;

CREATE FUNCTION refuse_unfit(table_name regclass, key text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  bad text;
BEGIN
  IF EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = table_name) THEN
    RAISE EXCEPTION 'table % is already distributed', table_name;
  END IF;
  IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = table_name AND NOT tgisinternal) THEN
    RAISE EXCEPTION 'cannot distribute relation % because it has triggers', table_name;
  END IF;
  SELECT c.conname INTO bad FROM pg_constraint c LEFT JOIN pg_dist_partition d ON d.logicalrelid = c.confrelid
    WHERE c.contype = 'f' AND c.conrelid = table_name AND (d.logicalrelid IS NULL OR (key IS NULL AND d.partkey IS NOT NULL));
  IF bad IS NOT NULL THEN
    RAISE EXCEPTION 'cannot create foreign key constraint %', bad;
  END IF;
  IF key IS NULL THEN
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = table_name AND attname = key AND NOT attisdropped AND attidentity = '') THEN
    RAISE EXCEPTION 'column % of % cannot be a distribution column', key, table_name;
  END IF;
  SELECT i.indexrelid::regclass::text INTO bad FROM pg_index i
    WHERE i.indrelid = table_name AND (i.indisunique OR i.indisexclusion) AND NOT EXISTS (
      SELECT FROM pg_attribute a WHERE a.attrelid = table_name AND a.attname = key AND a.attnum = ANY (i.indkey));
  IF bad IS NOT NULL THEN
    RAISE EXCEPTION 'cannot create constraint on %: % does not hold the distribution column', table_name, bad;
  END IF;
END $$;

CREATE FUNCTION create_reference_table(table_name regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_unfit(table_name, NULL);
  INSERT INTO pg_dist_partition SELECT table_name, 'n', NULL, NULL, count(*) FROM pg_dist_partition;
END $$;

CREATE FUNCTION create_distributed_table(table_name regclass, distribution_column text, distribution_type text DEFAULT 'hash',
  colocate_with text DEFAULT 'default', shard_count integer DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_unfit(table_name, distribution_column);
  IF colocate_with NOT IN ('none', 'default') AND NOT EXISTS (
    SELECT FROM pg_dist_partition d JOIN pg_attribute a ON a.attrelid = d.logicalrelid AND a.attname = d.partkey
      JOIN pg_attribute b ON b.attrelid = table_name AND b.attname = distribution_column AND b.atttypid = a.atttypid
    WHERE d.logicalrelid = colocate_with::regclass) THEN
    RAISE EXCEPTION 'cannot colocate % with %', table_name, colocate_with;
  END IF;
  INSERT INTO pg_dist_partition SELECT table_name, 'h', distribution_column,
    CASE WHEN colocate_with NOT IN ('none', 'default') THEN colocate_with::regclass END, count(*) FROM pg_dist_partition;
END $$;
