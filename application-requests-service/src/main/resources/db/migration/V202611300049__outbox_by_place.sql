-- By place, in each part. Nothing is written to days that are over, and hardly anything lies in the part
-- that waits: the relay stands still while the index of the present day is made, posting hardly at all.
DO $$
DECLARE
  part text;
BEGIN
  FOR part IN
    SELECT child.relname
      FROM pg_inherits
      JOIN pg_class child ON child.oid = inhrelid
     WHERE inhparent = 'requests.outbox'::regclass
     ORDER BY child.relname
  LOOP
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I (place, id) WHERE place IS NOT NULL',
                   part || '_by_place', part);
  END LOOP;
END
$$;
