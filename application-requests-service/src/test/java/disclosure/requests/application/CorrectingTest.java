package disclosure.requests.application;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import disclosure.requests.application.note.StepNotes;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.Voided;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrectingTest {

  private static List<StepFault> refused(Application application, int sequence, Step step) {
    StepRefused refused =
        catchThrowableOfType(StepRefused.class, () -> correcting(application, sequence, step));
    assertThat(refused).as("refusal of " + step).isNotNull();
    return refused.faults();
  }

  @Test
  void a_correction_stands_in_the_place_of_what_it_corrects() {
    Application application = received(concluded(march(20), Outcome.NOT_HELD));
    Application corrected =
        correcting(application, 1, concluded(march(19), Outcome.REQUIRES_CREATION));
    assertThat(corrected.outcome()).contains(Outcome.REQUIRES_CREATION);
    assertThat(corrected.concludedOn()).contains(march(19));
    assertThat(corrected.steps()).hasSize(2);
    assertThat(corrected.steps().get(1).corrects()).contains(1);
    assertThat(corrected.effectiveSteps())
        .containsExactly(
            new RecordedStep(
                1,
                concluded(march(19), Outcome.REQUIRES_CREATION),
                Optional.empty(),
                StepNotes.NONE,
                Optional.of(TODAY),
                Optional.empty()));
  }

  @Test
  void a_correction_may_itself_be_corrected() {
    Application once =
        correcting(
            received(concluded(march(20), Outcome.NOT_HELD)),
            1,
            concluded(march(19), Outcome.DISCLOSED));
    assertThat(correcting(once, 2, concluded(march(18), Outcome.STATE_SECRET)).outcome())
        .contains(Outcome.STATE_SECRET);
    assertThat(correcting(once, 1, concluded(march(18), Outcome.STATE_SECRET)).outcome())
        .contains(Outcome.STATE_SECRET);
  }

  @Test
  void a_voided_step_that_corrects_strikes_only_the_step_named() {
    Application application =
        received(extended(march(5), 20), concluded(march(20), Outcome.NOT_HELD));
    Application reopened = correcting(application, 2, voided(march(21)));
    assertThat(reopened.status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
    assertThat(reopened.outcome()).isEmpty();
    assertThat(reopened.extended()).isTrue();
    assertThat(correcting(reopened, 1, voided(march(21))).extended()).isFalse();
  }

  @Test
  void striking_needs_a_reason_and_a_possible_day() {
    Application application = received(extended(march(5), 20));
    assertThat(refused(application, 1, new Voided(march(6), " ")))
        .containsExactly(StepFault.of(2, BrokenRule.REASON_REQUIRED));
    assertThat(refused(application, 1, voided(TODAY.plusDays(1))))
        .containsExactly(StepFault.of(2, new Broken(BrokenRule.IN_FUTURE, Bounds.atMost(TODAY))));
    assertThat(refused(application, 1, voided(march(3))))
        .containsExactly(
            StepFault.of(2, new Broken(BrokenRule.BEFORE_RECEIPT, Bounds.atLeast(march(4)))));
  }

  @Test
  void a_struck_step_cannot_be_corrected_again() {
    Application struck = correcting(received(extended(march(5), 20)), 1, voided(march(6)));
    assertThat(refused(struck, 1, extended(march(5), 10)))
        .containsExactly(StepFault.of(3, BrokenRule.CORRECTS_STRUCK));
    assertThat(refused(struck, 2, extended(march(5), 10)))
        .containsExactly(StepFault.of(3, BrokenRule.CORRECTS_STRUCK));
  }

  @Test
  void only_an_earlier_step_can_be_corrected() {
    Application application = received(extended(march(5), 20));
    assertThat(refused(application, 2, extended(march(5), 10)))
        .containsExactly(StepFault.of(2, BrokenRule.CORRECTS_UNKNOWN));
    assertThat(refused(application, 0, extended(march(5), 10)))
        .containsExactly(StepFault.of(2, BrokenRule.CORRECTS_UNKNOWN));
  }

  @Test
  void a_correction_obeys_the_rules_of_its_place() {
    Application application = received(extended(march(5), 20));
    assertThat(refused(application, 1, extended(march(3), 251)))
        .containsExactly(
            StepFault.of(2, new Broken(BrokenRule.BEFORE_RECEIPT, Bounds.atLeast(march(4)))),
            StepFault.of(2, new Broken(BrokenRule.EXTENSION_OUT_OF_RANGE, Bounds.between(1, 250))));
  }

  @Test
  void a_correction_may_change_the_date_across_its_neighbours() {
    Application application = received(extended(march(5), 20), thirdPartyConsulted(march(10)));
    Application corrected = correcting(application, 1, extended(march(12), 20));
    assertThat(corrected.effectiveSteps()).extracting(RecordedStep::sequence).containsExactly(2, 1);
  }

  @Test
  void a_correction_that_makes_a_later_step_impossible_is_refused_and_says_which() {
    Application application =
        received(
            correctionRequested(march(5), march(15)),
            concluded(march(16), Outcome.CORRECTION_OVERDUE));
    List<StepFault> faults = refused(application, 1, voided(march(16)));
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).sequence()).isEqualTo(3);
    assertThat(faults.get(0).field()).isEqualTo("corrects");
    assertThat(faults.get(0).fault()).isEqualTo(BrokenRule.OUTCOME_NEEDS_CORRECTION_NOTICE);
    assertThat(faults.get(0).text().zh()).startsWith("更正后，第2个环节不再成立：该办理结果以通知补正");
    assertThat(faults.get(0).text().en()).startsWith("would make step 2 impossible: needs");
  }

  @Test
  void a_concluded_application_can_still_be_corrected() {
    Application application =
        received(thirdPartyConsulted(march(5)), concluded(march(20), Outcome.DISCLOSED));
    Application corrected =
        correcting(application, 1, new ThirdPartyConsulted(march(6), Optional.of(march(7))));
    assertThat(corrected.status()).isEqualTo(ApplicationStatus.CONCLUDED);
    assertThat(refused(application, 1, thirdPartyConsulted(march(21))))
        .extracting(StepFault::fault)
        .containsExactly(BrokenRule.AFTER_CONCLUSION);
  }

  @Test
  void a_voided_application_cannot_be_corrected() {
    Application application = received(extended(march(5), 20), voided(march(6)));
    assertThat(refused(application, 1, extended(march(5), 10)))
        .containsExactly(StepFault.of(3, BrokenRule.AFTER_VOIDING));
    assertThat(refused(application, 2, voided(march(6))))
        .containsExactly(StepFault.of(3, BrokenRule.AFTER_VOIDING));
  }

  @Test
  void a_reclassification_can_be_corrected() {
    Application application = received(reclassified(march(5), ApplicantType.OTHER_ORGANIZATION));
    assertThat(
            correcting(application, 1, reclassified(march(5), ApplicantType.RESEARCH_INSTITUTION))
                .applicantType())
        .isEqualTo(ApplicantType.RESEARCH_INSTITUTION);
  }

  @Test
  void a_step_that_was_sound_when_recorded_stands_when_the_clock_changes_later() {
    Application application =
        received(feeNotified(march(5), 100), concluded(march(26), Outcome.FEE_OVERDUE));
    Deadlines later = delivered -> delivered.plusDays(30);
    NewStep correction = NewStep.correcting(1, feeNotified(march(5), 200));
    Application corrected = application.append(correction, later, TODAY);
    assertThat(corrected.steps()).hasSize(3);
    assertThat(corrected.warnings(later))
        .extracting(Warning::code)
        .containsExactly("FEE_NOT_OVERDUE");
  }
}
