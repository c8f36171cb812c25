-- A keyed fingerprint of the applicant's identity number: applications of one applicant in a month
-- add up to the fee by item.
ALTER TABLE application ADD COLUMN applicant_fingerprint bytea;

CREATE INDEX application_by_applicant ON application (applicant_fingerprint, received_on)
  WHERE applicant_fingerprint IS NOT NULL;

-- The steps that the fee figures are summed up from.
CREATE INDEX application_step_of_fee ON application_step (application_id)
  WHERE type IN ('FEE_NOTIFIED', 'FEE_PAID');
