-- Background work: jobs of pieces that any instance claims. A run is a job of the same id; what it is
-- about and what came of it stands in its own tables, here stands what is left to be done. The release
-- before goes on to claim by run.held_until and run_item.held_until, which this one doesn't read.
CREATE TABLE job (
  id            uuid        PRIMARY KEY,
  kind          text        NOT NULL,
  ordered_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  total         bigint,
  done          bigint      NOT NULL DEFAULT 0,
  finished_at   timestamptz,
  cancelled_at  timestamptz
);

CREATE TABLE job_piece (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id         uuid        NOT NULL REFERENCES job,
  key            text        NOT NULL,
  weight         integer     NOT NULL DEFAULT 1,
  not_before     timestamptz NOT NULL DEFAULT clock_timestamp(),
  claim          bigint      NOT NULL DEFAULT 0,
  claimed_until  timestamptz,
  attempts       integer     NOT NULL DEFAULT 0,
  cause          text,
  parked_at      timestamptz,
  UNIQUE (job_id, key)
);

CREATE INDEX job_piece_parked ON job_piece (id) WHERE parked_at IS NOT NULL;
CREATE INDEX job_piece_waiting ON job_piece (not_before) WHERE parked_at IS NULL;

GRANT SELECT, INSERT, DELETE ON job TO "${serviceRole}";
GRANT UPDATE (done, finished_at, cancelled_at) ON job TO "${serviceRole}";
GRANT SELECT, INSERT, DELETE ON job_piece TO "${serviceRole}";
GRANT UPDATE (not_before, claim, claimed_until, attempts, cause, parked_at)
  ON job_piece TO "${serviceRole}";
