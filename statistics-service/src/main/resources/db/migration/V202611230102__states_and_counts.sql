-- The newest state of each application, organ and dispute. Version 0 is a placeholder that is
-- locked before the old state is read.
CREATE TABLE application_state (
  application_id uuid   PRIMARY KEY,
  version        bigint NOT NULL,
  digest         bytea,
  organ_code     text,
  applicant_type text,
  received_on    date,
  status         text,
  outcome        text,
  concluded_on   date,
  CHECK (version = 0 OR digest IS NOT NULL AND organ_code IS NOT NULL
         AND applicant_type IS NOT NULL AND received_on IS NOT NULL AND status IS NOT NULL),
  CHECK ((outcome IS NULL) = (concluded_on IS NULL))
) WITH (fillfactor = 80);

CREATE TABLE organ_state (
  organ_code  text   PRIMARY KEY,
  version     bigint NOT NULL,
  digest      bytea  NOT NULL,
  name        text   NOT NULL,
  kind        text   NOT NULL,
  parent_code text,
  valid_from  date,
  valid_to    date
);

CREATE INDEX organ_state_parent ON organ_state (parent_code);

CREATE TABLE dispute_state (
  dispute_id  uuid   PRIMARY KEY,
  version     bigint NOT NULL,
  digest      bytea  NOT NULL,
  organ_code  text   NOT NULL,
  kind        text   NOT NULL,
  accepted_on date   NOT NULL,
  result      text,
  closed_on   date,
  CHECK ((result IS NULL) = (closed_on IS NULL))
);

CREATE INDEX dispute_state_organ ON dispute_state (organ_code, accepted_on);

-- One number for an organ, a day, a row of the form and an applicant type: applications received
-- on the day (NEWLY_RECEIVED), or concluded on it with the outcome that the row counts.
CREATE TABLE daily_count (
  organ_code     text   NOT NULL,
  day            date   NOT NULL,
  form_row       text   NOT NULL,
  applicant_type text   NOT NULL,
  n              bigint NOT NULL,
  PRIMARY KEY (organ_code, day, form_row, applicant_type)
) WITH (fillfactor = 80);

GRANT SELECT, INSERT, UPDATE
  ON application_state, organ_state, dispute_state, daily_count TO ${serviceRole};
