-- A ledger that was imported before and has grown: to how many applications steps were appended, how
-- many rows say otherwise what is registered, and how many were not compared any more.
ALTER TABLE ledger_import
  ADD COLUMN appended  integer NOT NULL DEFAULT 0,
  ADD COLUMN differing integer NOT NULL DEFAULT 0,
  ADD COLUMN set_aside integer NOT NULL DEFAULT 0;

GRANT UPDATE (appended, differing, set_aside) ON ledger_import TO ${serviceRole};
