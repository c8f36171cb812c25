package disclosure.report.workbench;

import disclosure.report.content.ReportScope;
import disclosure.report.publication.LifeStep.StepKind;
import disclosure.report.publication.ReportState;

/** How the workbench calls things. */
public final class Words {

  private Words() {}

  /** A state. */
  public static String of(ReportState state) {
    return switch (state) {
      case NOT_STARTED -> "未开始";
      case DRAFT -> "编写中";
      case SUBMITTED -> "已报送，待审核";
      case PUBLISHED -> "已公布";
      case CORRECTED -> "已公布（有更正）";
    };
  }

  /** A scope. */
  public static String of(ReportScope scope) {
    return switch (scope) {
      case OWN -> "本机关";
      case LEVEL -> "本级（含所属部门）";
      case REGION -> "本行政区域";
    };
  }

  /** A step. */
  public static String of(StepKind kind) {
    return switch (kind) {
      case SUBMITTED -> "报送";
      case RETURNED -> "退回";
      case PUBLISHED -> "公布";
    };
  }
}
