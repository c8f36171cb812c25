-- Who signed in at the client that wrote, submitted, returned or published; NULL where a system acted
-- for itself, and for what was done before.
ALTER TABLE draft_revision ADD COLUMN person text;
ALTER TABLE life_step ADD COLUMN person text;
