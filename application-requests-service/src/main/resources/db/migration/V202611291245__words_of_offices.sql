-- What an organ's own words in ledgers mean. Words are kept as they were said, and found as folded.
CREATE TABLE ledger_word (
  organ_code text NOT NULL REFERENCES organ (code),
  kind       text NOT NULL,
  folded     text NOT NULL,
  word       text NOT NULL,
  meaning    text NOT NULL,
  PRIMARY KEY (organ_code, kind, folded)
);

GRANT SELECT, INSERT, DELETE, UPDATE (word, meaning) ON ledger_word TO ${serviceRole};

ALTER TABLE ledger_word ENABLE ROW LEVEL SECURITY;

CREATE POLICY within_reach ON ledger_word
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR organ_code IN (SELECT unnest(string_to_array(current_setting('disclosure.reach', true), ','))));
