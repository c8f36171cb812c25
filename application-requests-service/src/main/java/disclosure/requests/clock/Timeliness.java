package disclosure.requests.clock;

/** How an application stands to its due date. */
public enum Timeliness {
  OPEN("期限内"),
  OVERDUE("超期未办结"),
  ON_TIME("按期办结"),
  LATE("逾期办结"),
  VOIDED("已作废");

  private final String label;

  Timeliness(String label) {
    this.label = label;
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
