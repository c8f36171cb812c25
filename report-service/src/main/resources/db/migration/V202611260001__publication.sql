-- A report is on an organ alone, or adds up the reports of a government's organs.
ALTER TABLE draft_revision
  ADD COLUMN scope text NOT NULL DEFAULT 'OWN' CHECK (scope IN ('OWN', 'LEVEL', 'REGION'));
ALTER TABLE draft_revision DROP CONSTRAINT draft_revision_pkey;
ALTER TABLE draft_revision ADD PRIMARY KEY (organ_code, report_year, scope, version);

-- What was done with drafts, in the order of the ids: added to and never changed.
CREATE TABLE life_step (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organ_code    text        NOT NULL,
  report_year   integer     NOT NULL,
  scope         text        NOT NULL,
  kind          text        NOT NULL CHECK (kind IN ('SUBMITTED', 'RETURNED', 'PUBLISHED')),
  draft_version bigint      NOT NULL,
  -- Why it was returned, or corrected.
  reason        text,
  recorded_by   text        NOT NULL,
  recorded_at   timestamptz NOT NULL,
  FOREIGN KEY (organ_code, report_year, scope, draft_version) REFERENCES draft_revision
);
CREATE INDEX life_step_of_report ON life_step (report_year, organ_code, scope, id);

-- Why a report may be published although a check finds something. A reason stands for the findings
-- that it was given for, a JSON array of sentences; the newest one counts.
CREATE TABLE kept_reason (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organ_code    text        NOT NULL,
  report_year   integer     NOT NULL,
  scope         text        NOT NULL,
  check_number  integer     NOT NULL CHECK (check_number BETWEEN 1 AND 21),
  findings      text        NOT NULL,
  reason        text        NOT NULL CHECK (reason <> ''),
  recorded_by   text        NOT NULL,
  recorded_at   timestamptz NOT NULL
);
CREATE INDEX kept_reason_of_report ON kept_reason (organ_code, report_year, scope, check_number, id);

-- What was published: revision 1, then its corrections. Rows are added and never changed.
CREATE TABLE publication (
  organ_code    text        NOT NULL,
  report_year   integer     NOT NULL,
  scope         text        NOT NULL,
  revision      integer     NOT NULL CHECK (revision >= 1),
  draft_version bigint      NOT NULL,
  -- The frozen report as JSON, byte for byte what the digest is of.
  report        text        NOT NULL,
  sha256        bytea       NOT NULL CHECK (octet_length(sha256) = 32),
  sm3           bytea       NOT NULL CHECK (octet_length(sm3) = 32),
  -- Why it was corrected; NULL for revision 1.
  reason        text,
  -- The figures that a correction changed, as JSON.
  changed       text        NOT NULL,
  published_by  text        NOT NULL,
  published_at  timestamptz NOT NULL,
  CHECK ((revision = 1) = (reason IS NULL)),
  PRIMARY KEY (organ_code, report_year, scope, revision),
  FOREIGN KEY (organ_code, report_year, scope, draft_version) REFERENCES draft_revision
);

CREATE TABLE published_document (
  organ_code  text    NOT NULL,
  report_year integer NOT NULL,
  scope       text    NOT NULL,
  revision    integer NOT NULL,
  format      text    NOT NULL,
  media_type  text    NOT NULL,
  bytes       bytea   NOT NULL,
  sha256      bytea   NOT NULL CHECK (octet_length(sha256) = 32),
  sm3         bytea   NOT NULL CHECK (octet_length(sm3) = 32),
  PRIMARY KEY (organ_code, report_year, scope, revision, format),
  FOREIGN KEY (organ_code, report_year, scope, revision) REFERENCES publication
);

-- The versions of the applications behind the figures of table three.
CREATE TABLE published_application (
  organ_code     text    NOT NULL,
  report_year    integer NOT NULL,
  scope          text    NOT NULL,
  revision       integer NOT NULL,
  application_id uuid    NOT NULL,
  version        bigint  NOT NULL,
  applicant_type text    NOT NULL,
  received_on    date    NOT NULL,
  outcome        text,
  concluded_on   date,
  PRIMARY KEY (organ_code, report_year, scope, revision, application_id),
  FOREIGN KEY (organ_code, report_year, scope, revision) REFERENCES publication
);

-- The reports that a published sum is of.
CREATE TABLE published_child (
  organ_code     text    NOT NULL,
  report_year    integer NOT NULL,
  scope          text    NOT NULL,
  revision       integer NOT NULL,
  child_code     text    NOT NULL,
  child_scope    text    NOT NULL,
  child_revision integer NOT NULL,
  PRIMARY KEY (organ_code, report_year, scope, revision, child_code),
  FOREIGN KEY (organ_code, report_year, scope, revision) REFERENCES publication,
  FOREIGN KEY (child_code, report_year, child_scope, child_revision) REFERENCES publication
);

GRANT SELECT, INSERT ON
  life_step, kept_reason, publication, published_document, published_application, published_child
  TO ${serviceRole};
