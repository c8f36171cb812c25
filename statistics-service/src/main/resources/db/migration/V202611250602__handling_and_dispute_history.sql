-- How applications were handled: for timeliness, fees and what is open.
ALTER TABLE application_state
  ADD COLUMN answer_due_on date,
  ADD COLUMN working_days  integer,
  ADD COLUMN fees          jsonb;

CREATE INDEX application_state_charged ON application_state (organ_code) WHERE fees IS NOT NULL;

ALTER TABLE application_history
  ADD COLUMN channel         text,
  ADD COLUMN due_on          date,
  ADD COLUMN due_provisional boolean,
  ADD COLUMN extended        boolean,
  ADD COLUMN answer_due_on   date,
  ADD COLUMN working_days    integer,
  ADD COLUMN fees            jsonb;

-- Every version of a dispute that ever arrived, the newest one too. Only ever appended to.
CREATE TABLE dispute_history (
  dispute_id  uuid        NOT NULL,
  version     bigint      NOT NULL,
  recorded_at timestamptz NOT NULL,
  organ_code  text        NOT NULL,
  kind        text        NOT NULL,
  accepted_on date        NOT NULL,
  result      text,
  closed_on   date,
  PRIMARY KEY (dispute_id, version)
);

CREATE INDEX dispute_history_organ ON dispute_history (organ_code, dispute_id);

-- When these were recorded was not kept. They can't have been before what they tell of.
INSERT INTO dispute_history
SELECT dispute_id, version, coalesce(closed_on, accepted_on)::timestamp AT TIME ZONE 'Asia/Shanghai',
       organ_code, kind, accepted_on, result, closed_on
FROM dispute_state;

GRANT SELECT, INSERT ON dispute_history TO ${serviceRole};
