package disclosure.requests.application.step;

/** What was received beside the facts that the clock and the form count by. */
public enum ReceiptDetail {
  SOURCE_REFERENCE,
  SUBJECT,
  APPLICANT_NAME,
  APPLICANT_IDENTITY_NUMBER,
  APPLICANT_CONTACT
}
