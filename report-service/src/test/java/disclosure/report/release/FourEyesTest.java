package disclosure.report.release;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.content.DraftContent;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.draft.Draft;
import disclosure.report.publication.LifeStep;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FourEyesTest {

  private static final ReportId ID =
      new ReportId(new OrganCode("11141124000000099J"), 2025, ReportScope.OWN);

  @Test
  void who_wrote_any_version_or_submitted_it_had_it_in_hand() {
    assertThat(
            FourEyes.hands(
                List.of(draft(2, "li"), draft(1, "wang")),
                List.of(step(1, LifeStep.StepKind.SUBMITTED, 2, "zhao")),
                2))
        .containsExactlyInAnyOrder("wang", "li", "zhao");
  }

  @Test
  void who_wrote_what_is_published_already_may_publish_a_correction_of_others() {
    assertThat(
            FourEyes.hands(
                List.of(draft(2, "li"), draft(1, "wang")),
                List.of(
                    step(3, LifeStep.StepKind.SUBMITTED, 2, "li"),
                    step(2, LifeStep.StepKind.PUBLISHED, 1, "chen"),
                    step(1, LifeStep.StepKind.SUBMITTED, 1, "wang")),
                2))
        .containsExactly("li");
  }

  @Test
  void a_client_that_acts_for_itself_is_one_of_its_own() {
    Draft draft = new Draft(ID, 1, content(), "portal", Optional.empty(), Instant.EPOCH);
    assertThat(FourEyes.hands(List.of(draft), List.of(), 1)).containsExactly("portal");
  }

  private static Draft draft(long version, String person) {
    return new Draft(ID, version, content(), "portal", Optional.of(person), Instant.EPOCH);
  }

  private static LifeStep step(int number, LifeStep.StepKind kind, long version, String person) {
    return new LifeStep(
        number, kind, version, Optional.empty(), "portal", Optional.of(person), Instant.EPOCH);
  }

  private static DraftContent content() {
    return new DraftContent(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ProactiveFigures.NONE,
        List.of(),
        "",
        Optional.empty());
  }
}
