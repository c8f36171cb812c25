package disclosure.requests.application.note;

/** 第三方意见 (《条例》第三十二条). */
public enum ThirdPartyOpinion {
  AGREES("同意公开"),
  /** With reasonable grounds the information isn't disclosed. */
  REFUSES("不同意公开"),
  /** No answer within 15 working days: the organ decides by the Regulation. */
  SILENT("逾期未答复");

  private final String label;

  ThirdPartyOpinion(String label) {
    this.label = label;
  }

  /** The word for it in tables. */
  public String label() {
    return label;
  }
}
