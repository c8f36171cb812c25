-- The page of an application lists the cases about it, and who signed in to record each step. In a
-- register of millions, make the index beforehand with CREATE INDEX CONCURRENTLY.
-- Contracts: nothing.
CREATE INDEX IF NOT EXISTS dispute_of_application
  ON dispute (application_id) WHERE application_id IS NOT NULL;

ALTER TABLE dispute_step ADD COLUMN person text;
COMMENT ON COLUMN dispute_step.person IS 'who signed in at the client; null for a system';
