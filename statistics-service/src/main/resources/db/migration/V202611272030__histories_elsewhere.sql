-- An application is found by the organ of its newest state, and by those of its older ones only where
-- it stood elsewhere. Only these are worth an index entry: nearly all applications stay where they
-- are. Of what is there already it isn't known, and to be found twice does no harm.
ALTER TABLE application_history ADD COLUMN elsewhere boolean NOT NULL DEFAULT true;
DROP INDEX application_history_organ;
CREATE INDEX application_history_elsewhere ON application_history (organ_code, application_id)
  WHERE elsewhere;

GRANT UPDATE (elsewhere) ON application_history TO ${serviceRole};
