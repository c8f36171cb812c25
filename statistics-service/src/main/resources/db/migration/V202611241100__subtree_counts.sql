-- Changes with every change of an organ. Whoever changes organs, or the sums over their subtrees,
-- locks the row first.
CREATE TABLE organ_revision (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  revision uuid    NOT NULL
);
INSERT INTO organ_revision (revision) VALUES (gen_random_uuid());

-- Organs over whose subtrees sums are kept. Validity doesn't matter for the sums: a subtree is all
-- that is below by the newest states of the organs.
CREATE TABLE subtree_root (
  organ_code text PRIMARY KEY
);

-- Sums of daily_count over a subtree and a year, a month or a day. The counts of all rows and
-- columns are packed into cells, since many are 0 and all are read together.
CREATE TABLE subtree_count (
  organ_code text  NOT NULL,
  span       text  NOT NULL CHECK (span IN ('YEAR', 'MONTH', 'DAY')),
  starts_on  date  NOT NULL,
  cells      bytea NOT NULL,
  PRIMARY KEY (organ_code, span, starts_on)
) WITH (fillfactor = 80);

-- Changes of daily_count that are not in subtree_count yet.
CREATE TABLE daily_change (
  organ_code     text   NOT NULL,
  day            date   NOT NULL,
  form_row       text   NOT NULL,
  applicant_type text   NOT NULL,
  n              bigint NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

GRANT SELECT, INSERT, UPDATE ON organ_revision TO ${serviceRole};
GRANT SELECT, INSERT, DELETE ON subtree_root, daily_change TO ${serviceRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON subtree_count TO ${serviceRole};
