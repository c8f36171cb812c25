package disclosure.report.workbench.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeOverFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234 | 1234",
        "１，２３４ | 1234",
        "\u221212 | -12",
        "20 | 20",
        "40.50 | 40.50",
        "1,2 | \"1,2\"",
        "20² | \"20²\"",
        "① | \"①\""
      },
      quoteCharacter = '`')
  void figures_are_read_as_on_every_page(String typed, String sent) {
    byte[] json = new TakeOverFields(2, Map.of("figure.2.newlyReceived", typed)).json();
    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo("{\"figures\":[{\"name\":\"newlyReceived\",\"value\":" + sent + "}]}");
  }
}
