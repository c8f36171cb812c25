-- The counts are made anew by a role of their own, which owns them and nothing else, and has no
-- password: the working role takes its place for a rebuild. It may say who uses what it makes.
GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO ${rebuildRole} WITH GRANT OPTION;
GRANT CREATE ON SCHEMA ${flyway:defaultSchema} TO ${rebuildRole};
GRANT SELECT, INSERT, UPDATE (elsewhere) ON application_history TO ${rebuildRole};
GRANT SELECT, INSERT ON dispute_history, rejected_event TO ${rebuildRole};
GRANT SELECT, INSERT, UPDATE ON consumer_position TO ${rebuildRole};
GRANT SELECT, UPDATE ON rebuild TO ${rebuildRole};
GRANT SELECT ON cell_place TO ${rebuildRole};

-- A service looks at its start whether it was migrated.
GRANT SELECT ON flyway_schema_history TO ${serviceRole};
