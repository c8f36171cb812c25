-- A draft is saved before all of it is known. In the columns of table two, -1 stands for a figure that isn't entered yet, and an
-- empty text for the organ's name under the report; NULL would be more than the release before can read.
ALTER TABLE draft_revision
  DROP CONSTRAINT draft_revision_regulations_issued_check,
  DROP CONSTRAINT draft_revision_regulations_repealed_check,
  DROP CONSTRAINT draft_revision_regulations_in_force_check,
  DROP CONSTRAINT draft_revision_normative_documents_issued_check,
  DROP CONSTRAINT draft_revision_normative_documents_repealed_check,
  DROP CONSTRAINT draft_revision_normative_documents_in_force_check,
  DROP CONSTRAINT draft_revision_administrative_licences_check,
  DROP CONSTRAINT draft_revision_administrative_penalties_check,
  DROP CONSTRAINT draft_revision_administrative_coercion_check,
  DROP CONSTRAINT draft_revision_administrative_fees_10k_yuan_check,
  DROP CONSTRAINT draft_revision_signed_by_check,
  -- Table two in the edition of 2019 while figures of it are missing, as JSON.
  ADD COLUMN unfinished_former_proactive text,
  -- 成文日期 while anything is missing: without one in its old place, the release before can't submit the draft.
  ADD COLUMN unfinished_signed_on date;

ALTER TABLE draft_revision
  ADD CONSTRAINT figures_of_table_two CHECK (
    least(regulations_issued, regulations_repealed, regulations_in_force, normative_documents_issued,
          normative_documents_repealed, normative_documents_in_force, administrative_licences, administrative_penalties,
          administrative_coercion) >= -1
    AND (administrative_fees_10k_yuan >= 0 OR administrative_fees_10k_yuan = -1)) NOT VALID,
  ADD CONSTRAINT dated_when_filled_in CHECK (
    signed_on IS NULL
    OR signed_by <> '' AND unfinished_former_proactive IS NULL
       AND least(regulations_issued, regulations_repealed, regulations_in_force, normative_documents_issued,
                 normative_documents_repealed, normative_documents_in_force, administrative_licences, administrative_penalties,
                 administrative_coercion, administrative_fees_10k_yuan) >= 0) NOT VALID;
-- Contracts: nothing; the release before reads and writes the same columns, and what it writes is filled in.
