package disclosure.statistics.contract;

/** 勾稽关系: the equations that hold in table three (checks 1 to 3 of the annual report). */
public enum Identity {
  /** 第一项加第二项之和，等于第三项加第四项之和. */
  IN_EQUALS_OUT("第一项加第二项之和应等于第三项加第四项之和"),
  /** 三（七）总计 is the sum of the 21 outcomes. */
  CONCLUDED_IS_SUM("“三（七）总计”应等于各项办理结果之和"),
  /** The total column is the sum of the six applicant types. */
  TOTAL_IS_SUM("“总计”列应等于各类申请人之和");

  private final String label;

  Identity(String label) {
    this.label = label;
  }

  /** The rule in the form's words. */
  public String label() {
    return label;
  }
}
