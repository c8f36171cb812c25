-- Who signed in at the client that logged an application or a step; NULL where a system acted for
-- itself, and for what was recorded before.
ALTER TABLE application ADD COLUMN person text;
ALTER TABLE application_step ADD COLUMN person text;
