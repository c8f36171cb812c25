-- In whose own published report on a year the applications of an organ are: in one at most.
CREATE TABLE counted_organ (
  report_year  integer NOT NULL,
  organ_code   text    NOT NULL,
  counted_by   text    NOT NULL,
  PRIMARY KEY (report_year, organ_code)
);

CREATE INDEX counted_organ_counted_by ON counted_organ (report_year, counted_by);

INSERT INTO counted_organ (report_year, organ_code, counted_by)
SELECT DISTINCT report_year, organ_code, organ_code FROM publication WHERE scope = 'OWN';

GRANT SELECT, INSERT, DELETE ON counted_organ TO "${serviceRole}";
