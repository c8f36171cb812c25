package disclosure.report.workbench;

import disclosure.report.publication.LifeStep.StepKind;

/** How the workbench calls things. */
public final class Words {

  private Words() {}

  /** A step. */
  public static String of(StepKind kind) {
    return switch (kind) {
      case SUBMITTED -> "报送";
      case RETURNED -> "退回";
      case PUBLISHED -> "公布";
    };
  }
}
