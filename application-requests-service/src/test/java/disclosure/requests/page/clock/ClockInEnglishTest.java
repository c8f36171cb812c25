package disclosure.requests.page.clock;

import static disclosure.requests.application.Histories.correctionRequested;
import static disclosure.requests.application.Histories.extended;
import static disclosure.requests.application.Histories.march;
import static disclosure.requests.application.Histories.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.look.TemplateTexts;
import disclosure.edge.page.PageLanguage;
import disclosure.requests.application.Application;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.step.Step;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.clock.ClockPolicies;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.clock.StatutoryClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Of an application received on Monday, 4 March 2024, on a page in English. */
class ClockInEnglishTest {

  private static final WorkingDayCalendar CALENDAR = WorkingDayCalendar.bundled();
  private static final StatutoryClock CLOCK = new StatutoryClock(CALENDAR, ClockPolicies.DEFAULTS);

  private final Application received =
      Application.received(receipt(march(4)), List.of(), CLOCK, march(4));

  private static <T> T inEnglish(Supplier<T> made) {
    return PageLanguage.in(Locale.ENGLISH, made);
  }

  private static ClockReading after(Application application, LocalDate today) {
    return CLOCK.read(application, today);
  }

  private Application with(Step step, LocalDate today) {
    return received.append(NewStep.of(step), CLOCK, today);
  }

  @Test
  void the_due_date_is_explained_with_its_article() {
    ClockWords words =
        inEnglish(() -> ClockWords.of(after(received, march(29)), CALENDAR, march(29)));
    assertThat(words.headline()).isEqualTo("To be answered by 1 April 2024; 1 working day left");
    assertThat(words.sentences().get(0))
        .isEqualTo(
            "Why: 4 March 2024: application received, working day 20 of 20 (working day),"
                + " Regulation, art. 33(2)");
    assertThat(words.toString()).doesNotContainPattern(TemplateTexts.CHINESE);
  }

  @Test
  void who_is_waited_for_in_vain_is_told_with_what_may_follow() {
    ClockReading over = after(with(correctionRequested(march(6), march(28)), march(6)), march(29));
    ClockWords words = inEnglish(() -> ClockWords.of(over, CALENDAR, march(29)));
    assertThat(words.headline())
        .isEqualTo("Deadline to correct is over (28 March 2024), without an answer");
    assertThat(words.sentences()).anyMatch(text -> text.contains("concluded as 3(6)1"));
    assertThat(words.toString()).doesNotContainPattern(TemplateTexts.CHINESE);
  }

  @Test
  void what_a_step_does_not_do_is_told() {
    Application extended = with(extended(march(11), 30), march(11));
    assertThat(
            inEnglish(
                () ->
                    Effect.told(
                        extended.steps().get(0),
                        after(received, march(11)),
                        after(extended, march(11)))))
        .isEqualTo(
            "Recorded, without effect on the due date: the extension exceeds 20 working days:"
                + " nothing of it counts (Regulation, art. 33(2)).");
  }
}
