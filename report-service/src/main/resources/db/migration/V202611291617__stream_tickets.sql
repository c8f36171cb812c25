-- Tickets that open a stream once, for clients that can't send a token: by the digest of the ticket and of the
-- stream's address. They last for seconds, and what is left of them goes with the next one.
CREATE TABLE stream_ticket (
  digest         bytea        PRIMARY KEY,
  client_id      text         NOT NULL,
  roles          text[]       NOT NULL,
  organs         text[]       NOT NULL,
  expires_at     timestamptz  NOT NULL,
  rights_end_at  timestamptz  NOT NULL
);

GRANT SELECT, INSERT, DELETE ON stream_ticket TO "${serviceRole}";
