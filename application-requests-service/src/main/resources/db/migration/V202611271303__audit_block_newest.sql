-- The newest blocks are looked for every few seconds, however many there are.
CREATE INDEX audit_block_newest ON audit_block (upper(entry_ids));
