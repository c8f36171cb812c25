-- Databases made with the first texts of V202611241000 or V202611272330 get what these say now; all
-- others have it.
-- Contracts: nothing that a release relies on; the tables keep names and columns.
SET LOCAL client_min_messages = warning;
DROP INDEX IF EXISTS application_state_received;
CREATE INDEX IF NOT EXISTS application_state_cell
  ON application_state (organ_code, outcome, concluded_on);
ALTER TABLE application_state SET (fillfactor = 80);

DO $$ BEGIN
  IF (SELECT relkind = 'p' FROM pg_class WHERE oid = 'daily_count'::regclass) THEN
    RETURN;
  END IF;
  ALTER TABLE daily_count RENAME TO daily_count_whole;
  ALTER INDEX daily_count_organ RENAME TO daily_count_whole_organ;
  CREATE TABLE daily_count (
    organ_code text COLLATE "C" NOT NULL,
    day        date     NOT NULL,
    place      smallint NOT NULL,
    n          integer  NOT NULL
  ) PARTITION BY HASH (organ_code);
  FOR part IN 0..15 LOOP
    EXECUTE format(
      'CREATE TABLE daily_count_%s PARTITION OF daily_count FOR VALUES WITH (MODULUS 16, REMAINDER %s)'
      ' WITH (autovacuum_analyze_scale_factor = 0.5)',
      part, part);
  END LOOP;
  INSERT INTO daily_count SELECT organ_code, day, place, n FROM daily_count_whole;
  DROP TABLE daily_count_whole;
  CREATE INDEX daily_count_organ ON daily_count (organ_code, day) INCLUDE (place, n);
  GRANT SELECT, INSERT, DELETE ON daily_count TO ${serviceRole};
END $$;
