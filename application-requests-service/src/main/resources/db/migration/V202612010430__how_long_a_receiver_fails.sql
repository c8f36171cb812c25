-- For how long a receiver was left alone for failures of its own since it took something: what the
-- register let pass, stopped or unable to send, isn't held against it. The release before goes by
-- failing_since alone. Contracts: nothing.
ALTER TABLE subscription ADD COLUMN failing_for interval NOT NULL DEFAULT '0';

GRANT UPDATE (failing_for) ON subscription TO "${serviceRole}";
