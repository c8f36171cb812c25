package disclosure.requests.application;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.CorrectionRequested;
import disclosure.requests.application.step.Extended;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.application.step.OtherOrganConsulted;
import disclosure.requests.application.step.OtherOrganReplied;
import disclosure.requests.application.step.ReasonsGiven;
import disclosure.requests.application.step.Reclassified;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Voided;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Outcome;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransitionTest {

  private static void refused(Application application, Step step, BrokenRule... faults) {
    StepRefused refused = catchThrowableOfType(StepRefused.class, () -> after(application, step));
    assertThat(refused).as("refusal of " + step).isNotNull();
    assertThat(refused.faults()).extracting(StepFault::fault).containsExactly(faults);
    assertThat(refused.faults())
        .allSatisfy(
            fault -> {
              assertThat(fault.sequence()).isEqualTo(application.steps().size() + 1);
              assertThat(fault.field()).isEqualTo(fault.fault().field());
              if (fault.fault() != BrokenRule.FEE_OFF_TARIFF) {
                assertThat(fault.text()).isEqualTo(fault.fault().text());
              }
            });
  }

  /** Recorded, and with these warnings. */
  private static void flagged(Application application, Step step, BrokenRule... rules) {
    Application after = after(application, step);
    assertThat(after.steps()).hasSize(application.steps().size() + 1);
    assertThat(after.warnings(TWENTY_DAYS_TO_PAY))
        .as("warnings of " + step)
        .containsExactlyElementsOf(
            Arrays.stream(rules)
                .map(
                    rule ->
                        new Warning(
                            after.steps().size(),
                            rule.name(),
                            rule.text(),
                            rule.article().orElseThrow()))
                .toList());
  }

  private static void allowed(Application application, Step step) {
    assertThat(after(application, step).steps()).hasSize(application.steps().size() + 1);
  }

  @Test
  void concluding_before_receipt_is_refused() {
    refused(received(), concluded(march(3), Outcome.DISCLOSED), BrokenRule.BEFORE_RECEIPT);
    allowed(received(), concluded(march(4), Outcome.DISCLOSED));
  }

  @Test
  void a_step_in_the_future_is_refused() {
    refused(received(), concluded(TODAY.plusDays(1), Outcome.DISCLOSED), BrokenRule.IN_FUTURE);
    allowed(received(), concluded(TODAY, Outcome.DISCLOSED));
  }

  @Test
  void a_step_before_the_previous_one_is_refused() {
    Application application = received(thirdPartyConsulted(march(6)));
    refused(application, thirdPartyReplied(march(5)), BrokenRule.BEFORE_PREVIOUS_STEP);
    allowed(application, thirdPartyReplied(march(6)));
  }

  @Test
  void an_application_has_one_conclusion() {
    Application application = received(concluded(march(6), Outcome.DISCLOSED));
    refused(application, concluded(march(7), Outcome.NOT_HELD), BrokenRule.ALREADY_CONCLUDED);
  }

  @Test
  void after_the_conclusion_only_reclassifying_and_voiding_are_left() {
    Application application = received(concluded(march(6), Outcome.DISCLOSED));
    refused(application, extended(march(7), 20), BrokenRule.AFTER_CONCLUSION);
    refused(application, thirdPartyConsulted(march(7)), BrokenRule.AFTER_CONCLUSION);
    allowed(application, reclassified(march(7), ApplicantType.OTHER_ORGANIZATION));
    allowed(application, voided(march(7)));
  }

  @Test
  void nothing_follows_voiding() {
    Application application = received(voided(march(6)));
    refused(application, concluded(march(7), Outcome.DISCLOSED), BrokenRule.AFTER_VOIDING);
    refused(application, voided(march(7)), BrokenRule.AFTER_VOIDING);
    refused(
        application,
        reclassified(march(7), ApplicantType.OTHER_ORGANIZATION),
        BrokenRule.AFTER_VOIDING);
  }

  @Test
  void a_step_that_can_no_longer_follow_is_not_examined_further() {
    Step faulty = feeNotified(march(7), 0);
    refused(received(voided(march(6))), faulty, BrokenRule.AFTER_VOIDING);
    refused(received(concluded(march(6), Outcome.DISCLOSED)), faulty, BrokenRule.AFTER_CONCLUSION);
  }

  @Test
  void a_second_notice_to_correct_is_recorded_flagged_and_changes_nothing() {
    Application application =
        received(correctionRequested(march(5), march(15)), correctionReceived(march(8)));
    Step second = correctionRequested(march(9), march(20));
    flagged(application, second, BrokenRule.CORRECTION_ALREADY_REQUESTED);
    assertThat(after(application, second).status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
    assertThat(after(application, second).ineffective())
        .containsExactly(Map.entry(3, BrokenRule.CORRECTION_ALREADY_REQUESTED));
    assertThat(after(application, second).isIneffective(3)).isTrue();
    assertThat(after(application, second).isIneffective(2)).isFalse();
  }

  @Test
  void the_deadline_of_the_first_notice_stands_after_a_second() {
    Application application =
        received(
            correctionRequested(march(5), march(15)), correctionRequested(march(9), march(30)));
    allowed(application, concluded(march(16), Outcome.CORRECTION_OVERDUE));
    assertThat(
            after(application, concluded(march(16), Outcome.CORRECTION_OVERDUE))
                .warnings(TWENTY_DAYS_TO_PAY))
        .extracting(Warning::step)
        .containsExactly(2);
  }

  @Test
  void the_notice_to_correct_names_a_deadline_after_it_and_within_two_years() {
    flagged(
        received(),
        new CorrectionRequested(march(5), Optional.empty()),
        BrokenRule.CORRECTION_DEADLINE_REQUIRED);
    refused(
        received(),
        correctionRequested(march(5), march(5)),
        BrokenRule.CORRECTION_DEADLINE_NOT_AFTER_NOTICE);
    allowed(received(), correctionRequested(march(5), march(6)));
    allowed(received(), correctionRequested(march(5), LocalDate.of(2026, 3, 5)));
    refused(
        received(),
        correctionRequested(march(5), LocalDate.of(2026, 3, 6)),
        BrokenRule.CORRECTION_DEADLINE_TOO_FAR);
  }

  @Test
  void a_correction_is_received_once_and_only_after_a_request() {
    refused(received(), correctionReceived(march(5)), BrokenRule.NO_CORRECTION_REQUESTED);
    Application asked = received(correctionRequested(march(5), march(15)));
    allowed(asked, correctionReceived(march(16)));
    flagged(
        after(asked, correctionReceived(march(6))),
        correctionReceived(march(7)),
        BrokenRule.CORRECTION_ALREADY_RECEIVED);
  }

  @Test
  void replies_come_only_after_consultations_of_their_kind() {
    refused(received(), thirdPartyReplied(march(5)), BrokenRule.NO_CONSULTATION);
    refused(received(), otherOrganReplied(march(5)), BrokenRule.NO_CONSULTATION);
    refused(
        received(otherOrganConsulted(march(5))),
        thirdPartyReplied(march(6)),
        BrokenRule.NO_CONSULTATION);
    refused(
        received(thirdPartyConsulted(march(5))),
        otherOrganReplied(march(6)),
        BrokenRule.NO_CONSULTATION);
    refused(
        received(thirdPartyConsulted(march(5)), thirdPartyReplied(march(6))),
        thirdPartyReplied(march(7)),
        BrokenRule.NO_CONSULTATION);
    allowed(received(otherOrganConsulted(march(5))), otherOrganReplied(march(6)));
  }

  @Test
  void a_reply_names_an_open_consultation() {
    Application application = received(thirdPartyConsulted(march(5)));
    refused(
        application,
        new ThirdPartyReplied(march(6), Optional.of(2)),
        BrokenRule.CONSULTATION_UNKNOWN);
    allowed(application, new ThirdPartyReplied(march(6), Optional.of(1)));
    refused(
        received(otherOrganConsulted(march(5))),
        new OtherOrganReplied(march(6), Optional.of(7)),
        BrokenRule.CONSULTATION_UNKNOWN);
  }

  @Test
  void delivery_is_neither_before_sending_nor_in_the_future() {
    refused(
        received(),
        new ThirdPartyConsulted(march(5), Optional.of(march(4))),
        BrokenRule.DELIVERED_BEFORE_SENT);
    refused(
        received(),
        new OtherOrganConsulted(march(5), true, Optional.of(TODAY.plusDays(1))),
        BrokenRule.DELIVERED_IN_FUTURE);
    refused(
        received(),
        new FeeNotified(
            march(5), Optional.of(march(4)), FeeBasis.BY_ITEM, Optional.empty(), Yuan.of(100)),
        BrokenRule.DELIVERED_BEFORE_SENT);
    allowed(received(), new ThirdPartyConsulted(march(5), Optional.of(march(5))));
    allowed(received(), new OtherOrganConsulted(march(5), true, Optional.of(TODAY)));
  }

  @Test
  void an_extension_is_of_one_to_twenty_working_days() {
    refused(received(), extended(march(5), 0), BrokenRule.EXTENSION_OUT_OF_RANGE);
    refused(received(), extended(march(5), 251), BrokenRule.EXTENSION_OUT_OF_RANGE);
    flagged(received(), extended(march(5), 21), BrokenRule.EXTENSION_TOO_LONG);
    assertThat(received(extended(march(5), 21)).extended()).isFalse();
    allowed(received(), extended(march(5), 1));
    allowed(received(), extended(march(5), 20));
  }

  @Test
  void the_time_is_extended_only_once() {
    flagged(received(extended(march(5), 5)), extended(march(6), 5), BrokenRule.EXTENSION_REPEATED);
  }

  @Test
  void a_time_that_started_anew_may_be_extended_again() {
    allowed(
        received(
            extended(march(5), 5),
            correctionRequested(march(6), march(15)),
            correctionReceived(march(7))),
        extended(march(8), 5));
    Application partlyPaid =
        received(extended(march(5), 5), feeNotified(march(6), 100), feePaid(march(7), 99));
    flagged(partlyPaid, extended(march(8), 5), BrokenRule.EXTENSION_REPEATED);
    allowed(after(partlyPaid, feePaid(march(8), 1)), extended(march(8), 5));
    Application reasonsGiven =
        received(extended(march(5), 5), reasonsRequested(march(6)), reasonsGiven(march(7)));
    flagged(reasonsGiven, extended(march(8), 5), BrokenRule.EXTENSION_REPEATED);
    allowed(
        received(
            extended(march(5), 5),
            reasonsRequested(march(6)),
            new ReasonsGiven(march(7), Optional.of(march(40)))),
        extended(march(8), 5));
  }

  @Test
  void an_extension_without_approval_is_recorded_flagged_and_does_not_count() {
    for (Optional<String> approval : List.of(Optional.<String>empty(), Optional.of(" "))) {
      Step unapproved = new Extended(march(5), 20, approval);
      flagged(received(), unapproved, BrokenRule.EXTENSION_NOT_APPROVED);
      assertThat(received(unapproved).extended()).isFalse();
      allowed(received(unapproved), extended(march(6), 20));
      assertThat(received(unapproved, extended(march(6), 20)).warnings(TWENTY_DAYS_TO_PAY))
          .extracting(Warning::step)
          .containsExactly(1);
    }
  }

  @Test
  void an_answer_that_was_never_served_concludes_nothing() {
    Step returned =
        new Concluded(
            march(6), Outcome.DISCLOSED, Optional.empty(), Optional.empty(), Optional.of("邮件退回"));
    flagged(received(), returned, BrokenRule.ANSWER_NOT_SERVED);
    Application open = received(returned);
    assertThat(open.status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
    assertThat(open.outcome()).isEmpty();
    Application answered = after(open, concluded(march(20), Outcome.DISCLOSED));
    assertThat(answered.concludedOn()).contains(march(20));
    assertThat(correcting(received(concluded(march(6), Outcome.DISCLOSED)), 1, returned).status())
        .isEqualTo(ApplicationStatus.IN_PROGRESS);
  }

  @Test
  void reasons_are_given_only_when_asked_for() {
    refused(received(), reasonsGiven(march(5)), BrokenRule.NO_REASONS_REQUESTED);
    Application asked = received(reasonsRequested(march(5)));
    refused(asked, reasonsRequested(march(6)), BrokenRule.REASONS_ALREADY_REQUESTED);
    refused(
        after(asked, reasonsGiven(march(6))),
        reasonsGiven(march(7)),
        BrokenRule.NO_REASONS_REQUESTED);
  }

  @Test
  void an_answer_is_deferred_to_a_later_day_within_two_years() {
    Application asked = received(reasonsRequested(march(5)));
    refused(
        asked, new ReasonsGiven(march(6), Optional.of(march(6))), BrokenRule.DEFERRED_TO_TOO_EARLY);
    refused(
        asked,
        new ReasonsGiven(march(6), Optional.of(LocalDate.of(2026, 3, 7))),
        BrokenRule.DEFERRED_TO_TOO_FAR);
    allowed(asked, new ReasonsGiven(march(6), Optional.of(march(7))));
  }

  @Test
  void an_application_has_one_fee_notice() {
    Application paid = received(feeNotified(march(5), 100), feePaid(march(6), 100));
    flagged(paid, feeNotified(march(7), 100), BrokenRule.FEE_ALREADY_NOTIFIED);
    assertThat(after(paid, feeNotified(march(7), 200)).status())
        .isEqualTo(ApplicationStatus.IN_PROGRESS);
    refused(received(), feeNotified(march(5), 0), BrokenRule.FEE_NOT_POSITIVE);
  }

  private static FeeNotified fee(FeeBasis basis, int quantity, long yuan) {
    return new FeeNotified(march(5), Optional.empty(), basis, Optional.of(quantity), Yuan.of(yuan));
  }

  @Test
  void a_fee_off_the_tariff_is_refused_with_the_right_one() {
    assertThat(toldOf(fee(FeeBasis.BY_PAGE, 68, 680)))
        .isEqualTo("金额与件数或者页数按收费标准计算的结果不符（国办函〔2020〕109号第四条、第五条）：应为380.00元");
    assertThat(toldOf(fee(FeeBasis.BY_ITEM, 15, 12)))
        .endsWith("：申请人当月此前没有其他申请的，应为500.00元；有其他申请的，按当月累计件数计算");
  }

  private static String toldOf(FeeNotified fee) {
    StepRefused refused = catchThrowableOfType(StepRefused.class, () -> after(received(), fee));
    return refused.faults().get(0).text().zh();
  }

  @Test
  void a_fee_is_what_the_tariff_makes_of_the_items_or_pages() {
    allowed(received(), fee(FeeBasis.BY_PAGE, 68, 380));
    refused(received(), fee(FeeBasis.BY_PAGE, 68, 680), BrokenRule.FEE_OFF_TARIFF);
    allowed(received(), fee(FeeBasis.BY_ITEM, 1, 300));
    allowed(received(), fee(FeeBasis.BY_ITEM, 2, 300));
    refused(received(), fee(FeeBasis.BY_ITEM, 2, 350), BrokenRule.FEE_OFF_TARIFF);
    for (int quantity : new int[] {0, 10_001}) {
      refused(
          received(), fee(FeeBasis.BY_PAGE, quantity, 100), BrokenRule.FEE_QUANTITY_OUT_OF_RANGE);
      refused(
          received(), fee(FeeBasis.BY_ITEM, quantity, 100), BrokenRule.FEE_QUANTITY_OUT_OF_RANGE);
    }
    allowed(received(), fee(FeeBasis.BY_PAGE, 10_000, 394_700));
  }

  @Test
  void a_fee_is_paid_only_when_notified_and_not_beyond_the_notice() {
    refused(received(), feePaid(march(5), 100), BrokenRule.NO_FEE_NOTIFIED);
    Application notified = received(feeNotified(march(5), 100));
    refused(notified, feePaid(march(6), 101), BrokenRule.FEE_OVERPAID);
    refused(notified, feePaid(march(6), 0), BrokenRule.FEE_NOT_POSITIVE);
    refused(after(notified, feePaid(march(6), 60)), feePaid(march(7), 41), BrokenRule.FEE_OVERPAID);
    refused(
        after(notified, feePaid(march(6), 100)), feePaid(march(7), 1), BrokenRule.FEE_ALREADY_PAID);
  }

  @Test
  void reclassifying_and_voiding_give_a_reason() {
    refused(
        received(),
        new Reclassified(march(5), ApplicantType.OTHER_ORGANIZATION, " "),
        BrokenRule.REASON_REQUIRED);
    refused(received(), new Voided(march(5), ""), BrokenRule.REASON_REQUIRED);
  }

  @Test
  void all_faults_of_a_step_are_named_together() {
    refused(
        received(extended(march(6), 20)),
        new Extended(march(3), 0, Optional.empty()),
        BrokenRule.BEFORE_RECEIPT,
        BrokenRule.BEFORE_PREVIOUS_STEP,
        BrokenRule.EXTENSION_OUT_OF_RANGE);
  }
}
