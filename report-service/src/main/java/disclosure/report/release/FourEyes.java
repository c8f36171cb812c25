package disclosure.report.release;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.draft.Drafts;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.LifeSteps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Four eyes: who wrote or submitted a report since it was published last doesn't publish it. */
@ApplicationScoped
class FourEyes {

  /** More than anybody writes between two publications. */
  private static final int MAX_VERSIONS = 10_000;

  private final ReleaseSettings settings;
  private final Drafts drafts;
  private final LifeSteps steps;

  FourEyes(ReleaseSettings settings, Drafts drafts, LifeSteps steps) {
    this.settings = settings;
    this.drafts = drafts;
    this.steps = steps;
  }

  /**
   * Makes sure that somebody else looked, where that is demanded.
   *
   * @throws Refusal 403
   */
  void require(ReportId id, Life life, String publisher) {
    if (settings.fourEyes()
        && hands(
                drafts.before(id, life.draftVersion() + 1, MAX_VERSIONS),
                steps.before(id, life.nextStep(), MAX_VERSIONS),
                life.draftVersion())
            .contains(publisher)) {
      throw new Refusal(
          403,
          "four-eyes",
          new Text("须由他人公布", "Somebody else publishes it"),
          new Text(
              "起草或者报送本报告的人员不得公布本报告，请由其他有权限的人员公布。",
              "Who wrote or submitted the report may not publish it; let somebody else do so."),
          List.of());
    }
  }

  /**
   * Whose hands a version went through since the report was published last.
   *
   * @param version the version that is to be published
   */
  static Set<String> hands(List<Draft> drafts, List<LifeStep> steps, long version) {
    long published =
        steps.stream()
            .filter(step -> step.kind() == LifeStep.StepKind.PUBLISHED)
            .mapToLong(LifeStep::draftVersion)
            .max()
            .orElse(0);
    return Stream.concat(
            drafts.stream()
                .filter(draft -> draft.version() > published && draft.version() <= version)
                .map(Draft::writer),
            steps.stream()
                .filter(step -> step.kind() == LifeStep.StepKind.SUBMITTED)
                .filter(step -> step.draftVersion() > published)
                .map(LifeStep::actor))
        .collect(Collectors.toSet());
  }
}
