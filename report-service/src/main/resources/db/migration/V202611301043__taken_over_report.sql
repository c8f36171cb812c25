-- Reports that their organs published elsewhere, with their files: revision 1, then what replaced it.
-- Rows are added and never changed.
CREATE TABLE taken_over_report (
  organ_code    text        NOT NULL,
  report_year   integer     NOT NULL,
  scope         text        NOT NULL CHECK (scope IN ('OWN', 'LEVEL', 'REGION')),
  revision      integer     NOT NULL CHECK (revision >= 1),
  -- Its figures and texts as JSON.
  report        text        NOT NULL,
  -- What the file was examined to be, with all that was found, as JSON.
  examined      text        NOT NULL,
  file_name     text        NOT NULL,
  format        text        NOT NULL,
  file          bytea       NOT NULL CHECK (octet_length(file) BETWEEN 1 AND 20971520),
  sha256        bytea       NOT NULL CHECK (octet_length(sha256) = 32),
  sm3           bytea       NOT NULL CHECK (octet_length(sm3) = 32),
  -- Why it replaced the revision before.
  reason        text,
  taken_over_by text        NOT NULL,
  -- Who signed in at the client; NULL where a system acted for itself.
  person        text,
  taken_over_at timestamptz NOT NULL,
  CHECK (revision = 1 OR reason IS NOT NULL),
  PRIMARY KEY (organ_code, report_year, scope, revision)
);
-- A file is compressed already, or short.
ALTER TABLE taken_over_report ALTER COLUMN file SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON taken_over_report TO "${serviceRole}";
