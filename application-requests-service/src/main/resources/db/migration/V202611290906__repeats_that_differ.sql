-- How often a client posted again with other content than at first, in the hour that began with the
-- first of them. A table of its own: row security would hide entries of the trail from the count.
CREATE TABLE differing_repeats (
  client_id  text        PRIMARY KEY,
  since      timestamptz NOT NULL,
  number     bigint      NOT NULL
);
GRANT SELECT, INSERT ON differing_repeats TO "${serviceRole}";
GRANT UPDATE (since, number) ON differing_repeats TO "${serviceRole}";

-- Who applied is forgotten with the digest of what was said, which would tell whether a guess is
-- right, and with the free texts of the steps. An empty digest stands for a forgotten one. What a
-- release before forgot has its digest still, and is gone through once more.
GRANT UPDATE (content) ON application_step TO "${serviceRole}";

CREATE FUNCTION application_step_is_forgotten() RETURNS trigger LANGUAGE plpgsql
SET search_path = requests, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM application
                  WHERE id = OLD.application_id AND anonymized_at IS NOT NULL) THEN
    RAISE EXCEPTION 'steps are appended, never edited' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER application_step_append_only
  BEFORE UPDATE ON application_step
  FOR EACH ROW EXECUTE FUNCTION application_step_is_forgotten();

CREATE INDEX IF NOT EXISTS application_half_anonymized ON application (id)
  WHERE anonymized_at IS NOT NULL AND content_digest <> '';
