-- A time that ran out without an answer isn't started anew any more by what comes later. Dates that
-- were calculated from steps which start it anew are calculated again, once, by this release; the
-- release before, which may run beside, takes no notice of the mark.
ALTER TABLE application ADD COLUMN recalculate boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN application.recalculate IS 'what follows from the steps was calculated by other rules of the clock';

UPDATE application
   SET recalculate = true
 WHERE status <> 'VOIDED'
   AND EXISTS (SELECT FROM application_step step
                WHERE step.application_id = application.id
                  AND step.type IN ('CORRECTION_RECEIVED', 'FEE_PAID', 'EXTENDED'));

CREATE INDEX application_to_recalculate ON application (id) WHERE recalculate;

GRANT UPDATE (recalculate) ON application TO "${serviceRole}";
