-- Which settings of the clock instances that run have, and since when each was last heard of: the
-- settings that count are those of who started last, as long as anybody runs with them.
-- Contracts: nothing; a release before heeds it not.
CREATE TABLE clock_settings (
  settings  text        PRIMARY KEY,
  seen_at   timestamptz NOT NULL
);
GRANT SELECT, INSERT ON clock_settings TO "${serviceRole}";
GRANT UPDATE (seen_at) ON clock_settings TO "${serviceRole}";
