-- A case is corrected, re-opened, sent back, taken to the second instance or voided by a step. The
-- case says how it stands; each step keeps the case as it stood before.
ALTER TABLE dispute
  ADD COLUMN voided      boolean NOT NULL DEFAULT false,
  ADD COLUMN forum       text,
  ADD COLUMN case_number text;

COMMENT ON COLUMN dispute.voided IS 'recorded by mistake, or twice: it counts nowhere';
COMMENT ON COLUMN dispute.forum IS '复议机关 or 法院 that has the case';

CREATE TABLE dispute_step (
  dispute_id  uuid        NOT NULL REFERENCES dispute,
  sequence    integer     NOT NULL CHECK (sequence >= 1),
  type        text        NOT NULL,
  happened_on date        NOT NULL,
  content     text        NOT NULL,
  before      text        NOT NULL,
  recorded_by text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (dispute_id, sequence)
);

ALTER TABLE dispute_step ENABLE ROW LEVEL SECURITY;

CREATE POLICY within_reach ON dispute_step
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR EXISTS (SELECT 1 FROM requests.dispute WHERE id = dispute_id));

GRANT SELECT, INSERT ON dispute_step TO "${serviceRole}";
GRANT UPDATE (kind, accepted_on, application_id, voided, forum, case_number)
    ON dispute TO "${serviceRole}";
