package disclosure.report.publication;

import java.util.Optional;

/**
 * How a report stands.
 *
 * @param draftVersion the newest version of its draft; 0 when there is none
 * @param last what was done last
 * @param revision the newest published revision; 0 when there is none
 */
public record Life(long draftVersion, Optional<LifeStep> last, int revision) {

  /** A report of which there is nothing. */
  public static final Life NONE = new Life(0, Optional.empty(), 0);

  /** The number of the step that comes next; of two that follow the same step one is refused. */
  public int nextStep() {
    return last.map(LifeStep::number).orElse(0) + 1;
  }

  /** The state of the newest version: an edit makes a draft of whatever it was. */
  public ReportState state() {
    if (draftVersion == 0) {
      return ReportState.NOT_STARTED;
    }
    if (last.isEmpty() || last.get().draftVersion() != draftVersion) {
      return ReportState.DRAFT;
    }
    return switch (last.get().kind()) {
      case SUBMITTED -> ReportState.SUBMITTED;
      case RETURNED -> ReportState.DRAFT;
      case PUBLISHED -> revision > 1 ? ReportState.CORRECTED : ReportState.PUBLISHED;
    };
  }

  /** Why the newest version was given back, when it was. */
  public Optional<String> returned() {
    return last.filter(
            step ->
                step.kind() == LifeStep.StepKind.RETURNED && step.draftVersion() == draftVersion)
        .flatMap(LifeStep::reason);
  }
}
