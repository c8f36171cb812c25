package disclosure.requests.application.note;

/** 方式: in which form the applicant asks for the information (《条例》第二十九条第二款第三项). */
public enum InformationForm {
  PAPER("纸质"),
  ELECTRONIC("电子"),
  INSPECTION("查阅、抄录"),
  OTHER("其他");

  private final String label;

  InformationForm(String label) {
    this.label = label;
  }

  /** The word for it in tables. */
  public String label() {
    return label;
  }
}
