-- Who signed in at the client that gave a reason; NULL where a system acted for itself, and for what was given before.
ALTER TABLE kept_reason ADD COLUMN person text;
