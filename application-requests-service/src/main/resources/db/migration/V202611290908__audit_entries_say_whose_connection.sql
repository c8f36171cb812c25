-- Whose connection an entry was written on, and from where: whoever has the service's password can
-- name any client, but does so from his own address.
ALTER TABLE audit_entry ADD COLUMN written_by text;
COMMENT ON COLUMN audit_entry.written_by IS 'role and address of the database connection; absent when that was not noted yet';

CREATE OR REPLACE FUNCTION audit_entry_is_of_now() RETURNS trigger LANGUAGE plpgsql
SET search_path = requests, pg_temp
AS $$
BEGIN
  NEW.recorded_at := clock_timestamp();
  NEW.written_in := pg_current_xact_id();
  NEW.written_by := session_user || '@' || coalesce(host(inet_client_addr()), 'local');
  RETURN NEW;
END
$$;
