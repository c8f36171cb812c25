package disclosure.requests.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.LaunchMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingPaceTest {

  private static final Duration LEAST = Duration.ofSeconds(10);

  @ParameterizedTest
  @EnumSource(names = "TEST", mode = EnumSource.Mode.EXCLUDE)
  void a_service_lets_no_key_go_sooner(LaunchMode mode) {
    assertThat(new KeyRingPace(LEAST, mode).grace()).isEqualTo(LEAST);
    assertThatIllegalStateException()
        .isThrownBy(() -> new KeyRingPace(LEAST.minusMillis(1), mode))
        .withMessageContaining("(KEYRING_GRACE) is 9999 ms; with less than 10 s");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 60, 3600})
  void instances_are_told_apart_from_those_that_are_gone_however_long_it_is(int seconds) {
    KeyRingPace pace = new KeyRingPace(Duration.ofSeconds(seconds), LaunchMode.NORMAL);
    assertThat(pace.interval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(pace.pause()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void whoever_is_waited_for_has_looked_and_told_within_it() {
    KeyRingPace pace = KeyRingPace.of(Duration.ofSeconds(2));
    assertThat(pace.interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.pause()).isEqualTo(Duration.ofMillis(400));
  }
}
