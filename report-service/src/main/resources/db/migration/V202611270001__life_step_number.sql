-- Steps of a report's life are numbered one by one, so that of two that follow the same step one wins.
ALTER TABLE life_step ADD COLUMN number integer;
UPDATE life_step SET number = counted.number
  FROM (SELECT id, row_number() OVER (PARTITION BY organ_code, report_year, scope ORDER BY id) AS number
          FROM life_step) counted
 WHERE counted.id = life_step.id;
ALTER TABLE life_step ALTER COLUMN number SET NOT NULL;
ALTER TABLE life_step ADD CHECK (number >= 1);
ALTER TABLE life_step ADD UNIQUE (organ_code, report_year, scope, number);
