package disclosure.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleLinesTest {

  @Test
  void a_name_that_fits_stays_on_its_line() {
    assertThat(TitleLines.of("临县人民政府办公室")).containsExactly("临县人民政府办公室");
    assertThat(TitleLines.of("一二三四五六七八九十一二三四五六七八九十")).hasSize(1);
  }

  @Test
  void a_longer_one_is_cut_in_even_lines_and_between_characters() {
    String name = "某自治区某自治州某蒙古族哈萨克族自治县\uD873\uDC56政务服务和大数据管理局";
    assertThat(TitleLines.of(name)).hasSize(2).allMatch(line -> line.length() > 14);
    assertThat(String.join("", TitleLines.of(name))).isEqualTo(name);
    assertThat(TitleLines.of("\uD873\uDC56".repeat(21)))
        .containsExactly("\uD873\uDC56".repeat(10), "\uD873\uDC56".repeat(11));
  }
}
