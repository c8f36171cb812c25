-- The newest version of an application is in application_state, the others in application_history.
-- An application changes in place, without a new entry in any index.
DROP INDEX application_state_concluded;
ALTER TABLE application_state SET (fillfactor = 60);
