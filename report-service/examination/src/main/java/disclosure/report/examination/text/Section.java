package disclosure.report.examination.text;

/** The six sections of the form. */
public enum Section {
  /** 一、总体情况. */
  OVERVIEW("一", "总体情况"),
  /** 二、主动公开政府信息情况. */
  PROACTIVE("二", "主动公开政府信息情况"),
  /** 三、收到和处理政府信息公开申请情况. */
  APPLICATIONS("三", "收到和处理政府信息公开申请情况"),
  /** 四、政府信息公开行政复议、行政诉讼情况. */
  DISPUTES("四", "政府信息公开行政复议、行政诉讼情况"),
  /** 五、存在的主要问题及改进情况. */
  PROBLEMS("五", "存在的主要问题及改进情况"),
  /** 六、其他需要报告的事项. */
  OTHER_MATTERS("六", "其他需要报告的事项");

  private final String number;
  private final String heading;

  Section(String number, String heading) {
    this.number = number;
    this.heading = heading;
  }

  /** The section's number: 一 to 六. */
  public String number() {
    return number;
  }

  /** The section's heading without its number. */
  public String heading() {
    return heading;
  }
}
