package disclosure.requests.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.application.Application;
import disclosure.requests.application.Histories;
import disclosure.requests.application.NewStep;
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
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * As many steps as a client may post, all recorded today, of an application of 2008. What that
 * takes is told by what is allocated for it: that is the same on every machine, and nothing is
 * calculated here without it.
 */
class LongHistoriesTest {

  private static final int STEPS = 500;
  private static final LocalDate RECEIVED = LocalDate.of(2008, 5, 4);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final StatutoryClock CLOCK =
      new StatutoryClock(WorkingDayCalendar.bundled(), ClockPolicies.DEFAULTS);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Half as much again as it takes where the compiler leaves out no objects. */
  private static final long BOUND = 400_000_000;

  /** Behind a correction all that was before is looked at again. */
  private static final long BOUND_OF_CORRECTIONS = 2_500_000_000L;

  @ParameterizedTest
  @EnumSource
  void a_history_of_steps_of_one_kind_is_taken_in_and_read_in_little_time(StepType type) {
    List<NewStep> steps = history(type);
    assertThat(steps).hasSize(STEPS);
    assertThat(
            allocated(
                () -> {
                  Application taken =
                      Application.received(Histories.receipt(RECEIVED), steps, CLOCK, TODAY);
                  assertThat(taken.steps()).hasSize(STEPS);
                  CLOCK.warnings(Application.restored(taken.receipt(), taken.steps()));
                  CLOCK.read(taken, TODAY);
                }))
        .as("bytes allocated")
        .isLessThan(type == StepType.RECEIPT_CORRECTED ? BOUND_OF_CORRECTIONS : BOUND);
  }

  @ParameterizedTest
  @EnumSource(names = {"THIRD_PARTY_CONSULTED", "REASONS_GIVEN", "RECLASSIFIED"})
  void a_history_that_is_corrected_again_and_again_too(StepType type) {
    List<NewStep> first = history(type).subList(0, STEPS / 2);
    List<NewStep> steps =
        Stream.concat(
                first.stream(),
                IntStream.range(0, STEPS / 2)
                    .mapToObj(place -> NewStep.correcting(place + 1, first.get(place).step())))
            .toList();
    assertThat(
            allocated(
                () -> {
                  Application taken =
                      Application.received(Histories.receipt(RECEIVED), steps, CLOCK, TODAY);
                  CLOCK.warnings(taken);
                }))
        .as("bytes allocated")
        .isLessThan(BOUND_OF_CORRECTIONS);
  }

  private static long allocated(Runnable work) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    work.run();
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }

  /** Each some days after the one before, up to today. */
  private static LocalDate day(int nth) {
    return RECEIVED.plusDays(1 + 13L * nth);
  }

  private static List<NewStep> each(IntFunction<Step> step) {
    return IntStream.range(0, STEPS).mapToObj(step).map(NewStep::of).toList();
  }

  private static List<NewStep> after(Step first, IntFunction<Step> others) {
    return each(nth -> nth == 0 ? first : others.apply(nth));
  }

  private static List<NewStep> inTurn(IntFunction<Step> even, IntFunction<Step> odd) {
    return each(nth -> nth % 2 == 0 ? even.apply(nth) : odd.apply(nth));
  }

  private static FeeNotified feeNotified(int nth) {
    return new FeeNotified(
        day(nth), Optional.empty(), FeeBasis.BY_ITEM, Optional.of(1), Yuan.of(99_800));
  }

  private static CorrectionRequested correctionRequested(int nth) {
    return new CorrectionRequested(day(nth), Optional.of(day(nth).plusDays(20)));
  }

  private static ThirdPartyConsulted thirdPartyConsulted(int nth) {
    return new ThirdPartyConsulted(day(nth), Optional.of(day(nth)));
  }

  private static OtherOrganConsulted otherOrganConsulted(int nth) {
    return new OtherOrganConsulted(day(nth), true, Optional.of(day(nth)));
  }

  private static Reclassified reclassified(int nth) {
    return new Reclassified(day(nth), ApplicantType.values()[nth % 6], "营业执照已提交");
  }

  private static Concluded notServed(int nth) {
    return new Concluded(
        day(nth), Outcome.NOT_HELD, Optional.empty(), Optional.empty(), Optional.of("无人签收"));
  }

  private static List<NewStep> history(StepType type) {
    return switch (type) {
      case CORRECTION_REQUESTED -> each(LongHistoriesTest::correctionRequested);
      case CORRECTION_RECEIVED ->
          after(correctionRequested(0), nth -> new CorrectionReceived(day(nth)));
      case THIRD_PARTY_CONSULTED -> each(LongHistoriesTest::thirdPartyConsulted);
      case THIRD_PARTY_REPLIED ->
          inTurn(
              LongHistoriesTest::thirdPartyConsulted,
              nth -> new ThirdPartyReplied(day(nth), Optional.empty()));
      case OTHER_ORGAN_CONSULTED -> each(LongHistoriesTest::otherOrganConsulted);
      case OTHER_ORGAN_REPLIED ->
          inTurn(
              LongHistoriesTest::otherOrganConsulted,
              nth -> new OtherOrganReplied(day(nth), Optional.empty()));
      case EXTENDED -> each(nth -> new Extended(day(nth), 20, Optional.of("2008-07")));
      case REASONS_REQUESTED, REASONS_GIVEN ->
          inTurn(
              nth -> new ReasonsRequested(day(nth)),
              nth -> new ReasonsGiven(day(nth), Optional.of(day(nth).plusDays(700))));
      case FEE_NOTIFIED -> each(LongHistoriesTest::feeNotified);
      case FEE_PAID -> after(feeNotified(0), nth -> new FeePaid(day(nth), Yuan.of(1)));
      case CONCLUDED -> each(LongHistoriesTest::notServed);
      case RECLASSIFIED -> each(LongHistoriesTest::reclassified);
      case ANSWERED_AGAIN ->
          after(
              Histories.concluded(day(0), Outcome.NOT_HELD),
              nth -> new AnsweredAgain(day(nth), Outcome.DISCLOSED, new UUID(0, 1)));
      case VOIDED ->
          IntStream.range(0, STEPS)
              .mapToObj(
                  nth ->
                      nth % 2 == 0
                          ? NewStep.of(reclassified(nth))
                          : NewStep.correcting(nth, new Voided(day(nth), "重复登记")))
              .toList();
      case RECEIPT_CORRECTED ->
          each(
              nth ->
                  new ReceiptCorrected(
                      day(nth),
                      Optional.of(RECEIVED.plusDays(nth % 2)),
                      Optional.empty(),
                      Optional.empty(),
                      Set.of(),
                      "录入错误"));
      case TRANSFERRED ->
          each(
              nth ->
                  nth < STEPS - 1
                      ? reclassified(nth)
                      : new Transferred(
                          day(nth),
                          new OrganCode(TestOrgans.TOWNSHIP),
                          Optional.empty(),
                          "属于镇政府职责"));
    };
  }
}
