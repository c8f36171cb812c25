-- In which transaction an entry was appended, and which were still open when a block was sealed: an
-- entry that stands before sealed ones is either of a transaction that was open then, or was put in.
ALTER TABLE audit_entry ADD COLUMN written_in xid8;
ALTER TABLE audit_entry ALTER COLUMN written_in SET DEFAULT pg_current_xact_id();

ALTER TABLE audit_block ADD COLUMN snapshot pg_snapshot;
