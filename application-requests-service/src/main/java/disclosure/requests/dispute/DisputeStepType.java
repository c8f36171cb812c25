package disclosure.requests.dispute;

/** 案件环节: what is recorded of a case after it was accepted, beside how it ended. */
enum DisputeStepType {
  /** What was recorded of the case is wrong. */
  CORRECTED("更正登记内容", false),
  /** The end of the case that was recorded is none. */
  REOPENED("恢复办理", true),
  /** A higher court sends the case back, and it is heard again. */
  SENT_BACK("发回重审", true),
  /** The case goes to the second instance. */
  APPEALED("进入二审", true),
  /** The case was recorded by mistake, or twice, and counts nowhere. */
  VOIDED("作废", false);

  private final String label;
  private final boolean goesOn;

  DisputeStepType(String label, boolean goesOn) {
    this.label = label;
    this.goesOn = goesOn;
  }

  /** The word in Chinese. */
  String label() {
    return label;
  }

  /** Whether a closed case is pending again. */
  boolean goesOn() {
    return goesOn;
  }
}
