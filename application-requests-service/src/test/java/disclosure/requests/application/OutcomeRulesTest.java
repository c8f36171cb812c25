package disclosure.requests.application;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.contract.Outcome;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomeRulesTest {

  private static final Set<Outcome> TIED =
      EnumSet.of(
          Outcome.STILL_UNCLEAR_AFTER_CORRECTION,
          Outcome.CORRECTION_OVERDUE,
          Outcome.FEE_OVERDUE,
          Outcome.THIRD_PARTY_RIGHTS,
          Outcome.ADMINISTRATIVE_INQUIRY);

  private static void refused(Application application, Concluded step, BrokenRule fault) {
    StepRefused refused = catchThrowableOfType(StepRefused.class, () -> after(application, step));
    assertThat(refused).as("refusal of " + step).isNotNull();
    assertThat(refused.faults()).extracting(StepFault::fault).containsExactly(fault);
  }

  private static void flagged(Application application, Concluded step, BrokenRule rule) {
    Application ended = after(application, step);
    assertThat(ended.outcome()).contains(step.outcome());
    assertThat(ended.warnings(TWENTY_DAYS_TO_PAY))
        .extracting(Warning::code)
        .containsExactly(rule.name());
  }

  private static void ends(Application application, Concluded step) {
    assertThat(after(application, step).outcome()).contains(step.outcome());
    assertThat(after(application, step).warnings(TWENTY_DAYS_TO_PAY)).isEmpty();
  }

  @Test
  void outcomes_that_the_law_ties_to_nothing_need_nothing() {
    for (Outcome outcome : EnumSet.complementOf(EnumSet.copyOf(TIED))) {
      ends(received(), concluded(march(5), outcome));
    }
  }

  @Test
  void still_unclear_needs_a_notice_to_correct() {
    Concluded unclear = concluded(march(20), Outcome.STILL_UNCLEAR_AFTER_CORRECTION);
    refused(received(), unclear, BrokenRule.OUTCOME_NEEDS_CORRECTION_NOTICE);
    ends(received(correctionRequested(march(5), march(15)), correctionReceived(march(8))), unclear);
  }

  @Test
  void correction_overdue_needs_a_notice_whose_deadline_has_passed_with_nothing_received() {
    refused(
        received(),
        concluded(march(20), Outcome.CORRECTION_OVERDUE),
        BrokenRule.OUTCOME_NEEDS_CORRECTION_NOTICE);
    Application asked = received(correctionRequested(march(5), march(15)));
    flagged(
        asked, concluded(march(15), Outcome.CORRECTION_OVERDUE), BrokenRule.CORRECTION_NOT_OVERDUE);
    ends(asked, concluded(march(16), Outcome.CORRECTION_OVERDUE));
    flagged(
        after(asked, correctionReceived(march(15))),
        concluded(march(16), Outcome.CORRECTION_OVERDUE),
        BrokenRule.CORRECTION_NOT_OVERDUE);
  }

  @Test
  void fee_overdue_needs_an_unpaid_notice_whose_time_to_pay_has_passed() {
    refused(
        received(), concluded(march(26), Outcome.FEE_OVERDUE), BrokenRule.OUTCOME_NEEDS_FEE_NOTICE);
    Application notified = received(feeNotified(march(5), 380));
    flagged(notified, concluded(march(25), Outcome.FEE_OVERDUE), BrokenRule.FEE_NOT_OVERDUE);
    ends(notified, concluded(march(26), Outcome.FEE_OVERDUE));
    flagged(
        after(notified, feePaid(march(10), 380)),
        concluded(march(26), Outcome.FEE_OVERDUE),
        BrokenRule.FEE_NOT_OVERDUE);
    ends(after(notified, feePaid(march(10), 379)), concluded(march(26), Outcome.FEE_OVERDUE));
  }

  @Test
  void fee_overdue_needs_the_day_the_notice_was_delivered() {
    Application sent =
        received(
            new FeeNotified(
                march(5), Optional.empty(), FeeBasis.BY_ITEM, Optional.empty(), Yuan.of(100)));
    refused(
        sent, concluded(march(60), Outcome.FEE_OVERDUE), BrokenRule.FEE_NOTICE_DELIVERY_REQUIRED);
  }

  @Test
  void third_party_rights_need_a_consultation_or_a_stated_reason() {
    Concluded bare = concluded(march(20), Outcome.THIRD_PARTY_RIGHTS);
    flagged(received(), bare, BrokenRule.OUTCOME_NEEDS_CONSULTATION);
    flagged(received(otherOrganConsulted(march(5))), bare, BrokenRule.OUTCOME_NEEDS_CONSULTATION);
    flagged(
        received(),
        new Concluded(march(20), Outcome.THIRD_PARTY_RIGHTS, Optional.of(" "), Optional.empty()),
        BrokenRule.OUTCOME_NEEDS_CONSULTATION);
    flagged(received(thirdPartyConsulted(march(5))), bare, BrokenRule.CONSULTATION_UNANSWERED);
    ends(received(thirdPartyConsulted(march(5)), thirdPartyReplied(march(8))), bare);
    ends(
        received(),
        new Concluded(
            march(20), Outcome.THIRD_PARTY_RIGHTS, Optional.of("第三方已注销"), Optional.empty()));
  }

  @Test
  void an_administrative_inquiry_names_the_special_law() {
    refused(
        received(),
        concluded(march(20), Outcome.ADMINISTRATIVE_INQUIRY),
        BrokenRule.SPECIAL_LAW_REQUIRED);
    ends(
        received(),
        new Concluded(
            march(20),
            Outcome.ADMINISTRATIVE_INQUIRY,
            Optional.empty(),
            Optional.of("《不动产登记暂行条例》")));
  }
}
