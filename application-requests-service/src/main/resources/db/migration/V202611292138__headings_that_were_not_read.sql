-- Headings of a ledger's file that mean no column, a line each.
ALTER TABLE ledger_import
  ADD COLUMN ignored_headings text NOT NULL DEFAULT '';
