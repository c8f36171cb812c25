package disclosure.requests.dispute;

import java.util.Set;

/** 案件环节: what is recorded of a case after it was accepted, beside how it ended. */
public enum DisputeStepType {
  /** What was recorded of the case is wrong. */
  CORRECTED("更正登记内容", false, "kind", "acceptedOn", "applicationId", "forum", "caseNumber"),
  /** The end of the case that was recorded is none. */
  REOPENED("恢复办理", true, "forum", "caseNumber"),
  /** A higher court sends the case back, and it is heard again. */
  SENT_BACK("发回重审", true, "forum", "caseNumber"),
  /** The case goes to the second instance. */
  APPEALED("进入二审", true, "forum", "caseNumber"),
  /** The case was recorded by mistake, or twice, and counts nowhere. */
  VOIDED("作废", false);

  private final String label;
  private final boolean goesOn;
  private final Set<String> fields;

  DisputeStepType(String label, boolean goesOn, String... fields) {
    this.label = label;
    this.goesOn = goesOn;
    this.fields = Set.of(fields);
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }

  /** Whether such a step may say what a field of that name does, beside its day and reason. */
  public boolean takes(String field) {
    return fields.contains(field);
  }

  /** Whether a closed case is pending again. */
  public boolean goesOn() {
    return goesOn;
  }
}
