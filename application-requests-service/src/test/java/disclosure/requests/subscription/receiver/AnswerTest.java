package disclosure.requests.subscription.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.subscription.receiver.Answer.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "200, TAKEN", "202, TAKEN", "204, TAKEN", "301, FAILED", "304, FAILED", "400, REFUSED",
    "401, REFUSED", "404, REFUSED", "408, FAILED", "409, REFUSED", "410, GONE", "422, REFUSED",
    "425, FAILED", "429, FAILED", "500, FAILED", "503, FAILED", "999, FAILED"
  })
  void a_status_says_whether_to_come_again(int status, Verdict verdict) {
    assertThat(Answer.of(status, Optional.empty(), CLOCK).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "0, 0",
    "0000000000120, 120",
    "12345678901, 999999999",
    "99999999999999999999, 999999999",
    "'Mon, 30 Nov 2026 08:01:00 GMT', 60",
    "'Mon, 30 Nov 2026 07:00:00 GMT', 0"
  })
  void a_receiver_says_when_to_come_again(String header, long seconds) {
    assertThat(Answer.of(503, Optional.of(header), CLOCK).retryAfter())
        .contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"soon", "-5", "+5", "1e9", "''"})
  void anything_else_says_nothing(String header) {
    assertThat(Answer.of(503, Optional.of(header), CLOCK).retryAfter()).isEmpty();
  }
}
