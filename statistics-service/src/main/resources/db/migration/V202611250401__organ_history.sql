-- What the organs were before they were renamed, moved or made something else, oldest first, and
-- which ones they were merged into.
ALTER TABLE organ_state
  ADD COLUMN successor_code text,
  ADD COLUMN formerly jsonb NOT NULL DEFAULT '[]';
