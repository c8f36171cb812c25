-- Everything is encrypted anew under the key that the order names, and looked through once more, from
-- when every instance has that key as its primary: only then are the older ones needed no more.
-- Contracts: nothing.
ALTER TABLE reencryption
  ADD COLUMN primary_key integer,
  ADD COLUMN pass        integer NOT NULL DEFAULT 1,
  ADD COLUMN found       bigint  NOT NULL DEFAULT 0;
COMMENT ON COLUMN reencryption.primary_key IS 'the number of the key to encrypt under; null in orders of a release that did not note it';
COMMENT ON COLUMN reencryption.pass IS 'how often all was gone through, this time included';
COMMENT ON COLUMN reencryption.found IS 'how many were under another key in this pass';
GRANT UPDATE (pass, found) ON reencryption TO "${serviceRole}";

-- Under which key each instance encrypts, as it says every few seconds.
CREATE TABLE key_ring_report (
  instance     uuid         PRIMARY KEY,
  primary_key  integer      NOT NULL,
  since        timestamptz  NOT NULL,
  seen_at      timestamptz  NOT NULL
);
GRANT SELECT, INSERT, DELETE ON key_ring_report TO "${serviceRole}";
GRANT UPDATE (primary_key, since, seen_at) ON key_ring_report TO "${serviceRole}";

-- Rows of ledgers that wait are encrypted anew, too.
GRANT UPDATE (content) ON ledger_part TO "${serviceRole}";
