package disclosure.requests.application.note;

/** Why an application ended as 其他处理: what stands in the row 三（六）3 of the form. */
public enum OtherHandlingReason {
  /** 撤回: the applicant took it back. */
  WITHDRAWN("申请人撤回"),
  /** 咨询: a question, and no application for information. */
  INQUIRY_ONLY("属于咨询"),
  OTHER("其他");

  private final String label;

  OtherHandlingReason(String label) {
    this.label = label;
  }

  /** The word for it in tables. */
  public String label() {
    return label;
  }
}
