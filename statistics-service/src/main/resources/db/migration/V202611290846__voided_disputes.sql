-- A case that was recorded by mistake, or twice, counts nowhere.
ALTER TABLE dispute_state   ADD COLUMN voided boolean NOT NULL DEFAULT false;
ALTER TABLE dispute_history ADD COLUMN voided boolean NOT NULL DEFAULT false;
