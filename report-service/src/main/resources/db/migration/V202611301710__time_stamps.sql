-- When a document was signed, if that was later than its publication.
ALTER TABLE published_signature ADD COLUMN signed_at timestamptz;

-- That an authority saw the signature over a published document (RFC 3161): its answer, as it came but for what stood behind it.
CREATE TABLE published_time_stamp (
  organ_code  text        NOT NULL,
  report_year integer     NOT NULL,
  scope       text        NOT NULL,
  revision    integer     NOT NULL,
  format      text        NOT NULL,
  stamp       bytea       NOT NULL,
  -- As the authority says.
  stamped_at  timestamptz NOT NULL,
  PRIMARY KEY (organ_code, report_year, scope, revision, format),
  FOREIGN KEY (organ_code, report_year, scope, revision, format) REFERENCES published_signature
);

GRANT SELECT, INSERT ON published_time_stamp TO "${serviceRole}";
