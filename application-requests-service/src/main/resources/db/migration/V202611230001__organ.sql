-- The directory of organs. A code is never reused, and an organ is never deleted.
GRANT USAGE ON SCHEMA requests TO ${serviceRole};

CREATE TABLE organ (
  code         text        PRIMARY KEY CHECK (code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  name         text        NOT NULL CHECK (name <> ''),
  kind         text        NOT NULL CHECK (kind IN ('GOVERNMENT', 'DEPARTMENT', 'TOWNSHIP', 'OTHER')),
  parent_code  text        REFERENCES organ (code) CHECK (parent_code <> code),
  valid_from   date,
  valid_to     date        CHECK (valid_to >= valid_from),
  version      bigint      NOT NULL CHECK (version >= 1),
  recorded_at  timestamptz NOT NULL
);

CREATE INDEX organ_parent ON organ (parent_code);

GRANT SELECT, INSERT, UPDATE ON organ TO ${serviceRole};
