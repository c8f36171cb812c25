-- When an entry was appended, and in which transaction, is for the server to say: whoever has the
-- service's password could date it back.
CREATE FUNCTION audit_entry_is_of_now() RETURNS trigger LANGUAGE plpgsql
SET search_path = requests, pg_temp
AS $$
BEGIN
  NEW.recorded_at := clock_timestamp();
  NEW.written_in := pg_current_xact_id();
  RETURN NEW;
END
$$;

CREATE TRIGGER audit_entry_of_now
  BEFORE INSERT ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_entry_is_of_now();

-- A number of days below one would drop the days that are still being sent.
-- Contracts: nothing; the function drops the same days as before.
CREATE OR REPLACE FUNCTION outbox_keep(days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = requests, pg_temp
SET lock_timeout = '1s'
AS $$
DECLARE
  today    date := (now() AT TIME ZONE 'UTC')::date;
  kept     date;
  part     text;
  dropped  integer := 0;
BEGIN
  IF days IS NULL OR days < 1 THEN
    RAISE EXCEPTION 'the outbox keeps a day at least' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  FOR kept IN SELECT generate_series(today, today + 10, interval '1 day')::date LOOP
    part := 'outbox_' || to_char(kept, 'YYYYMMDD');
    IF to_regclass('requests.' || part) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF outbox FOR VALUES FROM (%L) TO (%L)',
                     part, kept || ' 00:00:00+00', (kept + 1) || ' 00:00:00+00');
      EXECUTE format('CREATE INDEX %I ON %I (topic, key, version)', part || '_by_key', part);
    END IF;
  END LOOP;
  FOR part IN
    SELECT child.relname
      FROM pg_inherits
      JOIN pg_class child ON child.oid = inhrelid
     WHERE inhparent = 'requests.outbox'::regclass
       AND child.relname ~ '^outbox_[0-9]{8}$'
       AND to_date(right(child.relname, 8), 'YYYYMMDD') < today - days
  LOOP
    EXECUTE format('DROP TABLE %I', part);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END
$$;
