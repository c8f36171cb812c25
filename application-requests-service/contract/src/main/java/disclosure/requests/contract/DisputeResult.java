package disclosure.requests.contract;

/** 争议结果: how a case of table four ended; a case without a result is 尚未审结. */
public enum DisputeResult {
  UPHELD("结果维持"),
  CORRECTED("结果纠正"),
  OTHER("其他结果");

  private final String label;

  DisputeResult(String label) {
    this.label = label;
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
