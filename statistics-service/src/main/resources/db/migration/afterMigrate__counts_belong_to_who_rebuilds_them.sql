-- The tables that a rebuild puts others in the place of, with all their parts, and what rebuilds of
-- the release before have left.
DO $$
DECLARE
  owned regclass;
  left_over name;
BEGIN
  FOR owned IN
    SELECT part.oid FROM pg_class part
    LEFT JOIN pg_class whole ON whole.oid = pg_partition_root(part.oid)
    WHERE part.relnamespace = '${flyway:defaultSchema}'::regnamespace
      AND part.relkind IN ('r', 'p')
      AND coalesce(whole.relname, part.relname) IN
          ('application_state', 'organ_state', 'dispute_state', 'daily_count', 'daily_change',
           'organ_revision', 'subtree_root', 'subtree_count')
      AND part.relowner <> '${rebuildRole}'::regrole
  LOOP
    EXECUTE format('ALTER TABLE %s OWNER TO ${rebuildRole}', owned);
  END LOOP;
  FOR left_over IN
    SELECT nspname FROM pg_namespace
    WHERE nspname ~ '^statistics_(shadow|old)_' AND nspowner = current_user::text::regrole
      AND current_user <> '${rebuildRole}'
  LOOP
    EXECUTE format('ALTER SCHEMA %I OWNER TO ${rebuildRole}', left_over);
  END LOOP;
END $$;
