package disclosure.requests.contract;

/**
 * 行政机关类别: decides the day by which the annual report is due (《条例》第四十九条) and what rolls up into 本级.
 */
public enum OrganKind {
  GOVERNMENT("人民政府"),
  DEPARTMENT("部门"),
  TOWNSHIP("乡镇、街道"),
  OTHER("其他");

  private final String label;

  OrganKind(String label) {
    this.label = label;
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
