-- What the Regulation asks to note of an application (articles 29, 31 and 36) beside what counts.
-- Who applies beside the applicant, or for him, is one encrypted value.
ALTER TABLE application
  ADD COLUMN submitted_on         date,
  ADD COLUMN oral                 boolean NOT NULL DEFAULT false,
  ADD COLUMN requested_form       text,
  ADD COLUMN requested_way        text,
  ADD COLUMN applicant_others     bytea,
  ADD COLUMN document_number_key  text COLLATE "C";

COMMENT ON COLUMN application.document_number_key IS 'the number of the answer that stands, in the writing in which numbers are compared';

CREATE INDEX application_by_document_number ON application (document_number_key, organ_code)
  WHERE document_number_key IS NOT NULL;

GRANT UPDATE (applicant_others, document_number_key) ON application TO "${serviceRole}";
