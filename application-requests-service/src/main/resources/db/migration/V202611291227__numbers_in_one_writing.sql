-- A number that was sent with another blank than the usual one is stored with the usual one since
-- the release before; what was stored until then is written alike, so that the same application
-- sent again is still the same. Where that number is taken already, both stay as they are.
WITH written AS (
  SELECT id, source_client, organ_code,
         btrim(regexp_replace(
           regexp_replace(source_reference, '[\u00A0\u1680\u2000-\u200A\u202F\u205F]', ' ', 'g'),
           '[\uFE00-\uFE0F]', '', 'g')) AS source_reference
    FROM application
   WHERE source_reference ~ '[\u00A0\u1680\u2000-\u200A\u202F\u205F\uFE00-\uFE0F]'
), alone AS (
  SELECT DISTINCT ON (source_client, organ_code, source_reference) *
    FROM written
   WHERE source_reference <> ''
   ORDER BY source_client, organ_code, source_reference, id
)
UPDATE application
   SET source_reference = alone.source_reference
  FROM alone
 WHERE application.id = alone.id
   AND NOT EXISTS (SELECT FROM application other
                    WHERE other.source_client = alone.source_client
                      AND other.organ_code = alone.organ_code
                      AND other.source_reference = alone.source_reference);
