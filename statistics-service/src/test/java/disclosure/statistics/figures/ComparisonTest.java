package disclosure.statistics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.statistics.contract.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 2024-12-31, 2023-01-01, 2023-12-31, 2023-01-01, 2023-12-31",
    "2024-01-01, 2024-03-31, 2023-10-01, 2023-12-31, 2023-01-01, 2023-03-31",
    "2024-03-01, 2024-03-31, 2024-02-01, 2024-02-29, 2023-03-01, 2023-03-31",
    "2025-02-01, 2025-02-28, 2025-01-01, 2025-01-31, 2024-02-01, 2024-02-29",
    "2024-02-01, 2024-02-29, 2024-01-01, 2024-01-31, 2023-02-01, 2023-02-28",
    "2024-03-05, 2024-03-14, 2024-02-24, 2024-03-04, 2023-03-05, 2023-03-14",
    "2024-02-29, 2024-02-29, 2024-02-28, 2024-02-28, 2023-02-28, 2023-02-28"
  })
  void the_periods_that_another_is_compared_with(
      LocalDate from,
      LocalDate to,
      LocalDate beforeFrom,
      LocalDate beforeTo,
      LocalDate yearFrom,
      LocalDate yearTo) {
    Period period = new Period(from, to);
    assertThat(Comparison.Neighbours.before(period)).isEqualTo(new Period(beforeFrom, beforeTo));
    assertThat(Comparison.Neighbours.yearBefore(period)).isEqualTo(new Period(yearFrom, yearTo));
  }

  @Test
  void a_change_from_nothing_has_no_percentage() {
    assertThat(Comparison.percent(3, 0)).isEmpty();
    assertThat(Comparison.percent(0, 3)).hasValueSatisfying(p -> assertThat(p).isEqualTo("-100.0"));
    assertThat(Comparison.percent(4, 3)).hasValueSatisfying(p -> assertThat(p).isEqualTo("33.3"));
  }
}
