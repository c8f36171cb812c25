package disclosure.requests.application;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.application.step.AnsweredAgain;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplicationTest {

  private static final Bounds DAYS_OF_RECEIPT = Bounds.between(Receipt.REGULATION_IN_FORCE, TODAY);

  @Test
  void a_received_application_is_in_progress() {
    Application application = received();
    assertThat(application.status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
    assertThat(application.outcome()).isEmpty();
    assertThat(application.concludedOn()).isEmpty();
    assertThat(application.extended()).isFalse();
    assertThat(application.applicantType()).isEqualTo(ApplicantType.NATURAL_PERSON);
    assertThat(application.gaps()).isEmpty();
    assertThat(application.steps()).isEmpty();
  }

  @Test
  void a_conclusion_gives_outcome_and_day() {
    Application application = received(concluded(march(20), Outcome.NOT_HELD));
    assertThat(application.status()).isEqualTo(ApplicationStatus.CONCLUDED);
    assertThat(application.outcome()).contains(Outcome.NOT_HELD);
    assertThat(application.concludedOn()).contains(march(20));
  }

  @Test
  void steps_are_numbered_from_one_in_the_order_of_recording() {
    Application application = received(thirdPartyConsulted(march(5)), thirdPartyReplied(march(6)));
    assertThat(application.steps()).extracting(RecordedStep::sequence).containsExactly(1, 2);
    assertThat(application.receipt()).isEqualTo(receipt(march(4)));
  }

  @Test
  void appending_leaves_the_application_before_as_it_was() {
    Application before = received();
    assertThat(after(before, extended(march(5), 20)).extended()).isTrue();
    assertThat(before.extended()).isFalse();
    assertThat(before.steps()).isEmpty();
  }

  @Test
  void a_history_can_come_whole() {
    Application application =
        Application.received(
            receipt(march(4)),
            List.of(
                NewStep.of(extended(march(5), 10)),
                NewStep.of(concluded(march(6), Outcome.NOT_HELD)),
                NewStep.correcting(2, concluded(march(7), Outcome.DISCLOSED))),
            TWENTY_DAYS_TO_PAY,
            TODAY);
    assertThat(application.outcome()).contains(Outcome.DISCLOSED);
    assertThat(application.steps()).hasSize(3);
  }

  @Test
  void a_fault_in_a_whole_history_is_named_by_its_place() {
    StepRefused refused =
        catchThrowableOfType(
            StepRefused.class,
            () ->
                Application.received(
                    receipt(march(4)),
                    List.of(
                        NewStep.of(extended(march(5), 10)),
                        NewStep.of(concluded(march(6), Outcome.CORRECTION_OVERDUE))),
                    TWENTY_DAYS_TO_PAY,
                    TODAY));
    assertThat(refused.faults())
        .containsExactly(StepFault.of(2, BrokenRule.OUTCOME_NEEDS_CORRECTION_NOTICE));
    assertThat(refused).hasMessage("2.outcome OUTCOME_NEEDS_CORRECTION_NOTICE");
  }

  @Test
  void restoring_takes_steps_as_they_were_recorded() {
    Application application =
        received(
            thirdPartyConsulted(march(5)),
            concluded(march(6), Outcome.THIRD_PARTY_RIGHTS),
            reclassified(march(7), ApplicantType.COMMERCIAL_ENTERPRISE));
    Application restored = Application.restored(application.receipt(), application.steps());
    assertThat(restored.steps()).isEqualTo(application.steps());
    assertThat(restored.status()).isEqualTo(ApplicationStatus.CONCLUDED);
    assertThat(restored.applicantType()).isEqualTo(ApplicantType.COMMERCIAL_ENTERPRISE);
  }

  @Test
  void receipt_before_the_regulation_was_in_force_is_refused() {
    assertThat(faultsOfReceipt(LocalDate.of(2008, 4, 30)))
        .containsExactly(
            StepFault.of(0, new Broken(BrokenRule.RECEIVED_BEFORE_REGULATION, DAYS_OF_RECEIPT)));
    assertThat(
            Application.received(
                    receipt(LocalDate.of(2008, 5, 1)), List.of(), TWENTY_DAYS_TO_PAY, TODAY)
                .status())
        .isEqualTo(ApplicationStatus.IN_PROGRESS);
  }

  @Test
  void receipt_in_the_future_is_refused_and_today_is_not() {
    assertThat(faultsOfReceipt(TODAY.plusDays(1)))
        .containsExactly(
            StepFault.of(0, new Broken(BrokenRule.RECEIVED_IN_FUTURE, DAYS_OF_RECEIPT)));
    assertThat(Application.received(receipt(TODAY), List.of(), TWENTY_DAYS_TO_PAY, TODAY).receipt())
        .isEqualTo(receipt(TODAY));
  }

  private static List<StepFault> faultsOfReceipt(LocalDate receivedOn) {
    return catchThrowableOfType(
            StepRefused.class,
            () -> Application.received(receipt(receivedOn), List.of(), TWENTY_DAYS_TO_PAY, TODAY))
        .faults();
  }

  @Test
  void a_voided_application_has_no_outcome() {
    Application application = received(concluded(march(6), Outcome.NOT_HELD), voided(march(7)));
    assertThat(application.status()).isEqualTo(ApplicationStatus.VOIDED);
    assertThat(application.outcome()).isEmpty();
    assertThat(application.concludedOn()).isEmpty();
  }

  @Test
  void the_applicant_type_is_that_of_the_last_reclassification() {
    Application application =
        received(
            reclassified(march(5), ApplicantType.RESEARCH_INSTITUTION),
            concluded(march(6), Outcome.DISCLOSED),
            reclassified(march(7), ApplicantType.LEGAL_SERVICE_PROVIDER));
    assertThat(application.applicantType()).isEqualTo(ApplicantType.LEGAL_SERVICE_PROVIDER);
    assertThat(application.status()).isEqualTo(ApplicationStatus.CONCLUDED);
  }

  @Test
  void the_status_tells_for_whom_the_application_waits() {
    assertThat(received(correctionRequested(march(5), march(20))).status())
        .isEqualTo(ApplicationStatus.AWAITING_CORRECTION);
    assertThat(
            received(correctionRequested(march(5), march(20)), correctionReceived(march(8)))
                .status())
        .isEqualTo(ApplicationStatus.IN_PROGRESS);
    assertThat(received(thirdPartyConsulted(march(5))).status())
        .isEqualTo(ApplicationStatus.CONSULTING);
    assertThat(received(otherOrganConsulted(march(5))).status())
        .isEqualTo(ApplicationStatus.CONSULTING);
    assertThat(received(reasonsRequested(march(5))).status())
        .isEqualTo(ApplicationStatus.AWAITING_REASONS);
    assertThat(received(reasonsRequested(march(5)), reasonsGiven(march(6))).status())
        .isEqualTo(ApplicationStatus.IN_PROGRESS);
    assertThat(received(feeNotified(march(5), 380)).status())
        .isEqualTo(ApplicationStatus.AWAITING_FEE);
    assertThat(received(feeNotified(march(5), 380), feePaid(march(6), 380)).status())
        .isEqualTo(ApplicationStatus.IN_PROGRESS);
  }

  @Test
  void the_fee_is_awaited_until_all_of_it_is_paid() {
    Application partly = received(feeNotified(march(5), 380), feePaid(march(6), 379));
    assertThat(partly.status()).isEqualTo(ApplicationStatus.AWAITING_FEE);
    assertThat(after(partly, feePaid(march(7), 1)).status())
        .isEqualTo(ApplicationStatus.IN_PROGRESS);
  }

  @Test
  void consulting_ends_with_the_last_reply() {
    Application two = received(thirdPartyConsulted(march(5)), thirdPartyConsulted(march(6)));
    Application one = after(two, thirdPartyReplied(march(7)));
    assertThat(one.status()).isEqualTo(ApplicationStatus.CONSULTING);
    assertThat(after(one, new ThirdPartyReplied(march(8), Optional.of(2))).status())
        .isEqualTo(ApplicationStatus.IN_PROGRESS);
    assertThat(received(otherOrganConsulted(march(5)), otherOrganReplied(march(6))).status())
        .isEqualTo(ApplicationStatus.IN_PROGRESS);
  }

  @Test
  void a_reply_answers_the_oldest_open_consultation_unless_it_names_one() {
    Application application =
        received(
            thirdPartyConsulted(march(5)),
            thirdPartyConsulted(march(6)),
            thirdPartyReplied(march(7)));
    assertThatThrownBy(() -> after(application, new ThirdPartyReplied(march(8), Optional.of(1))))
        .isInstanceOf(StepRefused.class);
    assertThat(after(application, new ThirdPartyReplied(march(8), Optional.of(2))).status())
        .isEqualTo(ApplicationStatus.IN_PROGRESS);
  }

  @Test
  void every_step_knows_its_type() {
    assertThat(
            List.<Step>of(
                correctionRequested(march(5), march(6)),
                correctionReceived(march(5)),
                thirdPartyConsulted(march(5)),
                thirdPartyReplied(march(5)),
                otherOrganConsulted(march(5)),
                otherOrganReplied(march(5)),
                extended(march(5), 1),
                reasonsRequested(march(5)),
                reasonsGiven(march(5)),
                feeNotified(march(5), 1),
                feePaid(march(5), 1),
                concluded(march(5), Outcome.DISCLOSED),
                new AnsweredAgain(march(5), Outcome.DISCLOSED, new java.util.UUID(0, 1)),
                reclassified(march(5), ApplicantType.NATURAL_PERSON),
                voided(march(5)),
                new ReceiptCorrected(
                    march(5),
                    Optional.of(march(4)),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    "录入错误"),
                new Transferred(
                    march(5), new OrganCode(TestOrgans.TOWNSHIP), Optional.empty(), "属于镇政府职责")))
        .extracting(Step::type)
        .containsExactly(disclosure.requests.contract.StepType.values());
  }
}
