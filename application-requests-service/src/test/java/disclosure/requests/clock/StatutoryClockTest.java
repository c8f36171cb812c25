package disclosure.requests.clock;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.application.Application;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.step.Step;
import disclosure.requests.calendar.WorkingDayCalendar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors that were calculated for this product, and the rest days around which they turn. */
class StatutoryClockTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  private final StatutoryClock clock =
      new StatutoryClock(WorkingDayCalendar.bundled(), ClockPolicies.DEFAULTS);

  private Application application(Receipt receipt, Step... steps) {
    return Application.received(
        receipt, Arrays.stream(steps).map(NewStep::of).toList(), clock, TODAY);
  }

  private ClockReading read(Receipt receipt, Step... steps) {
    return clock.read(application(receipt, steps), TODAY);
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-15, 2024-01-15, 2024-01-24, 2024-02-09, 2024-03-14",
    "2024-02-10, 2024-02-18, 2024-02-27, 2024-03-15, 2024-04-15",
    "2024-04-26, 2024-04-26, 2024-05-09, 2024-05-27, 2024-06-25",
    "2024-09-06, 2024-09-06, 2024-09-18, 2024-10-11, 2024-11-07",
    "2024-09-25, 2024-09-25, 2024-10-10, 2024-10-28, 2024-11-25",
    "2024-09-29, 2024-09-29, 2024-10-14, 2024-10-31, 2024-11-28",
    "2024-12-20, 2024-12-20, 2024-12-31, 2025-01-20, 2025-02-21",
    "2025-01-26, 2025-01-26, 2025-02-11, 2025-02-28, 2025-03-28",
    "2025-09-19, 2025-09-19, 2025-09-29, 2025-10-23, 2025-11-20",
    "2026-02-14, 2026-02-14, 2026-03-03, 2026-03-20, 2026-04-20",
    "2026-09-20, 2026-09-20, 2026-09-30, 2026-10-23, 2026-11-20"
  })
  void twenty_working_days_and_twenty_more(
      LocalDate received, LocalDate from, LocalDate correctBy, LocalDate due, LocalDate extended) {
    ClockReading reading = read(receipt(received));
    assertThat(reading.countedFrom()).isEqualTo(from);
    assertThat(reading.correctionNoticeDueOn()).contains(correctBy);
    assertThat(reading.dueOn()).contains(due);
    assertThat(reading.provisional()).isFalse();
    assertThat(read(receipt(received), extended(due, 20)).dueOn()).contains(extended);
    assertThat(clock.due(application(receipt(received)), TODAY))
        .isEqualTo(new DueDate(reading.dueOn(), false, Optional.empty()));
  }

  @Test
  void the_time_of_a_consultation_is_not_counted() {
    assertThat(read(receipt(day("2025-03-03"))).dueOn()).contains(day("2025-03-31"));
    assertThat(
            read(
                    receipt(day("2025-03-03")),
                    thirdPartyConsulted(day("2025-03-10")),
                    thirdPartyReplied(day("2025-03-24")))
                .dueOn())
        .contains(day("2025-04-15"));
  }

  @Test
  void before_the_revision_of_2019_the_time_was_fifteen_working_days() {
    ClockReading reading = read(imported(day("2017-06-18")));
    assertThat(reading.countedFrom()).isEqualTo(day("2017-06-19"));
    assertThat(reading.dueOn()).contains(day("2017-07-10"));
    assertThat(reading.dueOnWithoutRolling()).contains(day("2017-07-07"));
    assertThat(reading.provisional()).isTrue();
    assertThat(reading.correctionNoticeDueOn()).isEmpty();
    assertThat(AnswerTime.beginningOn(day("2019-05-14"))).isEqualTo(AnswerTime.OF_2007);
    assertThat(AnswerTime.beginningOn(day("2019-05-15"))).isEqualTo(AnswerTime.OF_2019);
  }

  @Test
  void the_time_taken_leaves_out_days_off_and_the_time_of_a_consultation() {
    Application direct = application(receipt(day("2025-03-03")));
    assertThat(clock.workingDaysUpTo(direct, day("2025-03-03"))).isZero();
    assertThat(clock.workingDaysUpTo(direct, day("2025-03-10"))).isEqualTo(5);
    Application consulted =
        application(
            receipt(day("2025-03-03")),
            thirdPartyConsulted(day("2025-03-10")),
            thirdPartyReplied(day("2025-03-24")));
    // 11 to 24 March wait for the third party: five working days before, four after.
    assertThat(clock.workingDaysUpTo(consulted, day("2025-03-28"))).isEqualTo(9);
  }

  @Test
  void a_year_that_is_not_announced_makes_the_due_date_provisional() {
    ClockReading reading = read(receipt(day("2026-11-23")), extended(day("2026-11-24"), 20));
    assertThat(reading.dueOn()).contains(day("2027-01-19"));
    assertThat(reading.provisional()).isTrue();
    assertThat(reading.entries())
        .filteredOn(entry -> entry.date().equals(day("2027-01-19")))
        .extracting(ClockEntry::calendarVersion)
        .containsOnly("statutory-days-only");
    assertThat(read(receipt(day("2026-11-23"))).provisional()).isFalse();
    assertThat(clock.due(application(receipt(day("2018-12-20"))), TODAY).provisional()).isTrue();
  }

  @Test
  void a_receipt_on_a_day_off_shows_the_stricter_date_too() {
    ClockReading reading = read(receipt(day("2024-03-09")));
    assertThat(reading.countedFrom()).isEqualTo(day("2024-03-11"));
    assertThat(reading.dueOn()).contains(day("2024-04-09"));
    assertThat(reading.dueOnWithoutRolling()).contains(day("2024-04-08"));
    assertThat(read(receipt(day("2024-03-11"))).dueOnWithoutRolling()).isEmpty();
  }

  @Test
  void a_receipt_on_a_day_off_can_be_set_to_stand() {
    StatutoryClock standing =
        new StatutoryClock(
            WorkingDayCalendar.bundled(), ClockPolicies.DEFAULTS.with(RestDayReceipt.STANDS));
    ClockReading reading =
        standing.read(
            Application.received(receipt(day("2024-03-09")), List.of(), standing, TODAY), TODAY);
    assertThat(reading.countedFrom()).isEqualTo(day("2024-03-09"));
    assertThat(reading.dueOn()).contains(day("2024-04-08"));
    assertThat(reading.dueOnWithoutRolling()).isEmpty();
  }

  @Test
  void the_time_to_pay_is_twenty_working_days_from_the_day_after_delivery() {
    assertThat(clock.payBy(day("2024-03-04"))).isEqualTo(day("2024-04-01"));
  }

  @Test
  void an_extension_after_the_due_date_is_recorded_and_does_not_count() {
    Receipt receipt = receipt(day("2024-03-04"));
    assertThat(read(receipt, extended(day("2024-04-01"), 20)).dueOn()).contains(day("2024-04-29"));
    assertThat(read(receipt, extended(day("2024-04-02"), 20)).dueOn()).contains(day("2024-04-01"));
  }

  @Test
  void the_reading_names_its_calendar() {
    assertThat(read(receipt(day("2024-03-04"))).calendarVersion())
        .isEqualTo(WorkingDayCalendar.bundled().version());
  }
}
