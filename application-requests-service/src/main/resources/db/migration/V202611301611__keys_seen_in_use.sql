-- An order to encrypt anew is finished when no instance was seen to have another key since its last
-- pass began, also one that is gone by then, and ends as overtaken when the register has gone on to
-- another key. Contracts: nothing.
ALTER TABLE reencryption
  ADD COLUMN pass_began_at timestamptz,
  ADD COLUMN overtaken_at  timestamptz;
COMMENT ON COLUMN reencryption.pass_began_at IS 'when the present pass over everything began; null until it has';
COMMENT ON COLUMN reencryption.overtaken_at IS 'when every instance encrypted under another key than the one of the order, which then ended';
GRANT UPDATE (pass_began_at, overtaken_at) ON reencryption TO "${serviceRole}";

-- Under which keys each instance has encrypted, and when it last said so of each.
CREATE TABLE key_ring_use (
  instance     uuid         NOT NULL,
  primary_key  integer      NOT NULL,
  seen_at      timestamptz  NOT NULL,
  PRIMARY KEY (instance, primary_key)
);
GRANT SELECT, INSERT, DELETE ON key_ring_use TO "${serviceRole}";
GRANT UPDATE (seen_at) ON key_ring_use TO "${serviceRole}";
