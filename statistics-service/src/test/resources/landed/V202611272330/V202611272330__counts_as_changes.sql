-- Where the count of a row of the form and an applicant type is stored, here and in the bytes of
-- subtree_count and daily_change. A row keeps its places for ever; one that a new form adds gets the
-- next ones.
CREATE TABLE cell_place (
  place          smallint PRIMARY KEY,
  form_row       text COLLATE "C" NOT NULL,
  applicant_type text COLLATE "C" NOT NULL,
  UNIQUE (form_row, applicant_type)
);

INSERT INTO cell_place
SELECT (form_row.at - 1) * 6 + applicant_type.at - 1, form_row.word, applicant_type.word
FROM unnest(ARRAY['NEWLY_RECEIVED', 'DISCLOSED', 'PARTIALLY_DISCLOSED', 'STATE_SECRET',
                  'PROHIBITED_BY_LAW', 'THREE_SECURITIES_ONE_STABILITY', 'THIRD_PARTY_RIGHTS',
                  'INTERNAL_AFFAIRS', 'PROCESS_INFORMATION', 'ENFORCEMENT_CASE_FILE',
                  'ADMINISTRATIVE_INQUIRY', 'NOT_HELD', 'REQUIRES_CREATION',
                  'STILL_UNCLEAR_AFTER_CORRECTION', 'PETITION_OR_COMPLAINT', 'DUPLICATE_APPLICATION',
                  'PUBLISHED_MATERIAL', 'EXCESSIVE_WITHOUT_REASON', 'CONFIRMATION_OR_REISSUE',
                  'CORRECTION_OVERDUE', 'FEE_OVERDUE', 'OTHER_HANDLING'])
       WITH ORDINALITY AS form_row (word, at),
     unnest(ARRAY['NATURAL_PERSON', 'COMMERCIAL_ENTERPRISE', 'RESEARCH_INSTITUTION',
                  'PUBLIC_WELFARE_ORGANIZATION', 'LEGAL_SERVICE_PROVIDER', 'OTHER_ORGANIZATION'])
       WITH ORDINALITY AS applicant_type (word, at);

GRANT SELECT ON cell_place TO ${serviceRole};

-- The count of a place on a day is the sum of its rows. Every batch adds what it changes and looks
-- for nothing: to find out whether there is a row already cost as much as the row, and nearly always
-- there was none. Rows of an organ that has many for each count are put together from time to time.
-- The index holds all there is, so that a table is read from it alone.
ALTER TABLE daily_count RENAME TO daily_count_in_words;
ALTER INDEX daily_count_pkey RENAME TO daily_count_in_words_pkey;

CREATE TABLE daily_count (
  organ_code text COLLATE "C" NOT NULL,
  day        date     NOT NULL,
  place      smallint NOT NULL,
  n          integer  NOT NULL
) WITH (autovacuum_analyze_scale_factor = 0.5);

INSERT INTO daily_count
SELECT organ_code, day, place, n
FROM daily_count_in_words JOIN cell_place USING (form_row, applicant_type)
WHERE n <> 0
ORDER BY organ_code, day, place;

DROP TABLE daily_count_in_words;

CREATE INDEX daily_count_organ ON daily_count (organ_code, day) INCLUDE (place, n);

GRANT SELECT, INSERT, DELETE ON daily_count TO ${serviceRole};
