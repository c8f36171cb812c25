package disclosure.report.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicationDayTest {

  private static boolean isOver(String today, String... lastDay) {
    return PublicationDay.isOver(
        2026,
        LocalDate.parse(today),
        () -> Optional.of(lastDay).filter(days -> days.length > 0).map(d -> LocalDate.parse(d[0])));
  }

  @Test
  void a_year_is_over_on_the_first_of_january() {
    assertThat(isOver("2026-12-31")).isFalse();
    assertThat(isOver("2027-01-01")).isTrue();
  }

  @Test
  void for_an_organ_that_ends_it_is_over_on_its_last_day() {
    assertThat(isOver("2026-08-30", "2026-08-31")).isFalse();
    assertThat(isOver("2026-08-31", "2026-08-31")).isTrue();
    assertThat(isOver("2026-12-31", "2027-03-31")).isFalse();
  }
}
