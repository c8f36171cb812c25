-- How making the counts anew from the topics goes, so that every instance can tell.
CREATE TABLE rebuild (
  id              uuid        PRIMARY KEY,
  started_at      timestamptz NOT NULL DEFAULT now(),
  finished_at     timestamptz,
  state           text        NOT NULL
                  CHECK (state IN ('READING', 'COMPARING', 'SWAPPING', 'DONE', 'FAILED')),
  records_read    bigint      NOT NULL DEFAULT 0,
  records_in_all  bigint      NOT NULL DEFAULT 0,
  differing_cells bigint,
  cause           text
);

GRANT SELECT, INSERT, UPDATE ON rebuild TO ${serviceRole};
