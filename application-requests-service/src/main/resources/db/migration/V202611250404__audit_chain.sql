-- Entries are sealed some seconds after they were appended, in blocks: each has a digest over its
-- entries and the digest of the block before. What was changed, removed or put in later shows.
CREATE TABLE audit_block (
  number          bigint         PRIMARY KEY CHECK (number >= 1),
  entry_ids       int8multirange NOT NULL CHECK (NOT isempty(entry_ids)),
  -- The first 8 bytes of each entry's digest, in the order of the ids: they tell which one differs.
  entry_digests   bytea          NOT NULL,
  digest          bytea          NOT NULL CHECK (length(digest) = 32),
  sealed_at       timestamptz    NOT NULL
);

CREATE TRIGGER audit_block_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_block
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();

GRANT SELECT, INSERT ON audit_block TO ${serviceRole};

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;

CREATE POLICY appending ON audit_entry FOR INSERT WITH CHECK (true);

CREATE POLICY within_reach ON audit_entry FOR SELECT
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR organ_code IN (SELECT unnest(string_to_array(current_setting('disclosure.reach', true), ','))));
