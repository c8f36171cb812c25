-- Who signed in at the client, and for whom a client said that it acts. Both stand in written_by as
-- well, as lines of their own, which every release seals: neither an entry of before nor one that an
-- older release seals can be given another person, or lose its own, unseen.
-- Contracts: nothing.
ALTER TABLE audit_entry ADD COLUMN person text, ADD COLUMN on_behalf_of text;
COMMENT ON COLUMN audit_entry.person IS 'who signed in at the client; null for a system';
COMMENT ON COLUMN audit_entry.on_behalf_of IS 'for whom the client said that it acts';
COMMENT ON COLUMN audit_entry.written_by IS 'role and address of the database connection, then the lines of who signed in and on whose behalf; absent when that was not noted yet';

CREATE OR REPLACE FUNCTION audit_entry_is_of_now() RETURNS trigger LANGUAGE plpgsql
SET search_path = requests, pg_temp
AS $$
BEGIN
  NEW.recorded_at := clock_timestamp();
  NEW.written_in := pg_current_xact_id();
  NEW.person := translate(NEW.person, E'\n\r', '  ');
  NEW.on_behalf_of := translate(NEW.on_behalf_of, E'\n\r', '  ');
  NEW.written_by := session_user || '@' || coalesce(host(inet_client_addr()), 'local')
                    || coalesce(E'\nperson ' || NEW.person, '')
                    || coalesce(E'\non behalf of ' || NEW.on_behalf_of, '');
  RETURN NEW;
END
$$;

-- What a person's ledger registers in the background is done by that person.
ALTER TABLE ledger_import ADD COLUMN person text;
COMMENT ON COLUMN ledger_import.person IS 'who signed in at the client; null for a system';
