package disclosure.requests.application.step;

/** What was received beside the facts that the clock and the form count by. */
public enum ReceiptDetail {
  SOURCE_REFERENCE,
  SUBJECT,
  APPLICANT_NAME,
  APPLICANT_IDENTITY_NUMBER,
  APPLICANT_CONTACT,
  JOINT_APPLICANTS,
  AGENT,
  SUBMITTED_ON,
  REQUESTED_FORM,
  REQUESTED_WAY;

  /** Whether it is one of those that steps have named from the beginning. */
  public boolean isOfTheFirst() {
    return compareTo(APPLICANT_CONTACT) <= 0;
  }
}
