-- What was done with each row of an imported ledger. A number is an office's own; nothing is about persons.
CREATE TABLE ledger_row (
  import_id   uuid    NOT NULL REFERENCES ledger_import,
  sheet       text    NOT NULL,
  row_number  integer NOT NULL,
  reference   text    NOT NULL,
  change      text    NOT NULL,
  PRIMARY KEY (import_id, sheet, row_number, reference)
);

GRANT SELECT, INSERT ON ledger_row TO ${serviceRole};

ALTER TABLE ledger_row ENABLE ROW LEVEL SECURITY;

CREATE POLICY within_reach ON ledger_row
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR EXISTS (SELECT 1 FROM requests.ledger_import WHERE ledger_import.id = import_id));
