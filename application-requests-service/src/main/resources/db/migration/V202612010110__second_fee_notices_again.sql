-- What a release that counts every fee notice tells of applications with several, as one that runs
-- beside this one does, is calculated again by this one; that release takes no notice of the mark.
UPDATE application
   SET recalculate = true
 WHERE NOT recalculate
   AND id IN (SELECT application_id FROM application_step
               WHERE type = 'FEE_NOTIFIED'
               GROUP BY application_id
              HAVING count(*) > 1);
