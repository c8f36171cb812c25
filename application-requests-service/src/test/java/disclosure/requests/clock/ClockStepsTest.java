package disclosure.requests.clock;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import disclosure.requests.application.Application;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.Warning;
import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.CorrectionRequested;
import disclosure.requests.application.step.Extended;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.application.step.OtherOrganConsulted;
import disclosure.requests.application.step.OtherOrganReplied;
import disclosure.requests.application.step.ReasonsGiven;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.clock.ClockReading.Wait;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Outcome;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What each step does to an application received on Monday, 4 March 2024: due on 1 April,
 * correction to be asked for by 13 March. 4 and 5 April are days off, 7 April is made up.
 */
class ClockStepsTest {

  private static final LocalDate DUE = LocalDate.of(2024, 4, 1);

  private ClockPolicies policies = ClockPolicies.DEFAULTS;
  private Receipt receipt = receipt(march(4));

  private StatutoryClock clock() {
    return new StatutoryClock(WorkingDayCalendar.bundled(), policies);
  }

  private ClockReading on(LocalDate today, Step... steps) {
    return clock()
        .read(
            Application.received(
                receipt, Arrays.stream(steps).map(NewStep::of).toList(), clock(), today),
            today);
  }

  private Optional<LocalDate> settledOn(LocalDate today, Step... steps) {
    return clock()
        .due(
            Application.received(
                receipt, Arrays.stream(steps).map(NewStep::of).toList(), clock(), today),
            today)
        .settledOn();
  }

  @Test
  void what_is_recorded_after_the_due_date_and_moves_it_is_flagged() {
    Application open = Application.received(receipt, List.of(), clock(), march(4));
    NewStep extension = NewStep.of(extended(march(11), 20));
    assertThat(clock().warnings(open.append(extension, clock(), april(1)))).isEmpty();
    Application late = open.append(extension, clock(), april(2));
    assertThat(clock().read(late, april(2)).timeliness()).isEqualTo(Timeliness.OPEN);
    assertThat(clock().warnings(late))
        .extracting(Warning::step, Warning::code, Warning::article)
        .containsExactly(tuple(1, "RECORDED_AFTER_DUE", "《条例》第三十三条第二款"));
    assertThat(clock().warnings(Application.restored(late.receipt(), late.steps())))
        .isEqualTo(clock().warnings(late));
  }

  @Test
  void whatever_moves_the_due_date_is_flagged_alike() {
    for (Step step :
        List.of(
            correctionRequested(march(6), march(28)),
            new ThirdPartyConsulted(march(6), Optional.empty()),
            new OtherOrganConsulted(march(6), false, Optional.empty()))) {
      assertThat(clock().warnings(restored(step)))
          .extracting(Warning::code)
          .as(step.type().name())
          .contains("RECORDED_AFTER_DUE");
    }
  }

  @Test
  void a_day_of_receipt_that_is_corrected_after_the_due_date_is_flagged_where_it_moves_it() {
    Application open = Application.received(receipt, List.of(), clock(), march(4));
    assertThat(receivedRightly(open, march(18), april(1))).isEmpty();
    assertThat(receivedRightly(open, march(1), april(2))).isEmpty();
    assertThat(receivedRightly(open, march(18), april(2))).containsExactly("RECORDED_AFTER_DUE");
    Application answered =
        open.append(NewStep.of(concluded(march(20), Outcome.DISCLOSED)), clock(), march(20));
    assertThat(receivedRightly(answered, march(6), april(2))).isEmpty();
  }

  private List<String> receivedRightly(Application application, LocalDate day, LocalDate today) {
    ReceiptCorrected correction =
        new ReceiptCorrected(
            today, Optional.of(day), Optional.empty(), Optional.empty(), Set.of(), "登记有误");
    return clock().warnings(application.append(NewStep.of(correction), clock(), today)).stream()
        .map(Warning::code)
        .toList();
  }

  @Test
  void a_history_that_is_taken_over_says_not_when_it_was_recorded_and_what_follows_does() {
    receipt =
        new Receipt(
            receipt.organCode(), receipt.applicantType(), receipt.channel(), march(4), true);
    assertThat(clock().warnings(restored(extended(march(11), 10)))).isEmpty();
    Application open = Application.received(receipt, List.of(), clock(), april(30));
    assertThat(
            clock().warnings(open.append(NewStep.of(extended(march(11), 10)), clock(), april(30))))
        .extracting(Warning::code)
        .containsExactly("RECORDED_AFTER_DUE");
  }

  private static LocalDate april(int day) {
    return LocalDate.of(2024, 4, day);
  }

  @Test
  void without_steps_the_time_is_twenty_working_days() {
    ClockReading reading = on(march(4));
    assertThat(reading.dueOn()).contains(DUE);
    assertThat(reading.correctionNoticeDueOn()).contains(march(13));
    assertThat(reading.waits()).isEmpty();
    assertThat(reading.untimely()).isEmpty();
    assertThat(reading.payBy()).isEmpty();
    assertThat(reading.dueOnIfUnanswered()).isEmpty();
    assertThat(reading.timeliness()).isEqualTo(Timeliness.OPEN);
  }

  @Test
  void a_notice_to_correct_stops_the_clock() {
    ClockReading reading = on(march(20), correctionRequested(march(13), march(28)));
    assertThat(reading.dueOn()).isEmpty();
    assertThat(reading.dueOnIfUnanswered()).isEmpty();
    assertThat(reading.waits()).containsExactly(new Wait(PauseReason.CORRECTION, Optional.empty()));
    assertThat(reading.untimely()).isEmpty();
    assertThat(reading.timeliness()).isEqualTo(Timeliness.OPEN);
    assertThat(clock().due(restored(correctionRequested(march(13), march(28))), march(20)))
        .isEqualTo(new DueDate(Optional.empty(), false, Optional.empty()));
  }

  private Application restored(Step... steps) {
    return Application.received(
        receipt, Arrays.stream(steps).map(NewStep::of).toList(), clock(), april(30));
  }

  @Test
  void it_is_told_who_outside_has_still_to_answer_and_whose_time_is_over() {
    Step notice = correctionRequested(march(6), march(28));
    assertThat(on(march(28), notice).answersDue())
        .containsExactly(new AnswerBy(PauseReason.CORRECTION, march(28), false));
    assertThat(on(march(28), notice).answersMissing()).isEmpty();
    assertThat(on(march(29), notice).answersMissing())
        .containsExactly(new AnswerBy(PauseReason.CORRECTION, march(28), true));
    // A notice that came too late to stop the clock sets the applicant his time all the same.
    assertThat(on(april(2), correctionRequested(march(15), april(1))).answersMissing())
        .extracting(AnswerBy::day)
        .containsExactly(april(1));
    assertThat(on(april(2), notice, correctionReceived(march(20))).answersDue()).isEmpty();
  }

  @Test
  void a_third_party_and_who_is_to_pay_have_their_time_too() {
    Step letter = new ThirdPartyConsulted(march(6), Optional.of(march(6)));
    assertThat(on(march(27), letter).answersDue())
        .containsExactly(new AnswerBy(PauseReason.THIRD_PARTY, march(27), false));
    assertThat(on(march(28), letter).answersMissing()).hasSize(1);
    Step fee =
        new FeeNotified(
            march(6), Optional.of(march(6)), FeeBasis.BY_PAGE, Optional.of(68), Yuan.of(380));
    assertThat(on(april(3), fee).answersMissing()).isEmpty();
    assertThat(on(april(7), fee).answersMissing())
        .containsExactly(new AnswerBy(PauseReason.FEE, april(3), true));
  }

  @Test
  void what_moves_the_date_is_named_and_not_what_merely_happened_last() {
    Step mended =
        new ReceiptCorrected(
            march(8), Optional.of(march(1)), Optional.empty(), Optional.empty(), Set.of(), "误登记");
    Application corrected =
        Application.received(receipt, List.of(), clock(), march(4))
            .append(NewStep.of(mended), clock(), march(8));
    assertThat(clock().read(corrected, march(8)).mover().orElseThrow().date()).isEqualTo(march(1));
    assertThat(on(march(12), reasonsRequested(march(8))).mover().orElseThrow().date())
        .isEqualTo(march(4));
    assertThat(on(march(12), extended(march(11), 20)).mover().orElseThrow().date())
        .isEqualTo(march(11));
    assertThat(on(march(12), extended(march(11), 30)).mover().orElseThrow().date())
        .isEqualTo(march(4));
  }

  @Test
  void a_received_correction_starts_the_time_anew() {
    ClockReading reading =
        on(march(20), correctionRequested(march(13), march(28)), correctionReceived(march(18)));
    assertThat(reading.countedFrom()).isEqualTo(march(18));
    assertThat(reading.dueOn()).contains(april(16));
    assertThat(reading.waits()).isEmpty();
  }

  @Test
  void a_correction_received_on_a_day_off_counts_from_the_next_working_day() {
    ClockReading reading =
        on(march(20), correctionRequested(march(13), march(28)), correctionReceived(march(16)));
    assertThat(reading.countedFrom()).isEqualTo(march(18));
    assertThat(reading.dueOn()).contains(april(16));
    assertThat(reading.dueOnWithoutRolling()).contains(april(15));
  }

  @Test
  void a_restart_forgets_the_extension() {
    assertThat(
            on(
                    march(20),
                    extended(march(5), 20),
                    correctionRequested(march(13), march(28)),
                    correctionReceived(march(18)))
                .dueOn())
        .contains(april(16));
  }

  @Test
  void a_late_notice_to_correct_is_flagged_and_the_clock_runs_on() {
    ClockReading reading = on(march(20), correctionRequested(march(14), march(28)));
    assertThat(reading.dueOn()).contains(DUE);
    assertThat(reading.waits()).isEmpty();
    assertThat(reading.untimely()).containsExactly(ClockWarning.LATE_CORRECTION_NOTICE);
  }

  @Test
  void a_late_notice_to_correct_can_be_set_to_stop_the_clock() {
    policies = new ClockPolicies(RestDayReceipt.ROLLS_FORWARD, true, false, false, false, true);
    ClockReading reading = on(march(20), correctionRequested(march(14), march(28)));
    assertThat(reading.dueOn()).isEmpty();
    assertThat(reading.untimely()).containsExactly(ClockWarning.LATE_CORRECTION_NOTICE);
  }

  @Test
  void an_extension_adds_its_working_days() {
    assertThat(on(DUE, extended(DUE, 1)).dueOn()).contains(april(2));
    assertThat(on(DUE, extended(march(4), 5)).dueOn()).contains(april(9));
  }

  @Test
  void an_imported_extension_after_the_due_date_does_not_count() {
    receipt = imported(march(4));
    ClockReading reading = on(april(30), new Extended(april(2), 20, Optional.of("2024-07")));
    assertThat(reading.dueOn()).contains(DUE);
    assertThat(reading.untimely()).containsExactly(ClockWarning.LATE_EXTENSION);
    assertThat(reading.timeliness()).isEqualTo(Timeliness.OVERDUE);
  }

  @Test
  void while_a_third_party_is_consulted_the_clock_waits_at_most_fifteen_working_days() {
    Step consulted = thirdPartyConsulted(march(6));
    ClockReading waiting = on(march(27), consulted);
    assertThat(waiting.dueOn()).isEmpty();
    assertThat(waiting.waits())
        .containsExactly(new Wait(PauseReason.THIRD_PARTY, Optional.of(march(27))));
    assertThat(waiting.dueOnIfUnanswered()).contains(april(23));
    ClockReading lapsed = on(march(28), consulted);
    assertThat(lapsed.dueOn()).contains(april(23));
    assertThat(lapsed.waits()).isEmpty();
    assertThat(lapsed.dueOnIfUnanswered()).isEmpty();
  }

  @Test
  void while_an_opinion_can_lapse_it_is_known_when_the_due_date_may_move() {
    Step consulted = thirdPartyConsulted(march(11));
    Step another = coProducerConsulted(march(13));
    assertThat(settledOn(march(13), consulted, another)).contains(april(2));
    assertThat(settledOn(april(1), consulted, another)).contains(april(2));
    assertThat(settledOn(april(2), consulted, another)).contains(april(4));
    assertThat(settledOn(april(4), consulted, another)).isEmpty();
    assertThat(settledOn(march(11), otherOrganConsulted(march(11)))).isEmpty();
    assertThat(settledOn(march(18), consulted, thirdPartyReplied(march(18)))).isEmpty();
    assertThat(settledOn(march(4))).isEmpty();
  }

  @Test
  void the_fifteen_working_days_run_from_delivery() {
    ClockReading reading = on(march(28), new ThirdPartyConsulted(march(6), Optional.of(march(8))));
    assertThat(reading.waits())
        .containsExactly(new Wait(PauseReason.THIRD_PARTY, Optional.of(march(29))));
    assertThat(reading.dueOn()).isEmpty();
  }

  @Test
  void an_opinion_that_comes_after_its_limit_does_not_lengthen_the_pause() {
    assertThat(on(april(2), thirdPartyConsulted(march(6)), thirdPartyReplied(april(2))).dueOn())
        .contains(april(23));
    assertThat(on(april(2), thirdPartyConsulted(march(6)), thirdPartyReplied(march(27))).dueOn())
        .contains(april(23));
    assertThat(on(april(2), thirdPartyConsulted(march(6)), thirdPartyReplied(march(26))).dueOn())
        .contains(april(22));
  }

  @Test
  void a_co_producing_organ_has_fifteen_working_days_and_silence_is_consent() {
    assertThat(on(march(28), coProducerConsulted(march(6))).dueOn()).contains(april(23));
    assertThat(on(march(27), coProducerConsulted(march(6))).waits())
        .containsExactly(new Wait(PauseReason.CO_PRODUCER, Optional.of(march(27))));
    assertThat(
            on(march(28), new OtherOrganConsulted(march(6), true, Optional.of(march(8)))).waits())
        .containsExactly(new Wait(PauseReason.CO_PRODUCER, Optional.of(march(29))));
  }

  @Test
  void another_organ_has_no_limit_by_law() {
    ClockReading reading = on(april(30), otherOrganConsulted(march(6)));
    assertThat(reading.dueOn()).isEmpty();
    assertThat(reading.dueOnIfUnanswered()).isEmpty();
    assertThat(reading.waits())
        .containsExactly(new Wait(PauseReason.OTHER_ORGAN, Optional.empty()));
    assertThat(on(april(30), otherOrganConsulted(march(6)), otherOrganReplied(march(8))).dueOn())
        .contains(april(3));
  }

  @Test
  void pauses_that_overlap_are_not_counted_twice() {
    assertThat(
            on(
                    march(29),
                    thirdPartyConsulted(march(6)),
                    otherOrganConsulted(march(8)),
                    thirdPartyReplied(march(12)),
                    otherOrganReplied(march(14)))
                .dueOn())
        .contains(april(10));
  }

  @Test
  void while_one_opinion_is_missing_the_clock_waits() {
    ClockReading reading =
        on(
            april(29),
            thirdPartyConsulted(march(6)),
            otherOrganConsulted(march(6)),
            thirdPartyReplied(march(8)));
    assertThat(reading.dueOn()).isEmpty();
    assertThat(reading.waits()).extracting(Wait::reason).containsExactly(PauseReason.OTHER_ORGAN);
  }

  @Test
  void a_reply_ends_the_consultation_that_it_names() {
    Step[] consulted = {thirdPartyConsulted(march(6)), thirdPartyConsulted(march(11))};
    ClockReading second =
        on(march(12), consulted[0], consulted[1], new ThirdPartyReplied(march(12), Optional.of(2)));
    assertThat(second.waits())
        .containsExactly(new Wait(PauseReason.THIRD_PARTY, Optional.of(march(27))));
    ClockReading oldest = on(march(12), consulted[0], consulted[1], thirdPartyReplied(march(12)));
    assertThat(oldest.waits())
        .containsExactly(new Wait(PauseReason.THIRD_PARTY, Optional.of(april(1))));
    ClockReading both =
        on(
            march(13),
            consulted[0],
            consulted[1],
            thirdPartyReplied(march(12)),
            thirdPartyReplied(march(13)));
    assertThat(both.waits()).isEmpty();
    ClockReading otherKind =
        on(
            march(13),
            consulted[0],
            otherOrganConsulted(march(8)),
            new OtherOrganReplied(march(12), Optional.of(2)));
    assertThat(otherKind.waits()).extracting(Wait::reason).containsExactly(PauseReason.THIRD_PARTY);
  }

  @Test
  void the_edge_days_of_a_pause_can_be_set() {
    Step[] steps = {thirdPartyConsulted(march(6)), thirdPartyReplied(march(8))};
    assertThat(on(march(8), steps).dueOn()).contains(april(3));
    policies = new ClockPolicies(RestDayReceipt.ROLLS_FORWARD, false, false, false, true, true);
    assertThat(on(march(8), steps).dueOn()).contains(april(7));
    policies = new ClockPolicies(RestDayReceipt.ROLLS_FORWARD, false, false, false, false, false);
    assertThat(on(march(8), steps).dueOn()).contains(april(2));
  }

  @Test
  void a_consultation_after_the_due_date_does_not_move_it() {
    ClockReading reading = on(april(3), thirdPartyConsulted(april(2)));
    assertThat(reading.dueOn()).contains(DUE);
    assertThat(reading.timeliness()).isEqualTo(Timeliness.OVERDUE);
  }

  @Test
  void waiting_for_reasons_does_not_stop_the_clock_unless_set_so() {
    Step asked = reasonsRequested(march(6));
    assertThat(on(march(8), asked).dueOn()).contains(DUE);
    assertThat(on(march(8), asked).waits()).isEmpty();
    policies = new ClockPolicies(RestDayReceipt.ROLLS_FORWARD, false, false, true, false, true);
    assertThat(on(march(8), asked).dueOn()).isEmpty();
    assertThat(on(march(8), asked).waits())
        .containsExactly(new Wait(PauseReason.REASONS, Optional.empty()));
    assertThat(on(march(8), asked, reasonsGiven(march(8))).dueOn()).contains(april(3));
  }

  @Test
  void sound_reasons_may_defer_the_answer_to_a_set_day() {
    Step asked = reasonsRequested(march(6));
    assertThat(on(march(8), asked, new ReasonsGiven(march(8), Optional.of(april(30)))).dueOn())
        .contains(april(30));
    assertThat(on(march(8), asked, new ReasonsGiven(march(8), Optional.of(april(6)))).dueOn())
        .contains(april(7));
    assertThat(
            on(
                    march(20),
                    asked,
                    new ReasonsGiven(march(8), Optional.of(april(30))),
                    otherOrganConsulted(march(11)),
                    otherOrganReplied(march(13)))
                .dueOn())
        .contains(LocalDate.of(2024, 5, 7));
  }

  @Test
  void a_deferral_after_the_due_date_does_not_count() {
    ClockReading reading =
        on(
            april(3),
            reasonsRequested(march(6)),
            new ReasonsGiven(april(2), Optional.of(april(30))));
    assertThat(reading.dueOn()).contains(DUE);
    assertThat(reading.untimely()).containsExactly(ClockWarning.LATE_DEFERRAL);
    assertThat(
            on(
                    april(1),
                    reasonsRequested(march(6)),
                    new ReasonsGiven(april(1), Optional.of(april(30))))
                .untimely())
        .isEmpty();
  }

  @Test
  void a_fee_notice_stops_the_clock_and_payment_starts_it_anew() {
    Step notified = feeNotified(march(11), 380);
    ClockReading waiting = on(april(30), notified);
    assertThat(waiting.dueOn()).isEmpty();
    assertThat(waiting.payBy()).contains(april(9));
    assertThat(waiting.waits()).containsExactly(new Wait(PauseReason.FEE, Optional.empty()));
    ClockReading paid = on(april(30), notified, feePaid(march(16), 380));
    assertThat(paid.countedFrom()).isEqualTo(march(16));
    assertThat(paid.dueOn()).contains(april(15));
    assertThat(paid.waits()).isEmpty();
    assertThat(on(april(30), notified, feePaid(march(16), 379)).dueOn()).isEmpty();
    assertThat(on(april(30), notified, feePaid(march(15), 379), feePaid(march(16), 1)).dueOn())
        .contains(april(15));
  }

  @Test
  void a_fee_notice_that_is_not_delivered_has_no_day_to_pay_by() {
    ClockReading reading =
        on(
            march(20),
            new FeeNotified(
                march(11), Optional.empty(), FeeBasis.BY_ITEM, Optional.empty(), Yuan.of(100)));
    assertThat(reading.payBy()).isEmpty();
    assertThat(reading.dueOn()).isEmpty();
  }

  @Test
  void a_fee_notice_after_the_due_date_is_flagged_and_stops_nothing_unless_set_so() {
    Step late = feeNotified(april(2), 380);
    ClockReading reading = on(april(3), late);
    assertThat(reading.dueOn()).contains(DUE);
    assertThat(reading.untimely()).containsExactly(ClockWarning.LATE_FEE_NOTICE);
    assertThat(reading.waits()).isEmpty();
    assertThat(on(april(3), feeNotified(april(1), 380)).untimely()).isEmpty();
    policies = new ClockPolicies(RestDayReceipt.ROLLS_FORWARD, false, true, false, false, true);
    assertThat(on(april(3), late).waits())
        .containsExactly(new Wait(PauseReason.FEE, Optional.empty()));
  }

  @Test
  void an_imported_payment_without_its_notice_starts_the_time_anew() {
    receipt = imported(march(4));
    assertThat(on(april(30), feePaid(march(16), 380)).dueOn()).contains(april(15));
  }

  @Test
  void an_answer_by_the_due_date_is_on_time_and_later_is_late() {
    assertThat(on(april(30), concluded(DUE, Outcome.NOT_HELD)).timeliness())
        .isEqualTo(Timeliness.ON_TIME);
    ClockReading late = on(april(30), concluded(april(2), Outcome.NOT_HELD));
    assertThat(late.timeliness()).isEqualTo(Timeliness.LATE);
    assertThat(late.dueOn()).contains(DUE);
    assertThat(on(DUE).timeliness()).isEqualTo(Timeliness.OPEN);
    assertThat(on(april(2)).timeliness()).isEqualTo(Timeliness.OVERDUE);
  }

  @Test
  void an_answer_while_the_clock_waits_is_on_time() {
    ClockReading reading =
        on(
            april(30),
            correctionRequested(march(5), march(15)),
            concluded(march(16), Outcome.CORRECTION_OVERDUE));
    assertThat(reading.timeliness()).isEqualTo(Timeliness.ON_TIME);
    assertThat(reading.dueOn()).isEmpty();
    assertThat(reading.waits()).isEmpty();
  }

  @Test
  void a_concluded_application_is_read_as_of_its_answer() {
    ClockReading reading =
        on(april(30), thirdPartyConsulted(march(6)), concluded(march(20), Outcome.DISCLOSED));
    assertThat(reading.dueOn()).isEmpty();
    assertThat(reading.timeliness()).isEqualTo(Timeliness.ON_TIME);
  }

  @Test
  void a_voided_application_is_neither_open_nor_late() {
    ClockReading reading = on(april(30), thirdPartyConsulted(march(6)), voided(april(30)));
    assertThat(reading.timeliness()).isEqualTo(Timeliness.VOIDED);
    assertThat(reading.waits()).isEmpty();
    assertThat(on(march(20), otherOrganConsulted(march(6)), voided(march(20))).waits()).isEmpty();
  }

  @Test
  void reclassifying_does_not_touch_the_clock() {
    assertThat(on(march(20), reclassified(march(5), ApplicantType.RESEARCH_INSTITUTION)).dueOn())
        .contains(DUE);
  }

  @Test
  void a_time_that_ran_out_is_not_started_anew_by_a_late_fee_notice_and_its_payment() {
    receipt = receipt(LocalDate.of(2024, 1, 2));
    LocalDate due = LocalDate.of(2024, 1, 30);
    Step[] open = {feeNotified(march(1), 380), feePaid(march(2), 380)};
    assertThat(on(march(2), open).dueOn()).contains(due);
    assertThat(on(march(2), open).timeliness()).isEqualTo(Timeliness.OVERDUE);
    ClockReading answered =
        on(april(30), open[0], open[1], concluded(march(20), Outcome.DISCLOSED));
    assertThat(answered.timeliness()).isEqualTo(Timeliness.LATE);
    assertThat(answered.dueOn()).contains(due);
    assertThat(answered.untimely())
        .containsExactly(ClockWarning.LATE_FEE_NOTICE, ClockWarning.EXPIRED_BEFORE_RESTART);
    assertThat(answered.warnings()).extracting(Warning::step).containsExactly(1, 2);
    policies = new ClockPolicies(RestDayReceipt.ROLLS_FORWARD, true, true, false, false, true);
    assertThat(
            on(april(30), open[0], open[1], concluded(march(20), Outcome.DISCLOSED)).timeliness())
        .isEqualTo(Timeliness.LATE);
  }

  @Test
  void a_time_that_ran_out_is_not_started_anew_by_a_correction() {
    for (boolean stops : new boolean[] {false, true}) {
      policies = new ClockPolicies(RestDayReceipt.ROLLS_FORWARD, stops, false, false, false, true);
      ClockReading late =
          on(
              april(30),
              correctionRequested(april(2), april(20)),
              correctionReceived(april(8)),
              concluded(april(10), Outcome.DISCLOSED));
      assertThat(late.timeliness()).isEqualTo(Timeliness.LATE);
      assertThat(late.dueOn()).contains(DUE);
      assertThat(late.untimely())
          .containsExactly(
              ClockWarning.LATE_CORRECTION_NOTICE, ClockWarning.EXPIRED_BEFORE_RESTART);
    }
  }

  @Test
  void a_correction_on_the_last_day_starts_the_time_anew_and_one_later_does_not() {
    Step late = correctionRequested(march(14), april(20));
    assertThat(on(april(30), late, correctionReceived(DUE)).untimely())
        .containsExactly(ClockWarning.LATE_CORRECTION_NOTICE);
    assertThat(on(april(30), late, correctionReceived(DUE)).dueOn()).contains(april(29));
    assertThat(on(april(30), late, correctionReceived(april(2))).dueOn()).contains(DUE);
  }

  @Test
  void waiting_in_time_keeps_the_time_from_running_out() {
    assertThat(
            on(
                    april(30),
                    correctionRequested(march(13), april(20)),
                    correctionReceived(april(19)),
                    concluded(april(30), Outcome.DISCLOSED))
                .timeliness())
        .isEqualTo(Timeliness.ON_TIME);
    assertThat(
            on(
                    april(30),
                    feeNotified(DUE, 380),
                    feePaid(april(19), 380),
                    concluded(april(30), Outcome.DISCLOSED))
                .timeliness())
        .isEqualTo(Timeliness.ON_TIME);
  }

  @Test
  void a_fee_notice_on_the_last_day_stops_the_clock() {
    ClockReading waiting = on(april(3), feeNotified(DUE, 380));
    assertThat(waiting.dueOn()).isEmpty();
    assertThat(waiting.timeliness()).isEqualTo(Timeliness.OPEN);
    assertThat(on(april(3), feeNotified(april(2), 380)).timeliness()).isEqualTo(Timeliness.OVERDUE);
  }

  @Test
  void an_imported_correction_without_its_notice_starts_the_time_anew() {
    receipt = imported(march(4));
    assertThat(on(LocalDate.of(2024, 5, 30), correctionReceived(april(8))).dueOn())
        .contains(LocalDate.of(2024, 5, 8));
  }

  @Test
  void an_imported_history_is_forgiven_one_missing_notice_and_no_more() {
    receipt = imported(march(4));
    LocalDate may = LocalDate.of(2024, 5, 20);
    Step[][] histories = {
      {feePaid(april(8), 1), feePaid(may, 1)},
      {feePaid(april(8), 1), correctionReceived(may)},
      {correctionReceived(april(8)), feePaid(may, 1)},
    };
    for (Step[] history : histories) {
      ClockReading reading = on(LocalDate.of(2024, 6, 20), history);
      assertThat(reading.dueOn()).contains(LocalDate.of(2024, 5, 8));
      assertThat(reading.timeliness()).isEqualTo(Timeliness.OVERDUE);
      assertThat(reading.untimely()).containsExactly(ClockWarning.EXPIRED_BEFORE_RESTART);
    }
  }

  @Test
  void what_is_against_the_law_moves_no_date_and_is_told_with_its_article() {
    Step first = correctionRequested(march(5), march(15));
    ClockReading second =
        on(
            march(20),
            first,
            correctionReceived(march(8)),
            correctionRequested(march(11), march(20)));
    assertThat(second.dueOn()).contains(april(8));
    assertThat(second.waits()).isEmpty();
    assertThat(second.warnings())
        .extracting(Warning::step, Warning::code, Warning::article)
        .containsExactly(tuple(3, "CORRECTION_ALREADY_REQUESTED", "《条例》第三十条"));
    assertThat(second.entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.date()).isEqualTo(march(11));
              assertThat(entry.text().zh()).startsWith("通知补正：补正应当一次性告知");
            });
    ClockReading again =
        on(march(20), first, correctionReceived(march(8)), correctionReceived(march(11)));
    assertThat(again.dueOn()).contains(april(8));
    assertThat(on(march(20), new Extended(march(5), 20, Optional.empty())).dueOn()).contains(DUE);
    assertThat(on(march(20), extended(march(5), 21)).dueOn()).contains(DUE);
    assertThat(on(march(20), extended(march(5), 1), extended(march(6), 5)).dueOn())
        .contains(april(2));
    ClockReading late = on(april(3), extended(april(2), 20));
    assertThat(late.dueOn()).contains(DUE);
    assertThat(late.untimely()).containsExactly(ClockWarning.LATE_EXTENSION);
    assertThat(clock().extended(restored(extended(april(2), 20)))).isFalse();
    assertThat(clock().extended(restored(extended(april(1), 20)))).isTrue();
    Step endless = new CorrectionRequested(march(5), Optional.empty());
    assertThat(on(march(20), endless).dueOn()).contains(DUE);
    assertThat(on(march(20), endless).waits()).isEmpty();
    receipt = imported(march(4));
    assertThat(on(march(20), endless).dueOn()).isEmpty();
  }

  @Test
  void an_answer_that_was_never_served_leaves_the_clock_running() {
    ClockReading reading =
        on(
            april(2),
            new Concluded(
                march(6),
                Outcome.DISCLOSED,
                Optional.empty(),
                Optional.empty(),
                Optional.of("邮件退回")));
    assertThat(reading.timeliness()).isEqualTo(Timeliness.OVERDUE);
    assertThat(reading.dueOn()).contains(DUE);
    assertThat(reading.warnings()).extracting(Warning::code).containsExactly("ANSWER_NOT_SERVED");
  }
}
