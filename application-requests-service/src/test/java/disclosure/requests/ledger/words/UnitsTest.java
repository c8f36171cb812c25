package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.50 | 3.50",
        "3.50元 | 3.50",
        "3.50 元 | 3.50",
        "￥40 | 40",
        "¥ 40 | 40",
        "￥１，０４０.50元 | 1040.50"
      })
  void a_unit_stands_around_an_amount(String text, BigDecimal amount) {
    assertThat(Numbers.amount(text)).contains(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3元50", "12元5", "1¥2", "3元5角", "元3", "40¥", "¥¥3", "3元元", "3万元", "3\n5", "元", ""})
  void what_has_a_unit_elsewhere_is_no_amount(String text) {
    assertThat(Numbers.amount(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20, 20", "20日, 20", "20 个工作日, 20", "1\u200B2页, 12"})
  void a_unit_stands_behind_a_whole_number(String text, int number) {
    assertThat(Numbers.whole(text)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2日0", "日20", "1 2", "1\t2", "1\n2", "20日日"})
  void what_may_be_another_number_is_none(String text) {
    assertThat(Numbers.whole(text)).isEmpty();
  }
}
