-- Whose a job is, where those who order take turns; NULL where a release before ordered it.
ALTER TABLE job ADD COLUMN owner text;
GRANT UPDATE (owner) ON job TO "${serviceRole}";

-- When whose turn last was.
CREATE TABLE job_turn (
  kind      text        NOT NULL,
  owner     text        NOT NULL,
  served_at timestamptz NOT NULL,
  PRIMARY KEY (kind, owner)
);
GRANT SELECT, INSERT, UPDATE ON job_turn TO "${serviceRole}";
