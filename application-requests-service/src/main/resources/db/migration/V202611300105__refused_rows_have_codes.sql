-- What is wrong with a row of a ledger, by its code, and what would be right; without a value for rows that a release without
-- them noted.
ALTER TABLE ledger_refusal
  ADD COLUMN code     text,
  ADD COLUMN expected text;

COMMENT ON COLUMN ledger_refusal.expected IS 'in JSON: oneOf, atLeast, atMost';
