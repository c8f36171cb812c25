-- Background work: jobs of pieces that any instance claims. What a job is about stands in a table of
-- its kind's own; here stands how far it got, and what can't be done.
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

GRANT SELECT, INSERT ON job TO "${serviceRole}";
GRANT UPDATE (done, finished_at, cancelled_at) ON job TO "${serviceRole}";
GRANT SELECT, INSERT, DELETE ON job_piece TO "${serviceRole}";
GRANT UPDATE (not_before, claim, claimed_until, attempts, cause, parked_at)
  ON job_piece TO "${serviceRole}";
