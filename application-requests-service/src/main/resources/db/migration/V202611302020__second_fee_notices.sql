-- Of several fee notices about one application the first alone has an effect. What was told of the
-- others is told anew.
UPDATE application
   SET fees = NULL
 WHERE fees IS NOT NULL
   AND id IN (SELECT application_id FROM application_step
               WHERE type = 'FEE_NOTIFIED'
               GROUP BY application_id
              HAVING count(*) > 1);
