package disclosure.requests.subscription.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausesTest {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(1);

  @Test
  void each_pause_is_three_times_the_one_before_up_to_the_longest() {
    Pauses pauses = new Pauses(FIRST, LONGEST, () -> 0.5);
    assertThat(
            IntStream.of(1, 2, 3, 6, 7, 8, 1000)
                .mapToObj(failures -> pauses.after(failures, Optional.empty()).toSeconds()))
        .containsExactly(5L, 15L, 45L, 1215L, 3600L, 3600L, 3600L);
  }

  @Test
  void a_quarter_more_or_less_is_left_to_chance() {
    assertThat(new Pauses(FIRST, LONGEST, () -> 0).after(1, Optional.empty()))
        .isEqualTo(Duration.ofMillis(3750));
    assertThat(new Pauses(FIRST, LONGEST, () -> 1).after(1, Optional.empty()))
        .isEqualTo(Duration.ofMillis(6250));
  }

  @Test
  void a_receiver_is_left_alone_as_long_as_it_asks_but_no_longer_than_a_day() {
    Pauses pauses = new Pauses(FIRST, LONGEST, () -> 0.5);
    assertThat(pauses.after(1, Optional.of(Duration.ofMinutes(2)))).hasMinutes(2);
    assertThat(pauses.after(1, Optional.of(Duration.ofSeconds(1)))).hasSeconds(5);
    assertThat(pauses.after(1, Optional.of(Duration.ofDays(400)))).hasDays(1);
  }
}
