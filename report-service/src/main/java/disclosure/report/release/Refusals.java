package disclosure.report.release;

import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.draft.Draft;
import disclosure.report.publication.Life;
import java.util.List;

/** What keeps a step from being taken, apart from the checks. */
final class Refusals {

  private Refusals() {}

  /**
   * The caller saw the version that the step is about, and it was the newest all the while that its
   * figures were read.
   *
   * @throws Refusal 428 without a precondition, 412 when the draft is another by now
   */
  static void requireCurrent(Draft draft, Life life, IfMatch ifMatch) {
    ifMatch.requireSeen(draft.version());
    if (life.draftVersion() != draft.version()) {
      throw Refusal.changedMeanwhile();
    }
  }

  static Refusal notSubmitted() {
    return Refusal.conflict(
        "not-submitted",
        new Text("报告尚未报送审核", "The report is not submitted"),
        new Text("请先由编辑人员报送此版本。", "An editor submits this version first."),
        List.of());
  }

  static Refusal figuresMove() {
    return Refusal.unavailable(
        new Text(
            "申请数据正在变动，未能取得同一时刻的明细与合计，请稍后重试。",
            "The applications change too fast to be listed and counted at one moment; try again"
                + " later."));
  }
}
