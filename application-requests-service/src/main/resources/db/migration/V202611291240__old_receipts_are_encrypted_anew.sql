-- What was recorded before a correction is encrypted anew with the application when keys are rotated.
GRANT UPDATE (applicant_name, applicant_identity_number, applicant_contact)
  ON application_receipt_before TO "${serviceRole}";
