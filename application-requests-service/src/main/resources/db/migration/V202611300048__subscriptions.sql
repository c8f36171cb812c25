-- Other systems are told of events over HTTP, in the order in which the relay marked them as sent. A
-- marking takes the next place; its rows have their ids beside it. Markings follow each other, since
-- each holds the relay's lease until it has committed: whoever reads on from a place misses none.
-- Contracts: nothing; the function drops the same days as before.
CREATE SEQUENCE outbox_places;

ALTER TABLE outbox ADD COLUMN place bigint;

CREATE FUNCTION outbox_next_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM nextval('requests.outbox_places');
  RETURN NULL;
END
$$;

CREATE FUNCTION outbox_takes_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.place := CASE WHEN NEW.published_at IS NOT NULL THEN currval('requests.outbox_places') END;
  RETURN NEW;
END
$$;

CREATE TRIGGER outbox_marking
  BEFORE UPDATE OF published_at ON outbox
  FOR EACH STATEMENT EXECUTE FUNCTION outbox_next_place();

CREATE TRIGGER outbox_marked
  BEFORE UPDATE OF published_at ON outbox
  FOR EACH ROW EXECUTE FUNCTION outbox_takes_place();

-- Up to where events were dropped with their days: who stands before that has missed some.
CREATE TABLE outbox_dropped (
  id          int         PRIMARY KEY CHECK (id = 1),
  place       bigint      NOT NULL,
  dropped_at  timestamptz NOT NULL
);

INSERT INTO outbox_dropped VALUES (1, 0, now());

CREATE OR REPLACE FUNCTION outbox_keep(days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = requests, pg_temp
SET lock_timeout = '1s'
AS $$
DECLARE
  today    date := (now() AT TIME ZONE 'UTC')::date;
  kept     date;
  part     text;
  last     bigint;
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
    EXECUTE format('SELECT max(place) FROM %I', part) INTO last;
    IF last IS NOT NULL THEN
      UPDATE outbox_dropped SET place = greatest(place, last), dropped_at = now();
    END IF;
    EXECUTE format('DROP TABLE %I', part);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END
$$;

-- Who is told where. The position is that of the last event that was dealt with.
CREATE TABLE subscription (
  id                uuid        PRIMARY KEY,
  client_id         text        NOT NULL,
  address           text        NOT NULL,
  -- Organ codes, or *: those of the token that it was made with, and those that are wanted of them.
  allowed           text[]      NOT NULL,
  wanted            text[]      NOT NULL,
  types             text[]      NOT NULL,
  secret            bytea       NOT NULL,
  earlier_secret    bytea,
  earlier_until     timestamptz,
  created_at        timestamptz NOT NULL,
  place             bigint      NOT NULL,
  event             bigint      NOT NULL,
  -- Grows when somebody moves or resumes it: what is under way then isn't stored.
  generation        bigint      NOT NULL DEFAULT 0,
  paused_because    text,
  paused_at         timestamptz,
  delivered         bigint      NOT NULL DEFAULT 0,
  delivered_at      timestamptz,
  failures          integer     NOT NULL DEFAULT 0,
  failing_since     timestamptz,
  last_cause        text,
  refused_in_a_row  integer     NOT NULL DEFAULT 0,
  not_before        timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (client_id, address)
);

-- Events that a receiver refused for good.
CREATE TABLE subscription_dead_letter (
  number           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subscription_id  uuid        NOT NULL REFERENCES subscription ON DELETE CASCADE,
  topic            text        NOT NULL,
  key              text        NOT NULL,
  version          bigint      NOT NULL,
  data             text        NOT NULL,
  recorded_at      timestamptz NOT NULL,
  cause            text        NOT NULL,
  attempts         integer     NOT NULL DEFAULT 1,
  refused_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When somebody had it tried again; and a newer version of the same that was taken since.
  retry_at         timestamptz,
  superseded_by    bigint,
  UNIQUE (subscription_id, topic, key, version)
);

GRANT USAGE ON SEQUENCE outbox_places TO "${serviceRole}";
GRANT SELECT ON outbox_dropped TO "${serviceRole}";
GRANT SELECT, INSERT, DELETE ON subscription TO "${serviceRole}";
GRANT UPDATE (secret, earlier_secret, earlier_until, place, event, generation, paused_because,
              paused_at, delivered, delivered_at, failures, failing_since, last_cause,
              refused_in_a_row, not_before)
  ON subscription TO "${serviceRole}";
GRANT SELECT, INSERT, DELETE ON subscription_dead_letter TO "${serviceRole}";
GRANT UPDATE (cause, attempts, refused_at, retry_at, superseded_by)
  ON subscription_dead_letter TO "${serviceRole}";
-- A subscription's turn is a job that is forgotten when it is over: the next one waits its turn anew.
GRANT DELETE ON job TO "${serviceRole}";
