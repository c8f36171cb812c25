package disclosure.report.workbench;

import disclosure.edge.look.Wording;
import disclosure.report.publication.LifeStep;

/** How the workbench calls things. */
final class Words {

  private Words() {}

  /** A step, with the version that it was taken with. */
  static String of(LifeStep step) {
    return switch (step.kind()) {
      case SUBMITTED -> Wording.of("报送（第%s版）", step.draftVersion());
      case RETURNED -> Wording.of("退回（第%s版）", step.draftVersion());
      case PUBLISHED -> Wording.of("公布（第%s版）", step.draftVersion());
    };
  }

  /** That it was taken, as a sentence. */
  static String taken(LifeStep step) {
    return switch (step.kind()) {
      case SUBMITTED -> Wording.of("%s报送。", Standing.by(step));
      case RETURNED -> Wording.of("%s退回。", Standing.by(step));
      case PUBLISHED -> Wording.of("%s公布。", Standing.by(step));
    };
  }
}
