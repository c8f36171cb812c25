-- The signature over a published document, made with it: detached, in the form of CMS. What was published without one stays so.
CREATE TABLE published_signature (
  organ_code  text    NOT NULL,
  report_year integer NOT NULL,
  scope       text    NOT NULL,
  revision    integer NOT NULL,
  format      text    NOT NULL,
  signature   bytea   NOT NULL,
  PRIMARY KEY (organ_code, report_year, scope, revision, format),
  FOREIGN KEY (organ_code, report_year, scope, revision, format) REFERENCES published_document
);

GRANT SELECT, INSERT ON published_signature TO "${serviceRole}";
