-- The newest version of an application is in application_state, the others in application_history.
-- One index finds the applications of an organ, and among them those behind a cell.
DROP INDEX application_state_concluded;
DROP INDEX application_state_received;
CREATE INDEX application_state_cell ON application_state (organ_code, outcome, concluded_on);
