package disclosure.requests.fee;

/** 计费方式 (国办函〔2020〕109号第三条): by item or by page, never both for one application. */
public enum FeeBasis {
  BY_ITEM("按件"),
  BY_PAGE("按量");

  private final String label;

  FeeBasis(String label) {
    this.label = label;
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
