package disclosure.report.examination.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a cell says. */
class FigureTextTest {

  @Test
  void the_number_of_a_note_is_no_digit() {
    for (String note :
        List.of("\u00B9", "\u00B2\u00B3", "\u2074", "\u2081", "①", "㉑", "㊿", "⑴", "⒈", "❶", "⓫")) {
      assertThat(FigureText.read("14" + note))
          .as(note)
          .isEqualTo(new CellText.Number(BigDecimal.valueOf(14), false));
      assertThat(FigureText.read("1" + note + "4")).as(note).isInstanceOf(CellText.Unclear.class);
      assertThat(FigureText.read(note)).as(note).isInstanceOf(CellText.Unclear.class);
    }
    assertThat(FigureText.read("\u27E61\u27E7")).isInstanceOf(CellText.Unclear.class);
    assertThat(FigureText.read("14½")).isInstanceOf(CellText.Unclear.class);
    assertThat(FigureText.read("１４")).isEqualTo(new CellText.Number(BigDecimal.valueOf(14), true));
  }

  @Test
  void a_unit_that_changes_the_number_is_kept() {
    assertThat(FigureText.read("45万")).isEqualTo(new CellText.Amount(BigDecimal.valueOf(45), "万"));
    assertThat(FigureText.read("12,503,600 元"))
        .isEqualTo(new CellText.Amount(BigDecimal.valueOf(12503600), "元"));
    assertThat(FigureText.read("3万件（注）")).isInstanceOf(CellText.Amount.class);
    assertThat(FigureText.read("0万元")).isEqualTo(new CellText.Number(BigDecimal.ZERO, false));
    assertThat(FigureText.read("45件"))
        .isEqualTo(new CellText.Number(BigDecimal.valueOf(45), false));
  }
}
