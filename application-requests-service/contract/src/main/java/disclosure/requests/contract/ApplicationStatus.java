package disclosure.requests.contract;

/** 办理状态: where an application stands. It is derived from its steps and never set by hand. */
public enum ApplicationStatus {
  IN_PROGRESS("办理中"),
  AWAITING_CORRECTION("待补正"),
  CONSULTING("征求意见中"),
  AWAITING_REASONS("待说明理由"),
  AWAITING_FEE("待缴费"),
  CONCLUDED("已办结"),
  VOIDED("已作废");

  private final String label;

  ApplicationStatus(String label) {
    this.label = label;
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
