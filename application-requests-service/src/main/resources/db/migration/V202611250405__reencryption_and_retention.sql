-- Orders to encrypt everything anew under the primary key, and how far they are carried out.
CREATE TABLE reencryption (
  id           uuid        PRIMARY KEY,
  ordered_at   timestamptz NOT NULL,
  client_id    text        NOT NULL,
  last_id      uuid,
  looked_at    bigint      NOT NULL DEFAULT 0,
  encrypted    bigint      NOT NULL DEFAULT 0,
  finished_at  timestamptz
);

GRANT SELECT, INSERT ON reencryption TO ${serviceRole};
GRANT UPDATE (last_id, looked_at, encrypted, finished_at) ON reencryption TO ${serviceRole};

GRANT UPDATE (applicant_name, applicant_identity_number, applicant_contact, applicant_fingerprint)
  ON application TO ${serviceRole};
GRANT UPDATE (content_digest) ON application_intake TO ${serviceRole};

-- Who applied is forgotten some time after the conclusion.
ALTER TABLE application ADD COLUMN anonymized_at timestamptz;

CREATE INDEX application_to_anonymize ON application (concluded_on)
  WHERE anonymized_at IS NULL AND concluded_on IS NOT NULL;

CREATE INDEX application_voided_to_anonymize ON application (changed_at)
  WHERE anonymized_at IS NULL AND status = 'VOIDED';

GRANT UPDATE (subject, anonymized_at) ON application TO ${serviceRole};
