package disclosure.report.reading;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.ReportOrgans;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.MergedOrgan;
import disclosure.statistics.contract.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergedSinceTest {

  private static final OrganCode FIRST = new OrganCode(ReportOrgans.department(3));
  private static final OrganCode SECOND = new OrganCode(ReportOrgans.department(4));

  @Test
  void one_that_was_merged_the_year_before_is_in_the_report_of_the_one_that_took_it_over() {
    assertThat(
            MergedSince.of(
                List.of(merged(FIRST), merged(SECOND)),
                Optional.empty(),
                Map.of(SECOND, table(SECOND, merged(FIRST)))))
        .singleElement()
        .satisfies(moved -> assertThat(moved.organ().code()).isEqualTo(SECOND))
        .satisfies(moved -> assertThat(moved.lastYear()).isPresent());
  }

  @Test
  void one_that_the_organ_had_last_year_is_not_new() {
    assertThat(
            MergedSince.of(
                List.of(merged(FIRST)), Optional.of(table(SECOND, merged(FIRST))), Map.of()))
        .isEmpty();
  }

  @Test
  void one_of_which_nothing_is_published_is_named_without_a_report() {
    assertThat(MergedSince.of(List.of(merged(FIRST)), Optional.empty(), Map.of()))
        .singleElement()
        .satisfies(moved -> assertThat(moved.lastYear()).isEmpty());
  }

  private static MergedOrgan merged(OrganCode organ) {
    return new MergedOrgan(organ, "临县原商务局", LocalDate.of(2024, 6, 30), 0, 2, 0, 2);
  }

  private static Matrix table(OrganCode organ, MergedOrgan... merged) {
    return new Matrix(
        organ,
        "临县某局",
        LocalDate.of(2024, 1, 1),
        LocalDate.of(2024, 12, 31),
        Scope.OWN,
        Instant.EPOCH,
        List.of(),
        Arrays.stream(FormRow.values())
            .map(row -> new MatrixRow(row, Counts.of(0, 0, 0, 0, 0, 0), 0))
            .toList(),
        List.of(),
        List.of(merged));
  }
}
