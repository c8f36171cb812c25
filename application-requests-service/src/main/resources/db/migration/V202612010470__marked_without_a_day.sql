-- What is marked while its day has no partition stays in the one for what waits, where it was read, sent
-- and marked again and again, and kept its day from being made. It waits no more, and goes into its day,
-- under the place that it has, when the days are made.
-- Contracts: nothing; the release before asks the same functions.
CREATE OR REPLACE FUNCTION outbox_next(of_topic text, marking bigint[], most integer)
RETURNS TABLE (id bigint, key text, version bigint, data text, recorded_at timestamptz)
LANGUAGE plpgsql STABLE
SET search_path = requests, pg_temp
SET enable_sort = off
SET enable_bitmapscan = off
SET enable_seqscan = off
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT waiting.id, waiting.key, waiting.version, waiting.data, waiting.recorded_at
    FROM outbox_waiting waiting
   WHERE waiting.topic = of_topic
     AND waiting.published_at IS NULL
     AND waiting.id NOT IN (SELECT unnest(marking))
     AND waiting.key NOT IN (SELECT parked.key FROM outbox_parked parked WHERE parked.topic = of_topic)
   ORDER BY waiting.id
   LIMIT most;
END
$$;

CREATE OR REPLACE FUNCTION outbox_next_traced(of_topic text, marking bigint[], most integer)
RETURNS TABLE (id bigint, key text, version bigint, data text, recorded_at timestamptz,
               traceparent text)
LANGUAGE plpgsql STABLE
SET search_path = requests, pg_temp
SET enable_sort = off
SET enable_bitmapscan = off
SET enable_seqscan = off
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT waiting.id, waiting.key, waiting.version, waiting.data, waiting.recorded_at,
         waiting.traceparent
    FROM outbox_waiting waiting
   WHERE waiting.topic = of_topic
     AND waiting.published_at IS NULL
     AND waiting.id NOT IN (SELECT unnest(marking))
     AND waiting.key NOT IN (SELECT parked.key FROM outbox_parked parked WHERE parked.topic = of_topic)
   ORDER BY waiting.id
   LIMIT most;
END
$$;

-- A table of the day's own, filled and then attached: it can't be made a partition before its rows have
-- left the default one.
CREATE FUNCTION outbox_make_day(day date) RETURNS void
LANGUAGE plpgsql
SET search_path = requests, pg_temp
AS $$
DECLARE
  part   text := 'outbox_' || to_char(day, 'YYYYMMDD');
  first  timestamptz := day || ' 00:00:00+00';
  after  timestamptz := (day + 1) || ' 00:00:00+00';
BEGIN
  EXECUTE format('CREATE TABLE %I (LIKE outbox INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part);
  IF EXISTS (SELECT FROM outbox_waiting WHERE published_at >= first AND published_at < after) THEN
    LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('INSERT INTO %I SELECT * FROM outbox_waiting'
                   ' WHERE published_at >= $1 AND published_at < $2', part) USING first, after;
    DELETE FROM outbox_waiting WHERE published_at >= first AND published_at < after;
  END IF;
  EXECUTE format('ALTER TABLE outbox ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                 part, first, after);
  EXECUTE format('CREATE INDEX %I ON %I (topic, key, version)', part || '_by_key', part);
  EXECUTE format('CREATE INDEX %I ON %I (place, id) WHERE place IS NOT NULL',
                 part || '_by_place', part);
END
$$;

CREATE OR REPLACE FUNCTION outbox_keep(days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = requests, pg_temp
SET lock_timeout = '1s'
AS $$
DECLARE
  today    date := (now() AT TIME ZONE 'UTC')::date;
  wanted   date[];
  kept     date;
  part     text;
  last     record;
  dropped  integer := 0;
BEGIN
  IF days IS NULL OR days < 1 THEN
    RAISE EXCEPTION 'the outbox keeps a day at least' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  wanted := ARRAY(
    SELECT generate_series(today, today + 10, interval '1 day')::date
    UNION
    SELECT (published_at AT TIME ZONE 'UTC')::date FROM outbox_waiting WHERE published_at IS NOT NULL
    ORDER BY 1);
  FOREACH kept IN ARRAY wanted LOOP
    IF to_regclass('requests.outbox_' || to_char(kept, 'YYYYMMDD')) IS NULL THEN
      PERFORM outbox_make_day(kept);
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

REVOKE ALL ON FUNCTION outbox_make_day(date) FROM PUBLIC;
