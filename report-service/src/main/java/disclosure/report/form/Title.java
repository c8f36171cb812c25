package disclosure.report.form;

import disclosure.report.content.ReportScope;

/** The title of a report. */
public final class Title {

  private Title() {}

  /** For example 临县人民政府办公室2024年政府信息公开工作年度报告; a sum says over which organs it is. */
  public static String of(String organName, int year, ReportScope scope) {
    return organName + year + "年政府信息公开工作年度报告" + suffix(scope);
  }

  private static String suffix(ReportScope scope) {
    return switch (scope) {
      case OWN -> "";
      case LEVEL -> "（本级）";
      case REGION -> "（本行政区域）";
    };
  }
}
