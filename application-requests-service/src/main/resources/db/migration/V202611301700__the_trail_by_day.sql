-- Where a day begins and ends in the trail is found without going through it. In a register of
-- millions, make this beforehand with CREATE INDEX CONCURRENTLY: then nothing is done here, and
-- nobody waits.
-- Contracts: nothing.
CREATE INDEX IF NOT EXISTS audit_entry_by_moment ON audit_entry (recorded_at);
