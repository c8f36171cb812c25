-- When a part of an archive last came; NULL where an older release takes it.
ALTER TABLE examination_job ADD COLUMN heard_at timestamptz;

-- How many bytes are kept of what was found in its files.
ALTER TABLE examination_job ADD COLUMN results bigint NOT NULL DEFAULT 0;
