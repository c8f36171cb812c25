-- What is stored of a step has a format of its own, and says which. The release before names no
-- format when it records: what it writes, and what was written before, is the first.
ALTER TABLE application_step ADD COLUMN content_format smallint NOT NULL DEFAULT 1;

COMMENT ON COLUMN application_step.content IS 'the step as JSON; attributes that a release does not know are kept';
COMMENT ON COLUMN application_step.content_format IS 'grows when attributes that were there before mean something else';
