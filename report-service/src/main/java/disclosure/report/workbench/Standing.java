package disclosure.report.workbench;

import disclosure.edge.look.ChineseDates;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.ReportState;

/**
 * How a report stands, as every page of the workbench says it.
 *
 * @param state in a few words
 * @param note why it stands so, with who and when; empty where the state says all
 */
public record Standing(String state, String note) {

  /** Derived from what was done last, and what was written since. */
  public static Standing of(Life life) {
    return switch (life.state()) {
      case NOT_STARTED -> plain("未开始");
      case DRAFT -> life.last().map(last -> written(life, last)).orElse(plain("编写中"));
      case SUBMITTED -> plain(life.revision() > 0 ? "更正已报送，待审核" : "已报送，待审核");
      case PUBLISHED -> plain("已公布");
      case CORRECTED -> plain("已公布（有更正）");
    };
  }

  private static Standing plain(String state) {
    return new Standing(state, "");
  }

  private static Standing written(Life life, LifeStep last) {
    boolean changed = last.draftVersion() != life.draftVersion();
    return switch (last.kind()) {
      case RETURNED ->
          new Standing(
              changed ? "已退回，修改中" : "已退回",
              "退回原因：" + last.reason().orElse("") + "（" + by(last) + "退回）");
      case SUBMITTED ->
          new Standing("编写中", by(last) + "报送了第" + last.draftVersion() + "版，此后又有修改，报送已撤回，须重新报送。");
      case PUBLISHED -> plain("已公布，更正编写中");
    };
  }

  /** Who took a step, and when. */
  static String by(LifeStep step) {
    return step.person().orElse(step.recordedBy()) + "于" + ChineseDates.of(step.recordedAt());
  }

  /** Whether it was given back and isn't submitted anew. */
  public static boolean isReturned(Life life) {
    return life.state() == ReportState.DRAFT
        && life.last().filter(last -> last.kind() == LifeStep.StepKind.RETURNED).isPresent();
  }
}
