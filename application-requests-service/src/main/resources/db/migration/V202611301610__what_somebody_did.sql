-- What somebody did or read is found without going through the trail. What systems did isn't in it.
-- In a register of millions, make the index beforehand with CREATE INDEX CONCURRENTLY.
-- Contracts: nothing.
CREATE INDEX IF NOT EXISTS audit_entry_of_person
  ON audit_entry (person, id) WHERE person IS NOT NULL;
