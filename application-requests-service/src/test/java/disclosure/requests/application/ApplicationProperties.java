package disclosure.requests.application;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.application.step.AnsweredAgain;
import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.CorrectionReceived;
import disclosure.requests.application.step.CorrectionRequested;
import disclosure.requests.application.step.Extended;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.application.step.FeePaid;
import disclosure.requests.application.step.OtherOrganConsulted;
import disclosure.requests.application.step.OtherOrganReplied;
import disclosure.requests.application.step.ReasonsGiven;
import disclosure.requests.application.step.ReasonsRequested;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.Reclassified;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.application.step.Voided;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.clock.ClockPolicies;
import disclosure.requests.clock.StatutoryClock;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever steps are tried in whatever order, with the real clock. */
class ApplicationProperties {

  private static final StatutoryClock CLOCK =
      new StatutoryClock(WorkingDayCalendar.bundled(), ClockPolicies.DEFAULTS);

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(40, Arbitraries.integers().between(3, 80).map(Histories::march)),
        net.jqwik.api.Tuple.of(
            1, Arbitraries.of(LocalDate.MIN, LocalDate.MAX, LocalDate.of(9999, 12, 31))));
  }

  private static Arbitrary<Optional<LocalDate>> maybeDays() {
    return days().optional();
  }

  @Provide
  Arbitrary<List<NewStep>> attempts() {
    Arbitrary<Step> steps =
        Combinators.combine(
                Arbitraries.of(StepType.class),
                days(),
                maybeDays(),
                Arbitraries.integers().between(0, 21),
                Arbitraries.of(Outcome.class))
            .as(ApplicationProperties::step);
    Arbitrary<Optional<Integer>> corrects = Arbitraries.integers().between(-1, 8).optional(0.3);
    return Combinators.combine(steps, corrects).as(NewStep::new).list().ofMaxSize(12);
  }

  private static Step step(
      StepType type, LocalDate on, Optional<LocalDate> other, int number, Outcome outcome) {
    return switch (type) {
      case CORRECTION_REQUESTED -> new CorrectionRequested(on, other);
      case CORRECTION_RECEIVED -> new CorrectionReceived(on);
      case THIRD_PARTY_CONSULTED -> new ThirdPartyConsulted(on, other);
      case THIRD_PARTY_REPLIED -> new ThirdPartyReplied(on, Optional.empty());
      case OTHER_ORGAN_CONSULTED -> new OtherOrganConsulted(on, number % 2 == 0, other);
      case OTHER_ORGAN_REPLIED -> new OtherOrganReplied(on, other.map(day -> number % 5));
      case EXTENDED -> new Extended(on, number, Optional.of("2024-07"));
      case REASONS_REQUESTED -> new ReasonsRequested(on);
      case REASONS_GIVEN -> new ReasonsGiven(on, other);
      case FEE_NOTIFIED ->
          new FeeNotified(on, other, FeeBasis.BY_PAGE, Optional.empty(), Yuan.of(number));
      case FEE_PAID -> new FeePaid(on, Yuan.of(number));
      case CONCLUDED -> new Concluded(on, outcome, Optional.empty(), Optional.empty());
      case RECLASSIFIED -> new Reclassified(on, ApplicantType.values()[number % 6], "营业执照已提交");
      case ANSWERED_AGAIN -> new AnsweredAgain(on, Outcome.DISCLOSED, new UUID(0, 1));
      case VOIDED -> new Voided(on, "重复登记");
      case RECEIPT_CORRECTED ->
          new ReceiptCorrected(
              on,
              Optional.empty(),
              Optional.empty(),
              Optional.of(ApplicantType.values()[number % 6]),
              Set.of(),
              "录入错误");
      case TRANSFERRED ->
          new Transferred(
              on,
              new OrganCode(number % 5 == 0 ? TestOrgans.OFFICE : TestOrgans.TOWNSHIP),
              Optional.empty(),
              "属于镇政府职责");
    };
  }

  private static Application live(Receipt receipt, List<NewStep> attempts) {
    Application application = Application.received(receipt, List.of(), CLOCK, TODAY);
    for (NewStep attempt : attempts) {
      try {
        application = application.append(attempt, CLOCK, TODAY);
      } catch (StepRefused refused) {
        assertThat(refused.faults()).isNotEmpty();
      }
    }
    return application;
  }

  @Property
  void a_step_is_recorded_or_refused_and_the_history_stays_lawful(
      @ForAll("attempts") List<NewStep> attempts) {
    Application application = live(receipt(march(4)), attempts);
    List<RecordedStep> effective = application.effectiveSteps();
    boolean concluded = application.status() == ApplicationStatus.CONCLUDED;
    assertThat(application.outcome().isPresent()).isEqualTo(concluded);
    assertThat(application.concludedOn().isPresent()).isEqualTo(concluded);
    assertThat(effective)
        .allSatisfy(step -> assertThat(step.step().on()).isBetween(march(4), TODAY));
    assertThat(effective).isSortedAccordingTo((a, b) -> a.step().on().compareTo(b.step().on()));
    for (StepType once :
        List.of(StepType.CONCLUDED, StepType.CORRECTION_REQUESTED, StepType.FEE_NOTIFIED)) {
      assertThat(effective)
          .filteredOn(step -> step.step().type() == once)
          .filteredOn(step -> !application.isIneffective(step.sequence()))
          .hasSizeLessThan(2);
    }
    assertThat(application.gaps()).isEmpty();
  }

  @Property
  void an_application_restored_from_its_steps_is_the_same(
      @ForAll("attempts") List<NewStep> attempts) {
    Application application = live(imported(march(4)), attempts);
    Application restored = Application.restored(application.receipt(), application.steps());
    assertThat(restored.status()).isEqualTo(application.status());
    assertThat(restored.outcome()).isEqualTo(application.outcome());
    assertThat(restored.applicantType()).isEqualTo(application.applicantType());
    assertThat(restored.effectiveSteps()).isEqualTo(application.effectiveSteps());
    assertThat(restored.ineffective()).isEqualTo(application.ineffective());
    assertThat(restored.gaps()).isEqualTo(application.gaps());
  }

  @Property
  void a_history_told_step_by_step_or_whole_is_the_same(
      @ForAll("attempts") List<NewStep> attempts) {
    Application application = live(receipt(march(4)), attempts);
    List<NewStep> accepted =
        application.steps().stream()
            .map(recorded -> new NewStep(recorded.step(), recorded.corrects()))
            .toList();
    assertThat(Application.received(receipt(march(4)), accepted, CLOCK, TODAY).steps())
        .isEqualTo(application.steps());
  }

  @Property
  void what_was_recorded_too_late_is_what_moved_a_time_that_was_over(
      @ForAll("attempts") List<NewStep> attempts,
      @ForAll @IntRange(min = 20, max = 70) int firstRecorded,
      @ForAll @IntRange(max = 9) int between) {
    Application application = Application.received(receipt(march(4)), List.of(), CLOCK, TODAY);
    int recorded = firstRecorded;
    for (NewStep attempt : attempts) {
      try {
        application = application.append(attempt, CLOCK, march(recorded));
        recorded += between;
      } catch (StepRefused refused) {
        assertThat(refused.faults()).isNotEmpty();
      }
    }
    Application told = application;
    // Where every step was struck, none is told of.
    Assume.that(!told.effectiveSteps().isEmpty());
    assertThat(CLOCK.warnings(told))
        .filteredOn(warning -> warning.code().equals("RECORDED_AFTER_DUE"))
        .extracting(Warning::step)
        .containsExactlyElementsOf(
            told.steps().stream()
                .filter(step -> movedWhatWasOver(told, step))
                .map(RecordedStep::sequence)
                .toList());
  }

  private static boolean movedWhatWasOver(Application application, RecordedStep step) {
    LocalDate recordedOn = step.recordedOn().orElseThrow();
    Application before = application.before(step.sequence());
    Optional<LocalDate> over =
        CLOCK
            .due(before, recordedOn)
            .on()
            .filter(recordedOn::isAfter)
            .filter(day -> !step.step().on().isAfter(day) || step.receivedBefore().isPresent())
            .filter(day -> before.concludedOn().filter(on -> !on.isAfter(day)).isEmpty());
    Optional<LocalDate> moved = CLOCK.due(application.before(step.sequence() + 1), recordedOn).on();
    return over.isPresent() && moved.filter(day -> !day.isAfter(over.get())).isEmpty();
  }
}
