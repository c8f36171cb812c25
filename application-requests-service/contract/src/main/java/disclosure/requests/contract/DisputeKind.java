package disclosure.requests.contract;

/** 争议类别: the three groups of table four of the annual report, in the order of the form. */
public enum DisputeKind {
  RECONSIDERATION("行政复议"),
  LITIGATION_DIRECT("行政诉讼（未经复议直接起诉）"),
  LITIGATION_AFTER_RECONSIDERATION("行政诉讼（复议后起诉）");

  private final String label;

  DisputeKind(String label) {
    this.label = label;
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
