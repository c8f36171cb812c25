-- Codes are compared as bytes: several times quicker than by the rules of a language, and in the
-- same order as in the service, whatever the database's locale.
ALTER TABLE organ_state
  ALTER COLUMN organ_code TYPE text COLLATE "C",
  ALTER COLUMN parent_code TYPE text COLLATE "C";
ALTER TABLE application_state
  ALTER COLUMN organ_code TYPE text COLLATE "C",
  ALTER COLUMN applicant_type TYPE text COLLATE "C",
  ALTER COLUMN outcome TYPE text COLLATE "C";
ALTER TABLE application_history
  ALTER COLUMN organ_code TYPE text COLLATE "C",
  ALTER COLUMN applicant_type TYPE text COLLATE "C",
  ALTER COLUMN outcome TYPE text COLLATE "C";
ALTER TABLE dispute_state ALTER COLUMN organ_code TYPE text COLLATE "C";
ALTER TABLE dispute_history ALTER COLUMN organ_code TYPE text COLLATE "C";
ALTER TABLE daily_count
  ALTER COLUMN organ_code TYPE text COLLATE "C",
  ALTER COLUMN form_row TYPE text COLLATE "C",
  ALTER COLUMN applicant_type TYPE text COLLATE "C";
ALTER TABLE daily_change
  ALTER COLUMN organ_code TYPE text COLLATE "C",
  ALTER COLUMN form_row TYPE text COLLATE "C",
  ALTER COLUMN applicant_type TYPE text COLLATE "C";
ALTER TABLE subtree_root ALTER COLUMN organ_code TYPE text COLLATE "C";
ALTER TABLE subtree_count
  ALTER COLUMN organ_code TYPE text COLLATE "C",
  ALTER COLUMN span TYPE text COLLATE "C";
