package disclosure.requests.audit;

/** What the register lets a client do, and to what. */
public enum AuditAction {
  ORGAN_REGISTERED("ORGAN"),
  ORGAN_CHANGED("ORGAN"),
  APPLICATION_REGISTERED("APPLICATION"),
  APPLICATION_STEP_APPENDED("APPLICATION"),
  /** Posted again, with other content than at first. */
  APPLICATION_REPEAT_DIFFERED("APPLICATION"),
  /** Posted again as at first, after a post that differed. */
  APPLICATION_REPEAT_AGREED("APPLICATION"),
  APPLICATION_HANDLING_SET("APPLICATION"),
  APPLICANT_READ("APPLICATION"),
  /** Looked for by what is known of a person; what that was is nowhere written. */
  APPLICANT_SOUGHT("SEARCH"),
  APPLICANT_ANONYMIZED("APPLICATION"),
  REENCRYPTION_ORDERED("REENCRYPTION"),
  LEDGER_IMPORT_ORDERED("LEDGER_IMPORT"),
  /** A word of an organ's own got another meaning, or none. */
  LEDGER_WORD_SET("ORGAN"),
  DISPUTE_REGISTERED("DISPUTE"),
  DISPUTE_RESULT_RECORDED("DISPUTE"),
  DISPUTE_STEP_APPENDED("DISPUTE"),
  APPLICATION_DUE_DATE_RECKONED("APPLICATION"),
  CALENDAR_YEAR_LOADED("CALENDAR_YEAR"),
  EVENTS_REPUBLISHED("REPUBLICATION"),
  SUBSCRIPTION_MADE("SUBSCRIPTION"),
  SUBSCRIPTION_ENDED("SUBSCRIPTION"),
  /** Asked for again, with a token that stands for other organs than the one before. */
  SUBSCRIPTION_ORGANS_CHANGED("SUBSCRIPTION"),
  /** Told again, or anew from a moment. */
  SUBSCRIPTION_RESUMED("SUBSCRIPTION"),
  SUBSCRIPTION_SECRET_CHANGED("SUBSCRIPTION"),
  /** What its receiver had refused was sent again. */
  SUBSCRIPTION_RETRIED("SUBSCRIPTION"),
  /** What its receiver had refused is never sent again. */
  SUBSCRIPTION_LETTERS_DISCARDED("SUBSCRIPTION"),
  JOB_RETRIED("JOB"),
  JOB_CANCELLED("JOB"),
  /** The events of a key that Kafka had refused were sent again. */
  PARKED_KEY_RELEASED("PARKED_KEY");

  private final String subjectKind;

  AuditAction(String subjectKind) {
    this.subjectKind = subjectKind;
  }

  /** What kind of record the action changes. */
  public String subjectKind() {
    return subjectKind;
  }
}
