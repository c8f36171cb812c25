package disclosure.report.release;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Drafts;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeSteps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Four eyes: who wrote or submitted a report since it was published last doesn't publish it. */
@ApplicationScoped
class FourEyes {

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
    if (settings.fourEyes() && hands(id, life.draftVersion()).contains(publisher)) {
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

  /** Through whose hands went what is to be published, since the report was published last. */
  private Set<String> hands(ReportId id, long version) {
    long before = Math.min(steps.publishedVersion(id), version - 1);
    Set<String> hands = new HashSet<>(drafts.writers(id, before, version));
    hands.addAll(steps.submitters(id));
    return hands;
  }
}
