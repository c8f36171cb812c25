-- Amounts in 万元 are published to the hundredth of a 元, which takes six decimals. A type without a limit takes the place
-- of the old one without a row being read; what is stored fits both.
ALTER TABLE draft_revision ALTER COLUMN administrative_fees_10k_yuan TYPE numeric;
ALTER TABLE draft_revision ADD CONSTRAINT administrative_fees_in_six_decimals
  CHECK (administrative_fees_10k_yuan < 1000000000000 AND scale(administrative_fees_10k_yuan) <= 6) NOT VALID;
-- Contracts: nothing; the release before reads and writes the same numbers.
