-- An import tells how many rows and sheets of its file hold no application.
ALTER TABLE ledger_import ADD COLUMN skipped integer NOT NULL DEFAULT 0;
