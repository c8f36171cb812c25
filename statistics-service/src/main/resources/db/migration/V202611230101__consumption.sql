-- How far each partition is counted; stored in the transaction that counts.
GRANT USAGE ON SCHEMA statistics TO ${serviceRole};

CREATE TABLE consumer_position (
  topic         text    NOT NULL,
  partition     integer NOT NULL CHECK (partition >= 0),
  topic_id      text    NOT NULL,
  next_offset   bigint  NOT NULL CHECK (next_offset >= 0),
  leader_epoch  integer,
  PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);

GRANT SELECT, INSERT, UPDATE ON consumer_position TO ${serviceRole};

-- Records that could not be counted. The payload stays in Kafka: it may be anything.
CREATE TABLE rejected_event (
  topic        text        NOT NULL,
  partition    integer     NOT NULL,
  topic_id     text        NOT NULL,
  record_offset bigint     NOT NULL,
  cause        text        NOT NULL,
  subject      text,
  version      bigint,
  rejected_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (topic, topic_id, partition, record_offset)
);

GRANT SELECT, INSERT ON rejected_event TO ${serviceRole};
