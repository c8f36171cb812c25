-- Until when nobody else lists the reports of a run.
ALTER TABLE run ADD COLUMN held_until timestamptz;
