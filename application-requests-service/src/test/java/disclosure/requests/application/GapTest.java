package disclosure.requests.application;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.requests.application.step.CorrectionRequested;
import disclosure.requests.application.step.Extended;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Outcome;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapTest {

  @Test
  void an_imported_history_may_lack_what_the_law_ties_to_an_outcome() {
    assertThat(imported(concluded(march(20), Outcome.STILL_UNCLEAR_AFTER_CORRECTION)).gaps())
        .containsExactly(Gap.CORRECTION_NOTICE_MISSING);
    assertThat(imported(concluded(march(20), Outcome.CORRECTION_OVERDUE)).gaps())
        .containsExactly(Gap.CORRECTION_NOTICE_MISSING);
    assertThat(imported(concluded(march(20), Outcome.FEE_OVERDUE)).gaps())
        .containsExactly(Gap.FEE_NOTICE_MISSING);
    assertThat(imported(concluded(march(20), Outcome.THIRD_PARTY_RIGHTS)).gaps())
        .containsExactly(Gap.CONSULTATION_MISSING);
    assertThat(imported(concluded(march(20), Outcome.ADMINISTRATIVE_INQUIRY)).gaps())
        .containsExactly(Gap.SPECIAL_LAW_MISSING);
  }

  @Test
  void an_imported_history_may_lack_what_a_step_answers() {
    assertThat(imported(correctionReceived(march(5))).gaps())
        .containsExactly(Gap.CORRECTION_NOTICE_MISSING);
    assertThat(imported(new CorrectionRequested(march(5), Optional.empty())).gaps())
        .containsExactly(Gap.CORRECTION_DEADLINE_MISSING);
    assertThat(imported(thirdPartyReplied(march(5))).gaps())
        .containsExactly(Gap.CONSULTATION_MISSING);
    assertThat(imported(reasonsGiven(march(5))).gaps())
        .containsExactly(Gap.REASONS_REQUEST_MISSING);
    assertThat(imported(feePaid(march(5), 100)).gaps()).containsExactly(Gap.FEE_NOTICE_MISSING);
    Application unapproved = imported(new Extended(march(5), 20, Optional.empty()));
    assertThat(unapproved.gaps()).containsExactly(Gap.EXTENSION_APPROVAL_MISSING);
    assertThat(unapproved.warnings(TWENTY_DAYS_TO_PAY)).isEmpty();
    assertThat(unapproved.extended()).isTrue();
    assertThat(
            imported(
                    new FeeNotified(
                        march(5),
                        Optional.empty(),
                        FeeBasis.BY_ITEM,
                        Optional.empty(),
                        Yuan.of(100)),
                    concluded(march(40), Outcome.FEE_OVERDUE))
                .gaps())
        .containsExactly(Gap.FEE_NOTICE_DELIVERY_MISSING);
  }

  @Test
  void an_imported_history_may_show_an_extension_after_the_due_date_that_its_steps_give() {
    assertThat(imported(extended(LocalDate.of(2024, 4, 2), 20)).extended()).isTrue();
  }

  @Test
  void an_imported_history_without_gaps_has_none() {
    Application application =
        imported(
            correctionRequested(march(5), march(15)),
            concluded(march(16), Outcome.CORRECTION_OVERDUE));
    assertThat(application.gaps()).isEmpty();
    assertThat(application.status()).isEqualTo(ApplicationStatus.CONCLUDED);
  }

  @Test
  void an_imported_history_is_not_forgiven_contradictions() {
    assertThatThrownBy(() -> imported(concluded(march(3), Outcome.DISCLOSED)))
        .isInstanceOf(StepRefused.class);
    assertThatThrownBy(
            () ->
                imported(
                    concluded(march(5), Outcome.DISCLOSED), concluded(march(6), Outcome.NOT_HELD)))
        .isInstanceOf(StepRefused.class);
    assertThat(
            imported(
                    correctionRequested(march(5), march(15)),
                    concluded(march(15), Outcome.CORRECTION_OVERDUE))
                .warnings(TWENTY_DAYS_TO_PAY))
        .extracting(Warning::code)
        .containsExactly("CORRECTION_NOT_OVERDUE");
  }

  @Test
  void gaps_are_found_again_in_a_restored_history() {
    Application application = imported(concluded(march(20), Outcome.FEE_OVERDUE));
    assertThat(Application.restored(application.receipt(), application.steps()).gaps())
        .isEqualTo(application.gaps());
  }

  @Test
  void every_forgiven_fault_has_its_gap_and_every_gap_is_used() {
    List<Gap> used =
        Arrays.stream(BrokenRule.values()).flatMap(fault -> Gap.forgiving(fault).stream()).toList();
    assertThat(used).contains(Gap.values());
  }

  @Test
  void faults_and_gaps_speak_both_languages() {
    assertThat(BrokenRule.values())
        .allSatisfy(
            fault -> {
              assertThat(fault.field()).isNotBlank();
              assertThat(fault.text().zh()).matches(".*\\p{IsHan}.*");
              assertThat(fault.text().en()).matches("[ -~]+");
            });
    assertThat(Gap.values())
        .allSatisfy(
            gap -> {
              assertThat(gap.text().zh()).matches(".*\\p{IsHan}.*");
              assertThat(gap.text().en()).matches("[ -~]+");
            });
  }
}
