-- What somebody did or read is found without going through the trail. What systems did isn't in it.
-- Nobody was noted before this release: the index is empty when it is made, after one look.
-- Contracts: nothing.
CREATE INDEX audit_entry_of_person
  ON audit_entry (person, id) WHERE person IS NOT NULL;
