-- A notice on the very last day stops the clock, and an imported history is forgiven one missing
-- notice and no more: dates that were calculated otherwise are calculated again, once.
UPDATE application
   SET recalculate = true
 WHERE status <> 'VOIDED'
   AND NOT recalculate
   AND (EXISTS (SELECT FROM application_step step
                 WHERE step.application_id = application.id
                   AND step.type IN ('CORRECTION_REQUESTED', 'FEE_NOTIFIED'))
        OR imported
       AND EXISTS (SELECT FROM application_step step
                    WHERE step.application_id = application.id
                      AND step.type IN ('CORRECTION_RECEIVED', 'FEE_PAID')));
