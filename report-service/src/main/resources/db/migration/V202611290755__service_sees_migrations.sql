-- A service looks at its start whether it was migrated; its owner's password it does not know.
GRANT SELECT ON flyway_schema_history TO ${serviceRole};
