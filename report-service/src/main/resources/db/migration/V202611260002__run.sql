-- Year-end runs: every report of a subtree checked or drawn in the background. What is here is made
-- anew by another run, so it may be deleted.
CREATE TABLE run (
  id           uuid        PRIMARY KEY,
  organ_code   text        NOT NULL,
  report_year  integer     NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('CHECK', 'DOCUMENTS')),
  -- Short names of formats, separated by commas; empty for checks.
  formats      text        NOT NULL,
  requested_by text        NOT NULL,
  requested_at timestamptz NOT NULL,
  -- When all its items were known, and when the last of them was finished.
  planned_at   timestamptz,
  finished_at  timestamptz
);

CREATE TABLE run_item (
  run_id       uuid        NOT NULL REFERENCES run ON DELETE CASCADE,
  number       integer     NOT NULL,
  organ_code   text        NOT NULL,
  organ_name   text        NOT NULL,
  scope        text        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('PENDING', 'DONE', 'FAILED')),
  -- A worker that takes an item raises this; only the one that raised it last may finish the item.
  attempts     integer     NOT NULL DEFAULT 0,
  -- Until when nobody else takes it.
  held_until   timestamptz,
  -- The checks that stand against publication, by number, separated by commas.
  obstacles    text        NOT NULL DEFAULT '',
  problem      text        NOT NULL DEFAULT '',
  finished_at  timestamptz,
  PRIMARY KEY (run_id, number),
  UNIQUE (run_id, organ_code, scope)
);
CREATE INDEX run_item_pending ON run_item (run_id, number) WHERE state = 'PENDING';

CREATE TABLE run_document (
  run_id uuid    NOT NULL,
  number integer NOT NULL,
  format text    NOT NULL,
  name   text    NOT NULL,
  bytes  bytea   NOT NULL,
  PRIMARY KEY (run_id, number, format),
  FOREIGN KEY (run_id, number) REFERENCES run_item ON DELETE CASCADE
);

GRANT SELECT, INSERT, UPDATE, DELETE ON run, run_item, run_document TO ${serviceRole};
