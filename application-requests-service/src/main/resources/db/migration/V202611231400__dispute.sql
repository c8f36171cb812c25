-- Cases of 行政复议 and 行政诉讼. A case is never deleted; its natural key is never reused.
CREATE TABLE dispute (
  id                uuid        PRIMARY KEY,
  version           bigint      NOT NULL CHECK (version >= 1),
  organ_code        text        NOT NULL REFERENCES organ (code),
  source_client     text        NOT NULL,
  source_reference  text        NOT NULL,
  kind              text        NOT NULL CHECK (kind IN (
                      'RECONSIDERATION', 'LITIGATION_DIRECT', 'LITIGATION_AFTER_RECONSIDERATION')),
  accepted_on       date        NOT NULL,
  application_id    uuid        REFERENCES application,
  result            text        CHECK (result IN ('UPHELD', 'CORRECTED', 'OTHER')),
  closed_on         date        CHECK (closed_on >= accepted_on),
  first_answer      text        NOT NULL,
  recorded_at       timestamptz NOT NULL,
  changed_at        timestamptz NOT NULL,
  CHECK ((result IS NULL) = (closed_on IS NULL)),
  UNIQUE (source_client, organ_code, source_reference)
);

CREATE INDEX dispute_organ ON dispute (organ_code, id);

GRANT SELECT, INSERT ON dispute TO "${serviceRole}";
GRANT UPDATE (version, result, closed_on, changed_at) ON dispute TO "${serviceRole}";
