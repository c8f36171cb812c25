-- The catalogue lists what is published of a year.
CREATE INDEX publication_by_year ON publication (report_year, organ_code, scope, revision);
