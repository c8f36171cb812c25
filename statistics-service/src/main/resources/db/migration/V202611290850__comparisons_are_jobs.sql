-- Background work: jobs of pieces that any instance claims, as in the other services. A comparison is a
-- job of the same id; what it is about, how far it got and what came of it stands in a table of its own.
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

CREATE TABLE comparison (
  id           uuid        PRIMARY KEY,
  kind         text        NOT NULL,
  organ_code   text        COLLATE "C" NOT NULL DEFAULT '',
  last_year    integer     NOT NULL,
  ordered_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  ordered_by   text        NOT NULL,
  reached      text        COLLATE "C" NOT NULL DEFAULT '',
  result       text,
  problem      text,
  finished_at  timestamptz
);

-- One of a kind and organ at a time: whoever orders another is told of the one that is under way.
CREATE UNIQUE INDEX comparison_under_way ON comparison (kind, organ_code) WHERE finished_at IS NULL;

GRANT SELECT, INSERT, DELETE ON job, job_piece, comparison TO "${serviceRole}";
GRANT UPDATE (done, finished_at, cancelled_at) ON job TO "${serviceRole}";
GRANT UPDATE (not_before, claim, claimed_until, attempts, cause, parked_at)
  ON job_piece TO "${serviceRole}";
GRANT UPDATE (reached, result, problem, finished_at) ON comparison TO "${serviceRole}";
