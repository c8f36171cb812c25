-- Events that wait for Kafka, written in the transaction of the change that they tell of. A row is
-- kept for some days after it was sent, so that what a broker lost can be sent again.
CREATE TABLE outbox (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic         text        NOT NULL,
  key           text        NOT NULL,
  version       bigint      NOT NULL CHECK (version >= 1),
  data          text        NOT NULL,
  recorded_at   timestamptz NOT NULL,
  published_at  timestamptz,
  UNIQUE (topic, key, version)
);

CREATE INDEX outbox_pending ON outbox (topic, id) WHERE published_at IS NULL;
CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;

-- Keys with an event that Kafka will never take; their events wait until somebody has looked.
CREATE TABLE outbox_parked (
  topic      text        NOT NULL,
  key        text        NOT NULL,
  version    bigint      NOT NULL,
  cause      text        NOT NULL,
  parked_at  timestamptz NOT NULL,
  PRIMARY KEY (topic, key)
);

-- Who relays. The epoch grows with every change of hands.
CREATE TABLE outbox_lease (
  id      int         PRIMARY KEY CHECK (id = 1),
  holder  uuid        NOT NULL,
  epoch   bigint      NOT NULL,
  until   timestamptz NOT NULL
);

INSERT INTO outbox_lease VALUES (1, '00000000-0000-0000-0000-000000000000', 0, '-infinity');

GRANT SELECT, INSERT, DELETE ON outbox TO ${serviceRole};
GRANT UPDATE (published_at) ON outbox TO ${serviceRole};
GRANT SELECT, INSERT, DELETE ON outbox_parked TO ${serviceRole};
GRANT SELECT, UPDATE ON outbox_lease TO ${serviceRole};
