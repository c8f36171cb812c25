-- Who applies beside the first applicant, or for him, and what is noted of an application can be corrected too.
ALTER TABLE application_receipt_before ADD COLUMN applicant_others bytea;

GRANT UPDATE (applicant_others) ON application_receipt_before TO "${serviceRole}";
GRANT UPDATE (submitted_on, oral, requested_form, requested_way) ON application TO "${serviceRole}";
