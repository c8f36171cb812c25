-- A transaction of the service sees and writes only what belongs to the organs named in its setting
-- disclosure.reach: organ codes with commas between, or * for the register's own work. Without the
-- setting it sees nothing, so that a query that forgets whose records it may read finds none.
ALTER TABLE application ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_intake ENABLE ROW LEVEL SECURITY;
ALTER TABLE step_intake ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispute ENABLE ROW LEVEL SECURITY;

-- The subqueries are worked out once for a statement.
CREATE POLICY within_reach ON application
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR organ_code IN (SELECT unnest(string_to_array(current_setting('disclosure.reach', true), ','))));

CREATE POLICY within_reach ON application_intake
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR organ_code IN (SELECT unnest(string_to_array(current_setting('disclosure.reach', true), ','))));

CREATE POLICY within_reach ON dispute
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR organ_code IN (SELECT unnest(string_to_array(current_setting('disclosure.reach', true), ','))));

-- What hangs on an application is seen with it.
CREATE POLICY within_reach ON application_step
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR EXISTS (SELECT 1 FROM requests.application WHERE id = application_id));

CREATE POLICY within_reach ON step_intake
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR EXISTS (SELECT 1 FROM requests.application WHERE id = application_id));
