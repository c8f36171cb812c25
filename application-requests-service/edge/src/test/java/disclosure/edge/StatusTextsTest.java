package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the framework refuses by itself is told as what the services refuse. */
class StatusTextsTest {

  @ParameterizedTest
  @CsvSource({"409, /problems/conflict", "413, /problems/too-large", "503, /problems/unavailable"})
  void a_status_becomes_a_problem_with_a_type_and_words(int status, String type) {
    Refusal refusal = StatusTexts.refusal(status);
    assertThat(refusal.status()).isEqualTo(status);
    assertThat("/problems/" + refusal.getMessage()).isEqualTo(type);
    assertThat(refusal.problem(Locale.CHINESE).title()).matches(".*\\p{IsHan}.*");
  }
}
