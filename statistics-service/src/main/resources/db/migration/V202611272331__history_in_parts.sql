-- The history grows with every version, and is found by application: in parts by its id.
ALTER TABLE application_history RENAME TO application_history_whole;
ALTER INDEX application_history_pkey RENAME TO application_history_whole_pkey;

CREATE TABLE application_history (
  LIKE application_history_whole INCLUDING DEFAULTS,
  PRIMARY KEY (application_id, version)
) PARTITION BY HASH (application_id);

DO $$ BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format(
      'CREATE TABLE application_history_%s PARTITION OF application_history'
      ' FOR VALUES WITH (MODULUS 16, REMAINDER %s)'
      ' WITH (autovacuum_analyze_scale_factor = 0.5, autovacuum_vacuum_insert_scale_factor = 1)',
      part, part);
  END LOOP;
END $$;

INSERT INTO application_history SELECT * FROM application_history_whole;

DROP TABLE application_history_whole;

CREATE INDEX application_history_elsewhere ON application_history (organ_code, application_id)
  WHERE elsewhere;

GRANT SELECT, INSERT, UPDATE (elsewhere) ON application_history TO ${serviceRole};
