package disclosure.requests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class RegisterClockTest {

  private final Clock clock = new RegisterClock().clock();

  @Test
  void a_day_is_that_of_china_wherever_the_machine_stands() {
    assertThat(LocalDate.ofInstant(Instant.parse("2024-02-29T16:00:00Z"), clock.getZone()))
        .isEqualTo("2024-03-01");
    assertThat(LocalDate.ofInstant(Instant.parse("2024-03-01T15:59:59Z"), clock.getZone()))
        .isEqualTo("2024-03-01");
  }

  @Test
  void a_moment_is_what_the_database_keeps_of_it() {
    Instant now = clock.instant();
    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
  }
}
