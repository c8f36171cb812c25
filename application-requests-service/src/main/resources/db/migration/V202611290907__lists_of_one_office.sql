-- What is asked about one office takes work that grows with the office, not with the nation. In a
-- register of millions, make these beforehand with CREATE INDEX CONCURRENTLY: then nothing is done
-- here, and nobody waits.
CREATE INDEX IF NOT EXISTS application_by_organ_and_receipt
  ON application (organ_code, received_on, id);
CREATE INDEX IF NOT EXISTS application_open_by_organ
  ON application (organ_code, status, due_on, id)
  WHERE status NOT IN ('CONCLUDED', 'VOIDED');
CREATE INDEX IF NOT EXISTS application_by_organ_and_conclusion
  ON application (organ_code, concluded_on) WHERE concluded_on IS NOT NULL;
CREATE INDEX IF NOT EXISTS audit_entry_of_organ ON audit_entry (organ_code, id);
CREATE INDEX IF NOT EXISTS audit_entry_seldom
  ON audit_entry (action, id)
  WHERE action NOT IN ('APPLICATION_REGISTERED', 'APPLICATION_STEP_APPENDED',
                       'APPLICATION_DUE_DATE_RECKONED');
CREATE INDEX IF NOT EXISTS dispute_pending
  ON dispute (application_id) WHERE closed_on IS NULL AND application_id IS NOT NULL;

-- Contracts: nothing; application_by_organ_and_receipt begins as it did.
DROP INDEX application_by_organ;
