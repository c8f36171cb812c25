package disclosure.report.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.publication.Life;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.LifeStep.StepKind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static Life life(long version, StepKind last, long of, int revision) {
    return new Life(
        version,
        Optional.of(
            new LifeStep(
                3,
                last,
                of,
                Optional.of("落款有误").filter(reason -> last == StepKind.RETURNED),
                "pages",
                Optional.of("liu.hui"),
                Instant.parse("2026-01-20T01:30:00Z"))),
        revision);
  }

  @Test
  void what_was_given_back_says_so_until_it_is_submitted_anew() {
    Standing returned = Standing.of(life(2, StepKind.RETURNED, 2, 0));
    assertThat(returned.state()).isEqualTo("已退回");
    assertThat(returned.note()).startsWith("退回原因：落款有误（liu.hui于2026年1月20日").endsWith("退回）");
    Standing mended = Standing.of(life(3, StepKind.RETURNED, 2, 0));
    assertThat(mended.state()).isEqualTo("已退回，修改中");
    assertThat(mended.note()).isEqualTo(returned.note());
    assertThat(Standing.of(life(3, StepKind.SUBMITTED, 3, 0)))
        .isEqualTo(new Standing("已报送，待审核", ""));
  }

  @Test
  void an_edit_that_ended_a_submission_or_follows_a_publication_is_told() {
    Standing withdrawn = Standing.of(life(2, StepKind.SUBMITTED, 1, 0));
    assertThat(withdrawn.state()).isEqualTo("编写中");
    assertThat(withdrawn.note()).contains("报送了第1版", "须重新报送");
    assertThat(Standing.of(life(2, StepKind.PUBLISHED, 1, 1)).state()).isEqualTo("已公布，更正编写中");
    assertThat(Standing.of(life(2, StepKind.SUBMITTED, 2, 1)).state()).isEqualTo("更正已报送，待审核");
    assertThat(Standing.of(Life.NONE).state()).isEqualTo("未开始");
  }
}
