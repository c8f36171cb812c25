package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyPaceTest {

  private static final Duration PART = Duration.ofSeconds(20);

  private final BodyPace pace =
      new BodyPace(
          List.of(
              new BodyPace.Stretch(20_000, PART),
              new BodyPace.Stretch(1_000_000, Duration.ofSeconds(50))));

  @Test
  void a_body_that_stays_away_is_waited_for_as_long_as_for_a_part() {
    assertThat(pace.nanosLeft()).isEqualTo(PART.toNanos());
    wait(20);
    assertThat(pace.nanosLeft()).isZero();
  }

  @Test
  void bytes_that_are_too_few_win_no_time() {
    pace.came(19_999);
    wait(20);
    assertThat(pace.nanosLeft()).isZero();
  }

  @Test
  void each_part_wins_as_much_time_as_the_first() {
    wait(19);
    pace.came(20_000);
    assertThat(pace.nanosLeft()).isEqualTo(PART.toNanos());
  }

  @Test
  void what_came_fast_at_first_may_not_trickle_afterwards() {
    pace.came(10_000_000);
    wait(20);
    assertThat(pace.nanosLeft()).isZero();
  }

  @Test
  void who_keeps_just_above_the_least_is_waited_for_no_longer_than_for_a_long_stretch() {
    wait(19);
    pace.came(20_000);
    wait(19);
    pace.came(20_000);
    assertThat(pace.nanosLeft()).isEqualTo(Duration.ofSeconds(12).toNanos());
  }

  @Test
  void a_long_stretch_that_came_wins_as_much_time_as_the_first() {
    for (int second = 0; second < 1_000; second++) {
      wait(1);
      pace.came(25_000);
    }
    assertThat(pace.nanosLeft()).isEqualTo(PART.toNanos());
  }

  @Test
  void however_much_came_fast_is_no_credit_for_the_rest() {
    pace.came(1_000_000_000);
    for (int part = 0; part < 3; part++) {
      wait(15);
      pace.came(20_000);
    }
    assertThat(pace.nanosLeft()).isEqualTo(Duration.ofSeconds(5).toNanos());
  }

  private void wait(int seconds) {
    pace.waited(Duration.ofSeconds(seconds).toNanos());
  }
}
