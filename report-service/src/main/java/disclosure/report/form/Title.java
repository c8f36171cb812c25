package disclosure.report.form;

/** The title of a report. */
public final class Title {

  private Title() {}

  /** For example 临县人民政府办公室2024年政府信息公开工作年度报告. */
  public static String of(String organName, int year) {
    return organName + year + "年政府信息公开工作年度报告";
  }
}
