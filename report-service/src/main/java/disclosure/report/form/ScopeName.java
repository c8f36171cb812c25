package disclosure.report.form;

import disclosure.report.content.ReportScope;

/** How people call the organs that a report is over: the same word on every page. */
public final class ScopeName {

  private ScopeName() {}

  /** The word, with whom it takes in. */
  public static String of(ReportScope scope) {
    return switch (scope) {
      case OWN -> "本机关";
      case LEVEL -> "本级（含所属部门）";
      case REGION -> "本行政区域（含所有下级机关）";
    };
  }
}
