-- By what an application is found: its number in the one writing, and keyed digests of who applied
-- (and of who asks for what). Who has the table without the key ring learns nothing from these.
-- What a release before stores has none of them, and is filled in behind it.
ALTER TABLE application
  ADD COLUMN reference_key       text COLLATE "C",
  ADD COLUMN name_digest         bytea,
  ADD COLUMN contact_digest      bytea,
  ADD COLUMN request_digest      bytea,
  ADD COLUMN possible_duplicate  text;

COMMENT ON COLUMN application.reference_key IS 'source_reference in the writing in which numbers are compared';
COMMENT ON COLUMN application.possible_duplicate IS 'in what an earlier one was like it when it was stored';

CREATE INDEX application_by_reference_key ON application (reference_key, organ_code)
  WHERE reference_key IS NOT NULL;
CREATE INDEX application_by_name ON application (name_digest) WHERE name_digest IS NOT NULL;
CREATE INDEX application_by_contact ON application (contact_digest)
  WHERE contact_digest IS NOT NULL;
CREATE INDEX application_by_request ON application (request_digest, organ_code)
  WHERE request_digest IS NOT NULL;
CREATE INDEX application_without_keys ON application (id) WHERE reference_key IS NULL;

GRANT UPDATE (reference_key, name_digest, contact_digest, request_digest)
  ON application TO "${serviceRole}";
