-- Where events were dropped up to is a position, as that of a subscriber is: a place alone doesn't tell
-- who has all of the last marking from who stopped within it. Of what was dropped before, nobody knows
-- any more: whoever stands at that place is told so rather than not.
-- Contracts: nothing; the release before reads the place, and the function drops the same days.
ALTER TABLE outbox_dropped ADD COLUMN event bigint NOT NULL DEFAULT 9223372036854775807;

CREATE OR REPLACE FUNCTION outbox_keep(days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = requests, pg_temp
SET lock_timeout = '1s'
AS $$
DECLARE
  today    date := (now() AT TIME ZONE 'UTC')::date;
  kept     date;
  part     text;
  last     record;
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
      EXECUTE format('CREATE INDEX %I ON %I (place, id) WHERE place IS NOT NULL',
                     part || '_by_place', part);
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
    EXECUTE format('SELECT place, id FROM %I WHERE place IS NOT NULL'
                   ' ORDER BY place DESC, id DESC LIMIT 1', part) INTO last;
    UPDATE outbox_dropped SET place = last.place, event = last.id, dropped_at = now()
     WHERE (place, event) < (last.place, last.id);
    EXECUTE format('DROP TABLE %I', part);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END
$$;
