package disclosure.requests.application;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the law lets follow, by the rules that refuse and flag steps. */
class NextStepsTest {

  private static final Set<StepType> ANSWERS =
      EnumSet.of(
          StepType.CORRECTION_RECEIVED,
          StepType.THIRD_PARTY_REPLIED,
          StepType.OTHER_ORGAN_REPLIED,
          StepType.REASONS_GIVEN,
          StepType.FEE_PAID,
          StepType.ANSWERED_AGAIN);

  @Test
  void nothing_is_answered_that_was_not_asked() {
    assertThat(received().next(TODAY)).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(ANSWERS)));
  }

  @Test
  void what_is_asked_may_be_answered_and_what_is_done_once_is_not_offered_again() {
    assertThat(received(correctionRequested(march(6), march(20))).next(TODAY))
        .contains(StepType.CORRECTION_RECEIVED)
        .doesNotContain(StepType.CORRECTION_REQUESTED);
    assertThat(received(thirdPartyConsulted(march(6))).next(TODAY))
        .contains(StepType.THIRD_PARTY_REPLIED, StepType.THIRD_PARTY_CONSULTED)
        .doesNotContain(StepType.OTHER_ORGAN_REPLIED);
    assertThat(received(extended(march(6), 20)).next(TODAY)).doesNotContain(StepType.EXTENDED);
  }

  @Test
  void after_the_answer_little_is_left_and_after_the_end_nothing() {
    assertThat(received(concluded(march(6), Outcome.DISCLOSED)).next(TODAY))
        .containsExactlyInAnyOrder(
            StepType.ANSWERED_AGAIN,
            StepType.RECLASSIFIED,
            StepType.VOIDED,
            StepType.RECEIPT_CORRECTED);
    assertThat(received(voided(march(6))).next(TODAY)).isEmpty();
  }

  @Test
  void what_is_not_offered_is_refused_or_flagged_when_it_is_tried() {
    for (Application application :
        List.of(
            received(),
            received(correctionRequested(march(6), march(20))),
            received(extended(march(6), 20)),
            received(concluded(march(6), Outcome.DISCLOSED)),
            received(voided(march(6))))) {
      Set<StepType> next = application.next(TODAY);
      for (StepType type : StepType.values()) {
        if (!next.contains(type)) {
          assertThat(isRefusedOrFlagged(application, type)).as(type.name()).isTrue();
        }
      }
    }
  }

  @Test
  void what_the_law_forbids_and_can_have_happened_is_told_with_its_rule() {
    assertThat(received().nextAgainstTheLaw(TODAY)).isEmpty();
    assertThat(
            received(correctionRequested(march(6), march(20)), extended(march(7), 20))
                .nextAgainstTheLaw(TODAY))
        .isEqualTo(
            Map.of(
                StepType.CORRECTION_REQUESTED,
                BrokenRule.CORRECTION_ALREADY_REQUESTED,
                StepType.EXTENDED,
                BrokenRule.EXTENSION_REPEATED));
    assertThat(
            received(extended(march(6), 20), concluded(march(7), Outcome.DISCLOSED))
                .nextAgainstTheLaw(TODAY))
        .isEmpty();
  }

  @Test
  void a_step_stands_until_it_is_replaced_or_struck() {
    Application application =
        received(thirdPartyConsulted(march(6)), extended(march(7), 20))
            .append(NewStep.correcting(1, thirdPartyConsulted(march(5))), TWENTY_DAYS_TO_PAY, TODAY)
            .append(NewStep.correcting(2, voided(march(8))), TWENTY_DAYS_TO_PAY, TODAY)
            .append(
                NewStep.of(reclassified(march(9), ApplicantType.OTHER_ORGANIZATION)),
                TWENTY_DAYS_TO_PAY,
                TODAY);

    assertThat(application.standing()).containsExactlyInAnyOrder(3, 5);
  }

  private static boolean isRefusedOrFlagged(Application application, StepType type) {
    try {
      Application after =
          application.append(
              new NewStep(AnyStep.of(type, TODAY, application.receipt()), Optional.empty()),
              TWENTY_DAYS_TO_PAY,
              TODAY);
      return after.warnings(TWENTY_DAYS_TO_PAY).size()
          > application.warnings(TWENTY_DAYS_TO_PAY).size();
    } catch (StepRefused refused) {
      return true;
    }
  }
}
