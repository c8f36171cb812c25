-- Of what waits alone, without the days that were sent, and with a plan that is kept: a relay asks many
-- times a second.
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
     AND waiting.id NOT IN (SELECT unnest(marking))
     AND waiting.key NOT IN (SELECT parked.key FROM outbox_parked parked WHERE parked.topic = of_topic)
   ORDER BY waiting.id
   LIMIT most;
END
$$;

GRANT SELECT ON outbox_waiting TO "${serviceRole}";
