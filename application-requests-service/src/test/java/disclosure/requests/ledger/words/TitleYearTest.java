package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import disclosure.requests.ledger.sheet.Line;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleYearTest {

  @ParameterizedTest
  @ValueSource(strings = {"某县2025年台账", "2025年度", "２０２５ 年1-12月台账", "2025年1月—2025年12月"})
  void a_title_says_its_year(String title) {
    assertThat(titled(title).year()).contains(2025);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024—2025年",
        "2024-2025年度台账",
        "2024年至2025年",
        "2024年度~2025年度",
        "2024、2025年",
        "2024—25年",
        "2024/2025年"
      })
  void a_title_of_several_years_says_none(String title) {
    assertThat(titled(title).year()).isEmpty();
    assertThat(new TitleYear(title).year()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025", "25年", "台账(2025)", "台账（２０２５）", "2025年台账", "台账（25年）", "2025-01"})
  void the_name_of_a_sheet_says_its_year(String name) {
    assertThat(new TitleYear(name).year()).contains(2025);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Sheet1", "台账", "20250301", "近10年", "2024-2025", "1-12"})
  void the_name_of_another_sheet_says_none(String name) {
    assertThat(new TitleYear(name).year()).isEmpty();
  }

  @Test
  void a_number_in_a_title_is_no_year() {
    assertThat(titled("某政发〔2025〕3号", "2025", "25年").year()).isEmpty();
  }

  @Test
  void the_time_for_a_title_grows_with_its_length_and_no_faster() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> titled("2024" + " ".repeat(900_000) + "年"));
  }

  private static TitleYear titled(String... cells) {
    TitleYear year = new TitleYear("");
    year.add(new Line(1, List.of(cells)));
    return year;
  }
}
