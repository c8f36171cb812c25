package disclosure.edge.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20 | 20",
        "０１２ | 12",
        "　３ | 3",
        "\u00A03 | 3",
        "1,012 | 1012",
        "１，０１２ | 1012",
        "12,345,678.50 | 12345678.50",
        "24252.311082 | 24252.311082",
        "-3 | -3",
        "－３ | -3",
        "\u22123 | -3"
      })
  void a_number_is_read_in_whatever_width_with_separators_in_threes(String text, String number) {
    assertThat(WrittenNumber.read(text)).contains(new BigDecimal(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1,2",
        "1,23",
        "1234,567",
        "1,2345",
        ",123",
        "1,,234",
        "1 2",
        "1、2",
        "五",
        "3件",
        "1.2.3",
        ".5",
        "1e3",
        "+3",
        "0x1",
        "1234567890123456",
        "1.1234567",
        "①",
        "20²",
        "20₂",
        "⑽",
        "½",
        "㉈"
      })
  void what_may_be_another_number_is_none(String text) {
    assertThat(WrittenNumber.read(text)).isEmpty();
  }
}
