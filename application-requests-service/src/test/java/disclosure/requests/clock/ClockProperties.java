package disclosure.requests.clock;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.application.Application;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.step.Step;
import disclosure.requests.calendar.WorkingDayCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ClockProperties {

  private static final WorkingDayCalendar CALENDAR = WorkingDayCalendar.bundled();
  private static final StatutoryClock CLOCK = new StatutoryClock(CALENDAR, ClockPolicies.DEFAULTS);

  /** An organ consulted so many days after receipt, answering so many days later. */
  record Consultation(int after, int lasting) {}

  @Provide
  Arbitrary<LocalDate> received() {
    return Arbitraries.integers()
        .between(0, 6 * 365 + 100)
        .map(days -> LocalDate.of(2019, 5, 15).plusDays(days));
  }

  @Provide
  Arbitrary<Consultation> consultation() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 25), Arbitraries.integers().between(0, 30))
        .as(Consultation::new);
  }

  @Provide
  Arbitrary<List<Consultation>> consultations() {
    return consultation().list().ofMaxSize(4);
  }

  private static Application consulted(LocalDate received, List<Consultation> consultations) {
    record Dated(Step step, int order) {}
    List<Dated> steps = new ArrayList<>();
    // Who answers which does not matter: all are open-ended, and the union of the times is the
    // same.
    for (Consultation consultation : consultations) {
      LocalDate sent = received.plusDays(consultation.after());
      steps.add(new Dated(otherOrganConsulted(sent), 0));
      steps.add(new Dated(otherOrganReplied(sent.plusDays(consultation.lasting())), 1));
    }
    steps.sort(
        Comparator.comparing((Dated dated) -> dated.step().on()).thenComparing(Dated::order));
    return Application.received(
        receipt(received),
        steps.stream().map(dated -> NewStep.of(dated.step())).toList(),
        CLOCK,
        LocalDate.of(2030, 1, 1));
  }

  private static LocalDate due(Application application) {
    return CLOCK.due(application, LocalDate.of(2030, 1, 1)).on().orElseThrow();
  }

  @Property
  void a_due_date_never_falls_on_a_rest_day(
      @ForAll("received") LocalDate received,
      @ForAll("consultations") List<Consultation> consultations) {
    assertThat(CALENDAR.isWorkingDay(due(consulted(received, consultations)))).isTrue();
  }

  @Property
  void adding_a_pause_never_moves_the_due_date_backwards(
      @ForAll("received") LocalDate received,
      @ForAll("consultations") List<Consultation> consultations,
      @ForAll("consultation") Consultation another) {
    List<Consultation> more = new ArrayList<>(consultations);
    more.add(another);
    assertThat(due(consulted(received, more)))
        .isAfterOrEqualTo(due(consulted(received, consultations)));
  }

  @Property
  void a_pause_that_lies_within_another_changes_nothing(
      @ForAll("received") LocalDate received, @ForAll("consultation") Consultation consultation) {
    Consultation within =
        new Consultation(
            consultation.after() + consultation.lasting() / 3, consultation.lasting() / 3);
    assertThat(due(consulted(received, List.of(consultation, within))))
        .isEqualTo(due(consulted(received, List.of(consultation))));
  }

  @Property
  void up_to_the_due_date_exactly_twenty_working_days_are_not_paused(
      @ForAll("received") LocalDate received,
      @ForAll("consultations") List<Consultation> consultations) {
    Set<LocalDate> paused = new HashSet<>();
    for (Consultation consultation : consultations) {
      for (int day = 1; day <= consultation.lasting(); day++) {
        paused.add(received.plusDays(consultation.after() + (long) day));
      }
    }
    LocalDate due = due(consulted(received, consultations));
    LocalDate from = CALENDAR.firstWorkingDayFrom(received).date();
    assertThat(
            from.plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(CALENDAR::isWorkingDay)
                .filter(day -> !paused.contains(day)))
        .hasSize(20)
        .last()
        .isEqualTo(due);
  }

  @Property
  void an_extension_moves_the_due_date_by_its_working_days(
      @ForAll("received") LocalDate received, @ForAll @IntRange(min = 1, max = 20) int days) {
    Application application = consulted(received, List.of());
    LocalDate due = due(application);
    Application extended =
        application.append(NewStep.of(extended(due, days)), CLOCK, LocalDate.of(2030, 1, 1));
    assertThat(due(extended)).isEqualTo(CALENDAR.plusWorkingDays(due, days).date());
  }

  @Property
  void the_account_counts_every_working_day_once(
      @ForAll("received") LocalDate received,
      @ForAll("consultations") List<Consultation> consultations) {
    ClockReading reading = CLOCK.read(consulted(received, consultations), LocalDate.of(2030, 1, 1));
    List<ClockEntry> days =
        reading.entries().stream()
            .filter(entry -> entry.kind() != ClockEntry.ClockDayKind.EVENT)
            .filter(entry -> entry.kind() != ClockEntry.ClockDayKind.DUE)
            .toList();
    assertThat(days)
        .extracting(ClockEntry::date)
        .containsExactlyElementsOf(
            reading
                .countedFrom()
                .plusDays(1)
                .datesUntil(reading.dueOn().orElseThrow().plusDays(1))
                .toList());
    assertThat(days)
        .filteredOn(entry -> entry.kind() == ClockEntry.ClockDayKind.COUNTED)
        .hasSize(20);
  }

  @Property
  void a_later_receipt_is_never_due_earlier(
      @ForAll("received") LocalDate received, @ForAll @IntRange(max = 40) int later) {
    assertThat(due(consulted(received.plusDays(later), List.of())))
        .isAfterOrEqualTo(due(consulted(received, List.of())));
  }

  @Property
  void a_silent_third_party_never_holds_the_answer_longer_than_fifteen_working_days(
      @ForAll("received") LocalDate received, @ForAll @IntRange(max = 25) int after) {
    LocalDate sent = received.plusDays(after);
    Application application =
        consulted(received, List.of())
            .append(NewStep.of(thirdPartyConsulted(sent)), CLOCK, LocalDate.of(2030, 1, 1));
    LocalDate limit = CALENDAR.plusWorkingDays(due(consulted(received, List.of())), 15).date();
    assertThat(due(application)).isBeforeOrEqualTo(limit);
  }

  /** One whose limit and answer come so many days later, or never. */
  record Waiting(int after, Optional<Integer> limit, Optional<Integer> answer) {

    Pause pause() {
      LocalDate sent = MONDAY.plusDays(after);
      Pause pause =
          new Pause(sent, PauseReason.THIRD_PARTY, limit.map(days -> sent.plusDays((long) days)));
      answer.ifPresent(days -> pause.answer(sent.plusDays((long) days)));
      return pause;
    }
  }

  private static final LocalDate MONDAY = LocalDate.of(2024, 3, 4);

  @Provide
  Arbitrary<List<Waiting>> waitings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(0, 30).optional(0.7),
            Arbitraries.integers().between(0, 30).optional(0.7))
        .as(Waiting::new)
        .list()
        .ofMaxSize(6);
  }

  @Property
  void the_days_that_pauses_cover_are_those_that_one_of_them_covers(
      @ForAll("waitings") List<Waiting> waitings,
      @ForAll @IntRange(max = 60) int asked,
      @ForAll boolean sendingDayIsPaused,
      @ForAll boolean replyDayIsPaused) {
    ClockPolicies policies =
        new ClockPolicies(
            RestDayReceipt.STANDS, false, false, false, sendingDayIsPaused, replyDayIsPaused);
    List<Pause> pauses = waitings.stream().map(Waiting::pause).toList();
    LocalDate asOf = MONDAY.plusDays(asked);
    PausedDays days = new PausedDays(pauses, asOf, policies);
    PausedDays leaping = new PausedDays(pauses, asOf, policies);
    MONDAY
        .datesUntil(MONDAY.plusDays(80))
        .forEach(
            day -> {
              assertThat(days.isOpen(day))
                  .isEqualTo(
                      pauses.stream()
                          .anyMatch(
                              pause -> pause.isOpen(asOf) && pause.covers(day, asOf, policies)));
              assertThat(leaping.firstNotCovered(day))
                  .isEqualTo(
                      Stream.iterate(day, next -> next.plusDays(1))
                          .filter(
                              next ->
                                  leaping.isOpen(next)
                                      || pauses.stream()
                                          .noneMatch(pause -> pause.covers(next, asOf, policies)))
                          .findFirst()
                          .orElseThrow());
              assertThat(days.cover(day))
                  .isEqualTo(pauses.stream().anyMatch(pause -> pause.covers(day, asOf, policies)));
            });
  }
}
