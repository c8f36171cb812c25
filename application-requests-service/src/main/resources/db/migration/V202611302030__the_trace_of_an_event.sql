-- The recorded span of the request that made a change goes with its event, as W3C trace context writes it;
-- empty while traces are off, for what isn't recorded, and for what no request made.
-- Contracts: nothing; the release before names its columns, and asks outbox_next, which stays as it is.
ALTER TABLE outbox ADD COLUMN traceparent text;

CREATE FUNCTION outbox_next_traced(of_topic text, marking bigint[], most integer)
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
     AND waiting.id NOT IN (SELECT unnest(marking))
     AND waiting.key NOT IN (SELECT parked.key FROM outbox_parked parked WHERE parked.topic = of_topic)
   ORDER BY waiting.id
   LIMIT most;
END
$$;
