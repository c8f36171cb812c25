-- A voided application keeps its number until another application wants it: so the post that was
-- voided, sent again, is still the one that was recorded.
UPDATE application
   SET source_reference = recorded_reference, recorded_reference = NULL
 WHERE recorded_reference IS NOT NULL
   AND NOT EXISTS (SELECT FROM application other
                    WHERE other.source_client = application.source_client
                      AND other.organ_code = application.organ_code
                      AND other.source_reference = application.recorded_reference)
   AND NOT EXISTS (SELECT FROM application later
                    WHERE later.source_client = application.source_client
                      AND later.organ_code = application.organ_code
                      AND later.recorded_reference = application.recorded_reference
                      AND later.id > application.id);
