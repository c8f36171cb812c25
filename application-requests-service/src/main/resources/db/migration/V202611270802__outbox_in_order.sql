-- What waits is found by its key through the index that lets it wait once; only the days, which have
-- no such index, need one of their own.
DROP INDEX outbox_by_key;

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

DO $$
DECLARE
  part text;
BEGIN
  FOR part IN
    SELECT child.relname
      FROM pg_inherits
      JOIN pg_class child ON child.oid = inhrelid
     WHERE inhparent = 'requests.outbox'::regclass AND child.relname ~ '^outbox_[0-9]{8}$'
  LOOP
    EXECUTE format('CREATE INDEX %I ON %I (topic, key, version)', part || '_by_key', part);
  END LOOP;
END
$$;

-- The oldest events that wait, without those that are just being marked. A queue that was empty when
-- the planner last looked is sorted whole for each batch, unless the index's order is insisted on.
CREATE FUNCTION outbox_next(of_topic text, marking bigint[], most integer)
RETURNS TABLE (id bigint, key text, version bigint, data text, recorded_at timestamptz)
LANGUAGE sql STABLE
SET search_path = requests, pg_temp
SET enable_sort = off
SET enable_bitmapscan = off
SET enable_seqscan = off
AS $$
  SELECT id, key, version, data, recorded_at
    FROM outbox
   WHERE topic = of_topic
     AND published_at IS NULL
     AND id NOT IN (SELECT unnest(marking))
     AND key NOT IN (SELECT parked.key FROM outbox_parked parked WHERE parked.topic = of_topic)
   ORDER BY id
   LIMIT most
$$;

REVOKE ALL ON FUNCTION outbox_next(text, bigint[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_next(text, bigint[], integer) TO "${serviceRole}";
