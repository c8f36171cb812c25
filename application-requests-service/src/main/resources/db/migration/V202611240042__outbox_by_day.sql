-- What waits for Kafka and what was sent are parted: a row without published_at lies in the default
-- partition, which stays small; marking it moves it into the partition of its day, which is dropped
-- whole when its time is over.
ALTER TABLE outbox RENAME TO outbox_before;

CREATE SEQUENCE outbox_order;
SELECT setval('outbox_order', (SELECT coalesce(max(id), 0) + 1 FROM outbox_before), false);

CREATE TABLE outbox (
  id            bigint      NOT NULL DEFAULT nextval('outbox_order'),
  topic         text        NOT NULL,
  key           text        NOT NULL,
  version       bigint      NOT NULL CHECK (version >= 1),
  data          text        NOT NULL,
  recorded_at   timestamptz NOT NULL,
  published_at  timestamptz
) PARTITION BY RANGE (published_at);

CREATE TABLE outbox_waiting PARTITION OF outbox DEFAULT;
CREATE UNIQUE INDEX outbox_waiting_once ON outbox_waiting (topic, key, version);
CREATE INDEX outbox_waiting_in_order ON outbox_waiting (topic, id);
CREATE INDEX outbox_by_key ON outbox (topic, key, version);

-- Makes partitions for this day and the ten that follow, and drops those that lie more than the
-- given number of days back. Only the owner may do that; the service calls it.
CREATE FUNCTION outbox_keep(days integer) RETURNS integer
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

SELECT outbox_keep(7);

-- What was sent before is counted as sent today, so that it is kept as long as it should be.
INSERT INTO outbox (id, topic, key, version, data, recorded_at, published_at)
SELECT id, topic, key, version, data, recorded_at,
       CASE WHEN published_at IS NOT NULL THEN now() END
  FROM outbox_before
 ORDER BY id;

DROP TABLE outbox_before;

REVOKE ALL ON FUNCTION outbox_keep(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_keep(integer) TO "${serviceRole}";
GRANT USAGE ON SEQUENCE outbox_order TO "${serviceRole}";
GRANT SELECT, INSERT ON outbox TO "${serviceRole}";
GRANT UPDATE (published_at) ON outbox TO "${serviceRole}";

-- An administrator's order to publish the present states again, and how far it is carried out.
CREATE TABLE republication (
  id             uuid        PRIMARY KEY,
  organ_code     text,
  scope          text        NOT NULL CHECK (scope IN ('OWN', 'SUBTREE')),
  changed_since  timestamptz,
  requested_by   text        NOT NULL,
  requested_at   timestamptz NOT NULL,
  topic          text,
  last_key       text,
  appended       bigint      NOT NULL DEFAULT 0,
  finished_at    timestamptz
);

CREATE INDEX republication_open ON republication (requested_at) WHERE finished_at IS NULL;

GRANT SELECT, INSERT ON republication TO "${serviceRole}";
GRANT UPDATE (topic, last_key, appended, finished_at) ON republication TO "${serviceRole}";
