package disclosure.statistics.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.contract.MatrixRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeltasTest {

  private static final OrganCode OFFICE = new OrganCode(TestOrgans.OFFICE);
  private static final OrganCode COUNTY = new OrganCode(TestOrgans.COUNTY);
  private static final LocalDate RECEIVED = LocalDate.of(2024, 3, 1);
  private static final LocalDate ANSWERED = LocalDate.of(2024, 3, 20);

  @Test
  void a_new_application_counts_on_its_day_of_receipt() {
    Deltas deltas = new Deltas();
    deltas.move(Optional.empty(), open(OFFICE));
    assertThat(deltas.changes())
        .containsExactly(java.util.Map.entry(cell(OFFICE, RECEIVED, FormRow.NEWLY_RECEIVED), 1L));
  }

  @Test
  void an_answer_adds_its_row_on_its_own_day_and_leaves_the_receipt() {
    Deltas deltas = new Deltas();
    deltas.move(Optional.of(open(OFFICE)), concluded(OFFICE, Outcome.NOT_HELD));
    assertThat(deltas.changes())
        .containsExactly(java.util.Map.entry(cell(OFFICE, ANSWERED, FormRow.NOT_HELD), 1L));
  }

  @Test
  void a_corrected_outcome_moves_from_row_to_row() {
    Deltas deltas = new Deltas();
    deltas.move(
        Optional.of(concluded(OFFICE, Outcome.NOT_HELD)), concluded(OFFICE, Outcome.DISCLOSED));
    assertThat(deltas.changes())
        .containsOnly(
            java.util.Map.entry(cell(OFFICE, ANSWERED, FormRow.NOT_HELD), -1L),
            java.util.Map.entry(cell(OFFICE, ANSWERED, FormRow.DISCLOSED), 1L));
  }

  @Test
  void a_move_to_another_organ_leaves_nothing_behind_and_names_both() {
    Deltas deltas = new Deltas();
    deltas.move(Optional.of(open(OFFICE)), open(COUNTY));
    assertThat(deltas.changes())
        .containsOnly(
            java.util.Map.entry(cell(OFFICE, RECEIVED, FormRow.NEWLY_RECEIVED), -1L),
            java.util.Map.entry(cell(COUNTY, RECEIVED, FormRow.NEWLY_RECEIVED), 1L));
    assertThat(deltas.organs()).containsExactlyInAnyOrder(OFFICE, COUNTY);
  }

  @Test
  void a_voided_application_counts_nowhere() {
    Deltas deltas = new Deltas();
    deltas.move(
        Optional.of(open(OFFICE)),
        new CountedState(
            OFFICE,
            ApplicantType.NATURAL_PERSON,
            RECEIVED,
            ApplicationStatus.VOIDED,
            Optional.empty(),
            Optional.empty()));
    assertThat(deltas.changes().values()).containsExactly(-1L);
  }

  @Test
  void there_and_back_changes_nothing() {
    Deltas deltas = new Deltas();
    deltas.move(Optional.of(open(OFFICE)), concluded(OFFICE, Outcome.NOT_HELD));
    deltas.move(Optional.of(concluded(OFFICE, Outcome.NOT_HELD)), open(OFFICE));
    assertThat(deltas.changes()).isEmpty();
  }

  @Test
  void what_came_in_before_and_is_open_is_carried_in_and_out() {
    PeriodTotals totals = new PeriodTotals();
    totals.add(FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON, 5, 3);
    totals.add(FormRow.NOT_HELD, ApplicantType.NATURAL_PERSON, 4, 2);
    List<MatrixRow> rows = totals.rows();
    assertThat(total(rows, FormRow.NEWLY_RECEIVED)).isEqualTo(3);
    assertThat(total(rows, FormRow.CARRIED_IN)).isEqualTo(1);
    assertThat(total(rows, FormRow.CONCLUDED)).isEqualTo(2);
    assertThat(total(rows, FormRow.CARRIED_OUT)).isEqualTo(2);
  }

  @Test
  void more_concluded_than_received_is_no_table() {
    PeriodTotals totals = new PeriodTotals();
    totals.add(FormRow.NOT_HELD, ApplicantType.NATURAL_PERSON, 0, 1);
    assertThatThrownBy(totals::rows).isInstanceOf(IllegalArgumentException.class);
  }

  private static long total(List<MatrixRow> rows, FormRow code) {
    return rows.get(code.ordinal()).total();
  }

  private static Cell cell(OrganCode organ, LocalDate day, FormRow row) {
    return new Cell(organ, day, row, ApplicantType.NATURAL_PERSON);
  }

  private static CountedState open(OrganCode organ) {
    return new CountedState(
        organ,
        ApplicantType.NATURAL_PERSON,
        RECEIVED,
        ApplicationStatus.IN_PROGRESS,
        Optional.empty(),
        Optional.empty());
  }

  private static CountedState concluded(OrganCode organ, Outcome outcome) {
    return new CountedState(
        organ,
        ApplicantType.NATURAL_PERSON,
        RECEIVED,
        ApplicationStatus.CONCLUDED,
        Optional.of(outcome),
        Optional.of(ANSWERED));
  }
}
