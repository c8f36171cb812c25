-- Archives of published reports, examined file by file in the background. What is here is brought again by
-- whoever brought it, so it may be deleted.
CREATE TABLE examination_job (
  id           uuid        PRIMARY KEY,
  client_id    text        NOT NULL,
  -- Who signed in at the client; NULL where a system acted for itself.
  person       text,
  file_name    text        NOT NULL,
  ordered_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When the archive had come whole, and its files were known; nobody is told of it before.
  taken_at     timestamptz,
  bytes        bigint      NOT NULL DEFAULT 0,
  files        integer     NOT NULL DEFAULT 0,
  finished_at  timestamptz,
  cancelled_at timestamptz
);
CREATE INDEX examination_job_client ON examination_job (client_id, person, ordered_at);

-- The archive in parts of 1 MiB each but the last, until all its files are examined.
CREATE TABLE examination_chunk (
  job_id uuid    NOT NULL REFERENCES examination_job ON DELETE CASCADE,
  number integer NOT NULL,
  bytes  bytea   NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 1048576),
  PRIMARY KEY (job_id, number)
);
-- It is compressed already, and read piece by piece.
ALTER TABLE examination_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE examination_file (
  job_id      uuid    NOT NULL REFERENCES examination_job ON DELETE CASCADE,
  number      integer NOT NULL,
  name        text    NOT NULL,
  -- Where it lies in the archive, and how it is packed there.
  place       bigint  NOT NULL,
  bytes       bigint  NOT NULL,
  method      integer NOT NULL,
  encrypted   boolean NOT NULL,
  state       text    NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'READ', 'UNREAD')),
  -- Why it wasn't read.
  reason      text,
  organ_name  text,
  report_year integer,
  wrong       integer NOT NULL DEFAULT 0,
  look        integer NOT NULL DEFAULT 0,
  -- What was read and found, as JSON.
  examined    text,
  PRIMARY KEY (job_id, number)
);

GRANT SELECT, INSERT, UPDATE, DELETE
  ON examination_job, examination_chunk, examination_file TO "${serviceRole}";
