-- What was received can be corrected by a step. The application says what is right, the step what
-- was recorded before it, and what is encrypted or forgotten in time is kept here. The number of a
-- voided application is free: the number that is unique gives way, the one that is shown stays.
CREATE TABLE application_receipt_before (
  application_id            uuid    NOT NULL,
  sequence                  integer NOT NULL,
  subject                   text,
  applicant_name            bytea,
  applicant_identity_number bytea,
  applicant_contact         bytea,
  PRIMARY KEY (application_id, sequence),
  FOREIGN KEY (application_id, sequence) REFERENCES application_step
);

COMMENT ON TABLE application_receipt_before IS 'what the step of that number corrected; encrypted as in application';

ALTER TABLE application_receipt_before ENABLE ROW LEVEL SECURITY;

CREATE POLICY within_reach ON application_receipt_before
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR EXISTS (SELECT 1 FROM requests.application WHERE id = application_id));

ALTER TABLE application ADD COLUMN recorded_reference text;

COMMENT ON COLUMN application.recorded_reference IS 'the client''s number, where source_reference has given way because the application is voided';

UPDATE application
   SET recorded_reference = source_reference, source_reference = source_reference || '#' || id
 WHERE status = 'VOIDED';

GRANT SELECT, INSERT, DELETE ON application_receipt_before TO "${serviceRole}";
GRANT UPDATE (received_on, channel, subject, source_reference, recorded_reference, applicant_name,
              applicant_identity_number, applicant_contact, applicant_fingerprint)
    ON application TO "${serviceRole}";
