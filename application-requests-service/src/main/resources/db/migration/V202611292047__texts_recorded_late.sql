-- What a release before recorded after the applicant was forgotten is forgotten in its turn, too.
UPDATE application
   SET later_texts_at = late.recorded_at
  FROM (SELECT step.application_id, max(step.recorded_at) AS recorded_at
          FROM application_step step
          JOIN application forgotten ON forgotten.id = step.application_id
         WHERE step.recorded_at > forgotten.anonymized_at
         GROUP BY step.application_id) late
 WHERE application.id = late.application_id AND later_texts_at IS NULL;

-- With the applicant went the note, so that one that stands now was written later.
UPDATE application SET later_texts_at = now()
 WHERE anonymized_at IS NOT NULL AND note IS NOT NULL AND later_texts_at IS NULL;
