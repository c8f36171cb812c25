-- The natural key, what was posted and how it was answered stand with the application itself: taking
-- the key and storing the application are one row, so that neither can be there without the other.
ALTER TABLE application
  ADD COLUMN content_digest bytea,
  ADD COLUMN answer         text;

UPDATE application
   SET content_digest = intake.content_digest, answer = intake.answer
  FROM application_intake intake
 WHERE intake.application_id = application.id;

ALTER TABLE application
  ALTER COLUMN content_digest SET NOT NULL,
  ALTER COLUMN answer SET NOT NULL,
  ADD CONSTRAINT application_once UNIQUE (source_client, organ_code, source_reference);

COMMENT ON COLUMN application.content_digest IS 'what was posted; encrypted, so that it can''t be tried out with guessed names';
COMMENT ON COLUMN application.answer IS 'the body that every post of it is answered with';

DROP TABLE application_intake;

GRANT UPDATE (content_digest) ON application TO "${serviceRole}";
