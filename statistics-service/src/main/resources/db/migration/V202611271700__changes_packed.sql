-- The changes that a transaction made to daily_count, in one row: they are written and moved on
-- together, and one row for each change cost as much as the count itself.
CREATE TABLE packed_change (
  organ_codes     text[] COLLATE "C" NOT NULL,
  days            date[]             NOT NULL,
  form_rows       text[] COLLATE "C" NOT NULL,
  applicant_types text[] COLLATE "C" NOT NULL,
  ns              bigint[]           NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100);

INSERT INTO packed_change
SELECT array_agg(organ_code), array_agg(day), array_agg(form_row), array_agg(applicant_type),
       array_agg(n)
FROM daily_change HAVING count(*) > 0;

DROP TABLE daily_change;
ALTER TABLE packed_change RENAME TO daily_change;

GRANT SELECT, INSERT, DELETE ON daily_change TO ${serviceRole};
