package disclosure.requests.application;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.ReceiptDetail;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptCorrectedTest {

  private static ReceiptCorrected receivedOn(LocalDate right) {
    return new ReceiptCorrected(
        TODAY, Optional.of(right), Optional.empty(), Optional.empty(), Set.of(), "日期录入错误");
  }

  private static List<StepFault> refused(Application application, NewStep step) {
    StepRefused refused =
        catchThrowableOfType(
            StepRefused.class, () -> application.append(step, TWENTY_DAYS_TO_PAY, TODAY));
    assertThat(refused).as("refusal of " + step).isNotNull();
    return refused.faults();
  }

  private static BrokenRule only(List<StepFault> faults) {
    assertThat(faults).hasSize(1);
    return faults.get(0).fault();
  }

  @Test
  void what_was_received_counts_as_it_is_corrected_and_the_steps_stay() {
    Application application = received(concluded(march(20), Outcome.NOT_HELD));
    Application corrected =
        after(
            application,
            new ReceiptCorrected(
                TODAY,
                Optional.of(march(1)),
                Optional.of(Channel.POST),
                Optional.of(ApplicantType.RESEARCH_INSTITUTION),
                Set.of(ReceiptDetail.SUBJECT),
                "录入错误"));
    assertThat(corrected.receipt().receivedOn()).isEqualTo(march(1));
    assertThat(corrected.receipt().channel()).isEqualTo(Channel.POST);
    assertThat(corrected.applicantType()).isEqualTo(ApplicantType.RESEARCH_INSTITUTION);
    assertThat(corrected.receipt().applicantType()).isEqualTo(ApplicantType.NATURAL_PERSON);
    assertThat(corrected.status()).isEqualTo(ApplicationStatus.CONCLUDED);
    assertThat(corrected.steps()).hasSize(2);
    Application restored = Application.restored(corrected.receipt(), corrected.steps());
    assertThat(restored.applicantType()).isEqualTo(ApplicantType.RESEARCH_INSTITUTION);
    assertThat(after(corrected, receivedOn(march(2))).receipt().receivedOn()).isEqualTo(march(2));
  }

  @Test
  void the_day_of_receipt_is_no_day_that_cannot_be() {
    assertThat(only(refused(received(), NewStep.of(receivedOn(LocalDate.of(2008, 4, 30))))))
        .isEqualTo(BrokenRule.RECEIVED_BEFORE_REGULATION);
    assertThat(refused(received(), NewStep.of(receivedOn(TODAY.plusDays(1)))))
        .extracting(StepFault::fault)
        .contains(BrokenRule.RECEIVED_IN_FUTURE);
    List<StepFault> late =
        refused(received(thirdPartyConsulted(march(6))), NewStep.of(receivedOn(march(7))));
    assertThat(only(late)).isEqualTo(BrokenRule.BEFORE_RECEIPT);
    assertThat(late.get(0).field()).isEqualTo("receivedOn");
    assertThat(late.get(0).sequence()).isEqualTo(2);
    assertThat(late.get(0).text().zh()).startsWith("更正后，第1个环节不再成立");
  }

  @Test
  void steps_that_happened_before_the_correction_can_still_be_recorded() {
    Application corrected = after(received(), receivedOn(march(1)));
    assertThat(after(corrected, concluded(march(20), Outcome.NOT_HELD)).concludedOn())
        .contains(march(20));
  }

  @Test
  void it_is_corrected_by_a_further_one_and_never_struck() {
    Application corrected = after(received(), receivedOn(march(1)));
    assertThat(only(refused(corrected, NewStep.correcting(1, voided(TODAY)))))
        .isEqualTo(BrokenRule.CORRECTS_RECEIPT);
    assertThat(only(refused(corrected, NewStep.correcting(1, receivedOn(march(2))))))
        .isEqualTo(BrokenRule.CORRECTS_RECEIPT);
    assertThat(only(refused(received(voided(march(6))), NewStep.of(receivedOn(march(2))))))
        .isEqualTo(BrokenRule.AFTER_VOIDING);
  }
}
