package disclosure.report.workbench;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
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
      case NOT_STARTED -> plain(Wording.of("未开始"));
      case DRAFT -> life.last().map(last -> written(life, last)).orElse(plain(Wording.of("编写中")));
      case SUBMITTED -> plain(Wording.of(life.revision() > 0 ? "更正已报送，待审核" : "已报送，待审核"));
      case PUBLISHED -> plain(Wording.of("已公布"));
      case CORRECTED -> plain(Wording.of("已公布（有更正）"));
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
              Wording.of(changed ? "已退回，修改中" : "已退回"),
              Wording.of("退回原因：%s（%s退回）", last.reason().orElse(""), by(last)));
      case SUBMITTED ->
          new Standing(
              Wording.of("编写中"),
              Wording.of("%s报送了第%s版，此后又有修改，报送已撤回，须重新报送。", by(last), last.draftVersion()));
      case PUBLISHED -> plain(Wording.of("已公布，更正编写中"));
    };
  }

  /** Who took a step, and when. */
  static String by(LifeStep step) {
    return Wording.of(
        "%s于%s", step.person().orElse(step.recordedBy()), ChineseDates.of(step.recordedAt()));
  }

  /** Whether it was given back and isn't submitted anew. */
  public static boolean isReturned(Life life) {
    return life.state() == ReportState.DRAFT
        && life.last().filter(last -> last.kind() == LifeStep.StepKind.RETURNED).isPresent();
  }
}
