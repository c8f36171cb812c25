package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void a_number_is_read_with_its_unit_in_whatever_width() {
    assertThat(Numbers.whole("２０个工作日")).contains(20);
    assertThat(Numbers.whole("３０页")).contains(30);
    assertThat(Numbers.amount("￥1,040.50元")).contains(new BigDecimal("1040.50"));
  }

  @Test
  void a_figure_in_a_circle_or_above_the_line_is_none() {
    assertThat(Numbers.whole("①")).isEmpty();
    assertThat(Numbers.whole("20²日")).isEmpty();
    assertThat(Numbers.amount("40②元")).isEmpty();
  }
}
