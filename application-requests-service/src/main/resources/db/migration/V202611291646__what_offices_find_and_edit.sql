-- An answer that is made again has a document number of its own, and the first one's stays known. A
-- column that holds several could be found by no index below the policy for rows.
CREATE TABLE application_answered_again (
  document_number_key text COLLATE "C" NOT NULL,
  application_id      uuid NOT NULL REFERENCES application,
  PRIMARY KEY (document_number_key, application_id)
);

COMMENT ON COLUMN application_answered_again.document_number_key IS 'in the writing in which numbers are compared';

CREATE INDEX application_answered_again_of ON application_answered_again (application_id);

GRANT SELECT, INSERT, DELETE ON application_answered_again TO "${serviceRole}";

ALTER TABLE application_answered_again ENABLE ROW LEVEL SECURITY;

CREATE POLICY within_reach ON application_answered_again
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR EXISTS (SELECT 1 FROM requests.application WHERE application.id = application_id));

ALTER TABLE application
  ADD COLUMN handling_version bigint NOT NULL DEFAULT 0,
  ADD COLUMN later_texts_at   timestamptz;

COMMENT ON COLUMN application.handling_version IS 'grows with every replacement of handler and note';

COMMENT ON COLUMN application.later_texts_at IS 'when a free text was last recorded after the applicant was forgotten; it is forgotten in its turn';

CREATE INDEX application_by_later_texts ON application (later_texts_at)
  WHERE later_texts_at IS NOT NULL;

GRANT UPDATE (handling_version, later_texts_at) ON application TO "${serviceRole}";

-- Where something stands that is wrong with a row, in the office's own workbook.
ALTER TABLE ledger_import
  ADD COLUMN headings text NOT NULL DEFAULT '{}';
ALTER TABLE ledger_refusal
  ADD COLUMN letters text NOT NULL DEFAULT '';

COMMENT ON COLUMN ledger_import.headings IS 'under which headings the columns stand, by sheets';
COMMENT ON COLUMN ledger_refusal.letters IS 'of the column; empty for the whole row';
