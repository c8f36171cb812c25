package disclosure.requests.application.note;

/** 途径: on which way information or an answer goes to the applicant (《条例》第二十九条第二款第三项、第三十六条、第四十条). */
public enum DeliveryWay {
  IN_PERSON("当面"),
  POST("邮寄"),
  EMAIL("电子邮件"),
  FAX("传真"),
  ONLINE("网上平台"),
  PUBLIC_NOTICE("公告"),
  OTHER("其他");

  private final String label;

  DeliveryWay(String label) {
    this.label = label;
  }

  /** The word for it in tables. */
  public String label() {
    return label;
  }
}
