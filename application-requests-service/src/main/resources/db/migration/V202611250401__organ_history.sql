-- What an organ was before it was renamed, moved or made something else, and where it went.
ALTER TABLE organ
  ADD COLUMN successor_code text REFERENCES organ (code),
  ADD CHECK (successor_code <> code),
  ADD CHECK (successor_code IS NULL OR valid_to IS NOT NULL);

CREATE INDEX organ_successor ON organ (successor_code);

CREATE TABLE organ_term (
  organ_code   text NOT NULL REFERENCES organ (code),
  until        date NOT NULL,
  name         text NOT NULL CHECK (name <> ''),
  kind         text NOT NULL CHECK (kind IN ('GOVERNMENT', 'DEPARTMENT', 'TOWNSHIP', 'OTHER')),
  parent_code  text REFERENCES organ (code) CHECK (parent_code <> organ_code),
  PRIMARY KEY (organ_code, until)
);

-- Everything that was ever recorded of an organ, by version.
CREATE TABLE organ_version (
  organ_code   text   NOT NULL REFERENCES organ (code),
  version      bigint NOT NULL,
  client_id    text,
  state        jsonb  NOT NULL,
  PRIMARY KEY (organ_code, version)
);

INSERT INTO organ_version (organ_code, version, state)
SELECT code, version,
       jsonb_strip_nulls(jsonb_build_object(
         'organCode', code, 'version', version, 'name', name, 'kind', kind,
         'parentOrganCode', parent_code, 'validFrom', valid_from, 'validTo', valid_to,
         'recordedAt', recorded_at))
FROM organ;

GRANT SELECT, INSERT, UPDATE, DELETE ON organ_term TO ${serviceRole};
GRANT SELECT, INSERT ON organ_version TO ${serviceRole};

-- The directory on a day. An organ that was merged before stands below the one that took it over;
-- one that is yet to come, or has gone without a successor, stands nowhere.
CREATE FUNCTION organ_on(day date)
RETURNS TABLE (code text, name text, kind text, above text, is_valid boolean)
LANGUAGE sql STABLE AS
$$
  SELECT organ.code,
         coalesce(term.name, organ.name),
         coalesce(term.kind, organ.kind),
         CASE WHEN organ.valid_from > day THEN NULL
              WHEN organ.valid_to < day THEN organ.successor_code
              WHEN term.organ_code IS NOT NULL THEN term.parent_code
              ELSE organ.parent_code END,
         (organ.valid_from <= day) IS NOT FALSE AND (organ.valid_to >= day) IS NOT FALSE
  FROM requests.organ
  LEFT JOIN (SELECT DISTINCT ON (organ_code) organ_code, name, kind, parent_code
             FROM requests.organ_term WHERE until >= day ORDER BY organ_code, until) term
         ON term.organ_code = organ.code
$$;

-- The same of one organ.
CREATE FUNCTION organ_above(organ text, day date) RETURNS text
LANGUAGE sql STABLE AS
$$
  SELECT CASE WHEN held.valid_from > day THEN NULL
              WHEN held.valid_to < day THEN held.successor_code
              WHEN term.organ_code IS NOT NULL THEN term.parent_code
              ELSE held.parent_code END
  FROM requests.organ held
  LEFT JOIN LATERAL (SELECT organ_code, parent_code FROM requests.organ_term
                     WHERE organ_code = held.code AND until >= day ORDER BY until LIMIT 1) term
         ON true
  WHERE held.code = organ
$$;
