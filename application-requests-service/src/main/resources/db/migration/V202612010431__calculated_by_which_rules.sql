-- Whoever stores what follows from an application's steps says by which rules it was calculated, and
-- of which version. The release before says nothing: what it stores while it runs beside this one is
-- calculated again by this one. A release with other rules of fees or of the clock raises the number
-- that its code says, and the one here by a trigger in place of this one. Contracts: nothing.
ALTER TABLE application
  ADD COLUMN calculated_version bigint,
  ADD COLUMN calculated_by      integer;

GRANT UPDATE (calculated_version, calculated_by) ON application TO "${serviceRole}";

CREATE FUNCTION application_recalculate() RETURNS trigger LANGUAGE plpgsql
SET search_path = requests, pg_temp
AS $$
BEGIN
  NEW.recalculate := true;
  RETURN NEW;
END
$$;

CREATE TRIGGER application_by_other_rules
  BEFORE INSERT OR UPDATE OF version ON application
  FOR EACH ROW
  WHEN (NEW.calculated_version IS DISTINCT FROM NEW.version OR NEW.calculated_by < 1)
  EXECUTE FUNCTION application_recalculate();
