package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1",
        "+1",
        "-1",
        "@a",
        "＝1",
        " =1",
        "\u3000=1",
        "\u200B=1",
        "\uFEFF@a",
        "\u00A0+1"
      })
  void a_formula_is_inert_also_behind_what_cannot_be_seen(String formula) {
    assertThat(SpreadsheetText.inert(formula)).isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t1", "\r=1", "\n=1"})
  void a_control_at_the_beginning_is_inert(String text) {
    assertThat(SpreadsheetText.inert(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "张三", "1-2", "a=b", "（=1）"})
  void other_text_stays_as_it_is(String text) {
    assertThat(SpreadsheetText.inert(text)).isEqualTo(text);
  }

  @Test
  void what_no_cell_can_hold_is_left_out() {
    assertThat(SpreadsheetText.printable("a\u0001b\nc\uFFFF")).isEqualTo("ab\nc");
    assertThat(SpreadsheetText.printable("a".repeat(40_000))).hasSize(32_767);
  }
}
