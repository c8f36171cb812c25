package disclosure.report.examination.finding;

/** How much a finding weighs. */
public enum Severity {
  /** Somebody should look: it may be wrong, or was hard to read. */
  LOOK("提示"),
  /** It is wrong as it was published. */
  WRONG("错误");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
