package disclosure.requests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the three state events refuse. */
class StateTest {

  private static final UUID ID = UUID.fromString("018e0f6a-6c1e-7d30-9c55-3f0c9f1f4a01");
  private static final OrganCode ORGAN = new OrganCode("111411240123456713");
  private static final OrganCode PARENT = new OrganCode("11141124000000000D");
  private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
  private static final Instant RECORDED = Instant.parse("2024-03-04T02:15:30Z");

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CONCLUDED")
  void an_open_or_void_application_has_neither_outcome_nor_day(ApplicationStatus status) {
    assertThat(application(1, status, Optional.empty(), Optional.empty()).status())
        .isEqualTo(status);
    assertRefused(
        () -> application(1, status, Optional.of(Outcome.NOT_HELD), Optional.empty()), "outcome");
    assertRefused(() -> application(1, status, Optional.empty(), Optional.of(DAY)), "concludedOn");
  }

  @Test
  void a_concluded_application_has_both_outcome_and_day() {
    ApplicationStatus concluded = ApplicationStatus.CONCLUDED;

    assertThat(application(1, concluded, Optional.of(Outcome.NOT_HELD), Optional.of(DAY)).outcome())
        .contains(Outcome.NOT_HELD);
    assertRefused(() -> application(1, concluded, Optional.empty(), Optional.of(DAY)), "outcome");
    assertRefused(
        () -> application(1, concluded, Optional.of(Outcome.NOT_HELD), Optional.empty()),
        "concludedOn");
  }

  @Test
  void concluding_before_receipt_is_refused() {
    assertRefused(
        () ->
            application(
                1,
                ApplicationStatus.CONCLUDED,
                Optional.of(Outcome.NOT_HELD),
                Optional.of(DAY.minusDays(1))),
        "concluded before received");
  }

  @Test
  void versions_begin_at_one() {
    assertRefused(
        () -> application(0, ApplicationStatus.VOIDED, Optional.empty(), Optional.empty()),
        "version");
    assertRefused(() -> organ(0, "县", Optional.empty(), Optional.empty()), "version");
    assertRefused(() -> dispute(0, Optional.empty(), Optional.empty()), "version");
  }

  @Test
  void an_organ_has_a_name() {
    assertRefused(() -> organ(1, " \u3000", Optional.empty(), Optional.empty()), "name");
  }

  @Test
  void an_organ_is_not_its_own_parent() {
    assertThat(organ(1, "县", Optional.of(PARENT), Optional.empty()).parentOrganCode())
        .contains(PARENT);
    assertRefused(() -> organ(1, "县", Optional.of(ORGAN), Optional.empty()), "own parent");
  }

  @Test
  void an_organ_does_not_end_before_it_begins() {
    assertThat(organ(1, "县", Optional.empty(), Optional.of(DAY)).validTo()).contains(DAY);
    assertRefused(() -> organ(1, "县", Optional.empty(), Optional.of(DAY.minusDays(1))), "validTo");
  }

  @Test
  void a_merged_organ_has_a_last_day_and_another_organ_as_successor() {
    assertThat(changed(Optional.of(PARENT)).successorOrganCode()).contains(PARENT);
    assertRefused(() -> changed(Optional.of(ORGAN)), "own successor");
    assertRefused(
        () ->
            new OrganState(
                ORGAN,
                1,
                "县",
                OrganKind.GOVERNMENT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(PARENT),
                List.of(),
                RECORDED),
        "without validTo");
  }

  @Test
  void former_terms_follow_each_other_within_the_life_of_the_organ() {
    Optional<OrganCode> none = Optional.empty();
    assertThat(changed(none, until(0, Optional.of(PARENT)), until(29, none)).formerly()).hasSize(2);
    assertRefused(() -> changed(none, until(-1, none)), "order");
    assertRefused(() -> changed(none, until(30, none)), "order");
    assertRefused(() -> changed(none, until(5, none), until(5, none)), "order");
    assertRefused(() -> changed(none, until(6, none), until(5, none)), "order");
    assertRefused(() -> changed(none, until(5, Optional.of(ORGAN))), "own parent");
  }

  @Test
  void a_dispute_has_its_result_and_day_together() {
    assertThat(dispute(1, Optional.of(DisputeResult.UPHELD), Optional.of(DAY)).closedOn())
        .contains(DAY);
    assertRefused(
        () -> dispute(1, Optional.of(DisputeResult.UPHELD), Optional.empty()), "closedOn");
    assertRefused(() -> dispute(1, Optional.empty(), Optional.of(DAY)), "closedOn");
  }

  @Test
  void a_dispute_does_not_close_before_it_was_accepted() {
    assertRefused(
        () -> dispute(1, Optional.of(DisputeResult.UPHELD), Optional.of(DAY.minusDays(1))),
        "closed before accepted");
  }

  private static void assertRefused(ThrowingCallable construction, String cause) {
    assertThatThrownBy(construction)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(cause);
  }

  private static ApplicationState application(
      long version,
      ApplicationStatus status,
      Optional<Outcome> outcome,
      Optional<LocalDate> concludedOn) {
    return new ApplicationState(
        ID,
        version,
        ORGAN,
        ApplicantType.NATURAL_PERSON,
        Channel.POST,
        DAY,
        status,
        outcome,
        concludedOn,
        Optional.empty(),
        false,
        false,
        false,
        RECORDED);
  }

  private static OrganState organ(
      long version, String name, Optional<OrganCode> parent, Optional<LocalDate> validTo) {
    return new OrganState(
        ORGAN,
        version,
        name,
        OrganKind.GOVERNMENT,
        parent,
        Optional.of(DAY),
        validTo,
        Optional.empty(),
        List.of(),
        RECORDED);
  }

  private static OrganState changed(Optional<OrganCode> successor, OrganTerm... formerly) {
    return new OrganState(
        ORGAN,
        2,
        "甲",
        OrganKind.GOVERNMENT,
        Optional.empty(),
        Optional.of(DAY),
        Optional.of(DAY.plusDays(30)),
        successor,
        List.of(formerly),
        RECORDED);
  }

  private static OrganTerm until(int day, Optional<OrganCode> parent) {
    return new OrganTerm(DAY.plusDays(day), "乙", OrganKind.OTHER, parent);
  }

  private static DisputeState dispute(
      long version, Optional<DisputeResult> result, Optional<LocalDate> closedOn) {
    return new DisputeState(
        ID,
        version,
        ORGAN,
        DisputeKind.RECONSIDERATION,
        DAY,
        Optional.empty(),
        result,
        closedOn,
        RECORDED);
  }
}
