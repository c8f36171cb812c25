-- The organs whose reports the client may read, as it was when it asked, separated by commas; none: all of them.
ALTER TABLE run ADD COLUMN readable_organs text;
