package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnswerTimeTest {

  @Test
  void who_waits_is_told_before_the_server_hangs_up() {
    AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    AnswerTime time = new AnswerTime(now::get);
    assertThatCode(time::require).doesNotThrowAnyException();
    now.addAndGet(AnswerTime.MOST.toNanos());
    assertThatCode(time::require).doesNotThrowAnyException();
    now.incrementAndGet();
    assertThatThrownBy(time::require)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(503);
              assertThat(refusal.problem(Locale.ENGLISH).detail()).contains("smaller parts");
            });
    assertThat(AnswerTime.MOST).isLessThan(Duration.ofSeconds(60));
  }
}
