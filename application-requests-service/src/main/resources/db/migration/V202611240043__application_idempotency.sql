-- The Idempotency-Keys of posted applications: what a client named one request may not name another.
CREATE TABLE application_idempotency (
  client_id        text        NOT NULL,
  idempotency_key  text        NOT NULL,
  application_id   uuid        NOT NULL REFERENCES application DEFERRABLE INITIALLY DEFERRED,
  recorded_at      timestamptz NOT NULL,
  PRIMARY KEY (client_id, idempotency_key)
);

GRANT SELECT, INSERT ON application_idempotency TO "${serviceRole}";
