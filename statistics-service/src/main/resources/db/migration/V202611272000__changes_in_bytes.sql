-- The changes that a transaction made to daily_count, in one value that only the sums are made of: it
-- is written, moved on and thrown away, and arrays of words took more than the count itself. What the
-- old form holds goes with the sums that wait for it; these are made anew from the counts.
DELETE FROM subtree_root;
DELETE FROM subtree_count;
DROP TABLE daily_change;

CREATE TABLE daily_change (
  changes bytea NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100);
ALTER TABLE daily_change ALTER COLUMN changes SET STORAGE EXTERNAL;

GRANT SELECT, INSERT, DELETE ON daily_change TO ${serviceRole};

-- All queries go by keys, so the planner learns little from looking at these anew while they grow,
-- and nothing is read from their indexes alone.
ALTER TABLE application_state SET (autovacuum_analyze_scale_factor = 0.5);
ALTER TABLE application_history
  SET (autovacuum_analyze_scale_factor = 0.5, autovacuum_vacuum_insert_scale_factor = 1);
ALTER TABLE daily_count
  SET (autovacuum_analyze_scale_factor = 0.5, autovacuum_vacuum_insert_scale_factor = 1);
