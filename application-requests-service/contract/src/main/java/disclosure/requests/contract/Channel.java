package disclosure.requests.contract;

/**
 * 申请渠道: how an application reached the organ; it decides what counts as the day of receipt
 * (《条例》第三十一条).
 */
public enum Channel {
  IN_PERSON("当面"),
  POST("邮寄"),
  ONLINE("网络"),
  FAX("传真"),
  EMAIL("电子邮件");

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
