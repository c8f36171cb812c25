package disclosure.statistics.page.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({
    "56,58,96.6,3.4",
    "2,3,66.7,33.3",
    "9999,10000,99.9,0.1",
    "1,10000,0.1,99.9",
    "3,3,100.0,0.0",
    "0,5,0.0,100.0"
  })
  void two_parts_are_rounded_alike_and_make_a_hundred(
      long part, long whole, String rate, String rest) {
    assertThat(Rate.of(part, whole)).contains(new BigDecimal(rate));
    assertThat(Rate.ofRest(part, whole)).contains(new BigDecimal(rest));
  }

  @Test
  void nothing_has_no_parts() {
    assertThat(Rate.of(0, 0)).isEmpty();
  }
}
