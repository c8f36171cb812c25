-- What was done with each row of a ledger is told for some years, and not for ever.
ALTER TABLE ledger_import ADD COLUMN rows_dropped_at timestamptz;

CREATE INDEX ledger_import_with_rows ON ledger_import (ordered_at) WHERE rows_dropped_at IS NULL;

GRANT UPDATE (rows_dropped_at) ON ledger_import TO ${serviceRole};
GRANT DELETE ON ledger_row TO ${serviceRole};
