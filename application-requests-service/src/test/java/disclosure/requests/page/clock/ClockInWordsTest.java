package disclosure.requests.page.clock;

import static disclosure.requests.application.Histories.correctionRequested;
import static disclosure.requests.application.Histories.extended;
import static disclosure.requests.application.Histories.march;
import static disclosure.requests.application.Histories.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.application.Application;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.Step;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.clock.ClockPolicies;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.clock.StatutoryClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of an application received on Monday, 4 March 2024. */
class ClockInWordsTest {

  private static final StatutoryClock CLOCK =
      new StatutoryClock(WorkingDayCalendar.bundled(), ClockPolicies.DEFAULTS);

  private Application application =
      Application.received(receipt(march(4)), List.of(), CLOCK, march(4));

  private ClockReading with(Step step, LocalDate today) {
    application = application.append(NewStep.of(step), CLOCK, today);
    return CLOCK.read(application, today);
  }

  private String effect(Step step, LocalDate today) {
    ClockReading before = CLOCK.read(application, today);
    ClockReading after = with(step, today);
    return Effect.told(application.steps().get(application.steps().size() - 1), before, after);
  }

  @Test
  void the_reason_of_a_date_is_what_the_time_runs_from() {
    ReceiptCorrected corrected =
        new ReceiptCorrected(
            march(8), Optional.of(march(1)), Optional.empty(), Optional.empty(), Set.of(), "误登记");
    assertThat(Due.reason(with(corrected, march(8)))).startsWith("2024年3月1日收到申请，第20个工作日");
  }

  @Test
  void a_receipt_on_a_day_off_names_both_days() {
    application = Application.received(receipt(march(9)), List.of(), CLOCK, march(11));
    assertThat(Due.reason(CLOCK.read(application, march(11))))
        .startsWith("2024年3月11日视为收到（2024-03-09收到，当日为休息日，顺延至本日）");
  }

  @Test
  void it_is_told_that_the_time_to_correct_is_over_and_what_may_follow() {
    ClockReading over = with(correctionRequested(march(6), march(28)), march(29));
    assertThat(Awaited.of(over))
        .singleElement()
        .satisfies(
            missing -> {
              assertThat(missing.text()).isEqualTo("补正期限已过（2024年3月28日）");
              assertThat(missing.afterwards()).contains("不再处理", "三（六）1", "《条例》第三十条");
            });
    ClockWords words = ClockWords.of(over, WorkingDayCalendar.bundled(), march(29));
    assertThat(words.headline()).isEqualTo("补正期限已过（2024年3月28日），对方没有答复");
    assertThat(words.late()).isTrue();
    ClockReading open = CLOCK.read(application, march(28));
    assertThat(Awaited.of(open)).containsExactly(new Awaited("补正期限至2024年3月28日", false, ""));
    assertThat(ClockWords.of(open, WorkingDayCalendar.bundled(), march(28)).late()).isFalse();
  }

  @Test
  void a_step_that_changes_no_date_is_answered_with_that() {
    assertThat(effect(extended(march(11), 30), march(11)))
        .isEqualTo("已登记，但对答复期限没有影响：延长的期限最长不得超过20个工作日，本次延期全部不予计入（《条例》第三十三条第二款）。");
    assertThat(effect(correctionRequested(march(18), march(28)), march(18)))
        .startsWith("已登记，但对答复期限没有影响：补正通知晚于收到申请之日起7个工作日");
    assertThat(effect(extended(march(19), 20), march(19))).isEqualTo("已登记。");
  }
}
