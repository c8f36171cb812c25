-- What is listed of the revision in force of each report: kept by the trigger, whichever release publishes.
CREATE TABLE catalogue (
  organ_code         text        NOT NULL,
  report_year        integer     NOT NULL,
  scope              text        NOT NULL,
  revision           integer     NOT NULL,
  organ_name         text        NOT NULL,
  -- The name as it is looked for.
  organ_written      text        NOT NULL,
  signed_by          text        NOT NULL,
  -- How the report begins: a character more than is told of it.
  lead               text,
  signed_on          date,
  sha256             bytea       NOT NULL,
  sm3                bytea       NOT NULL,
  published_at       timestamptz NOT NULL,
  first_published_at timestamptz NOT NULL,
  PRIMARY KEY (organ_code, report_year, scope)
);
CREATE UNIQUE INDEX catalogue_by_year ON catalogue (report_year, organ_code, scope);
CREATE INDEX catalogue_by_publication
  ON catalogue (published_at DESC, organ_code, report_year, scope);

-- Names differ by brackets, blanks, dots and case.
CREATE FUNCTION written(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT upper(translate(name, '（）' || U&'\3000' || ' ·•・', '()')) $$;

CREATE FUNCTION catalogue_entry(published publication, first timestamptz) RETURNS catalogue
LANGUAGE sql IMMUTABLE AS $$
  SELECT published.organ_code, published.report_year, published.scope, published.revision,
         content #>> '{matrix,organName}', report.written(content #>> '{matrix,organName}'),
         content #>> '{content,signedBy}', left(content #>> '{content,lead,0}', 201),
         (content #>> '{content,signedOn}')::date,
         published.sha256, published.sm3, published.published_at, first
    FROM (SELECT published.report::json) AS frozen (content)
$$;

CREATE FUNCTION keep_catalogue() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = report, pg_temp AS $$
BEGIN
  INSERT INTO catalogue SELECT entry.* FROM catalogue_entry(NEW, NEW.published_at) AS entry
  ON CONFLICT (organ_code, report_year, scope) DO UPDATE
    SET revision = EXCLUDED.revision, organ_name = EXCLUDED.organ_name,
        organ_written = EXCLUDED.organ_written, signed_by = EXCLUDED.signed_by,
        lead = EXCLUDED.lead, signed_on = EXCLUDED.signed_on, sha256 = EXCLUDED.sha256,
        sm3 = EXCLUDED.sm3, published_at = EXCLUDED.published_at
    WHERE catalogue.revision < EXCLUDED.revision;
  RETURN NULL;
END $$;

CREATE TRIGGER keep_catalogue AFTER INSERT ON publication
  FOR EACH ROW EXECUTE FUNCTION keep_catalogue();

INSERT INTO catalogue
SELECT entry.*
  FROM publication newest
  JOIN publication first USING (organ_code, report_year, scope),
       LATERAL catalogue_entry(newest, first.published_at) AS entry
 WHERE first.revision = 1
   AND NOT EXISTS (SELECT FROM publication newer
                    WHERE newer.organ_code = newest.organ_code
                      AND newer.report_year = newest.report_year
                      AND newer.scope = newest.scope AND newer.revision > newest.revision);

GRANT SELECT ON catalogue TO "${serviceRole}";
