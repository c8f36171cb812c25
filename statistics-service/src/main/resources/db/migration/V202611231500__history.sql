-- What the tables beside the matrix are made of.
ALTER TABLE application_state
  ADD COLUMN channel         text,
  ADD COLUMN due_on          date,
  ADD COLUMN due_provisional boolean,
  ADD COLUMN extended        boolean,
  ADD COLUMN recorded_at     timestamptz;

-- The applications behind a cell.
CREATE INDEX application_state_received ON application_state (organ_code, received_on);
CREATE INDEX application_state_concluded ON application_state (organ_code, concluded_on);

-- Every version that ever arrived, for figures as known at a moment. Only ever appended to.
CREATE TABLE application_history (
  application_id uuid        NOT NULL,
  version        bigint      NOT NULL,
  recorded_at    timestamptz NOT NULL,
  organ_code     text        NOT NULL,
  applicant_type text        NOT NULL,
  received_on    date        NOT NULL,
  status         text        NOT NULL,
  outcome        text,
  concluded_on   date,
  PRIMARY KEY (application_id, version)
);

CREATE INDEX application_history_organ ON application_history (organ_code, application_id);

GRANT SELECT, INSERT ON application_history TO ${serviceRole};
