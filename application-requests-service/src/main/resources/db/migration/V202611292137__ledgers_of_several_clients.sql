-- Whether rows are taken whose numbers another client has registered for the organ.
ALTER TABLE ledger_import
  ADD COLUMN accept_duplicates boolean NOT NULL DEFAULT false;
