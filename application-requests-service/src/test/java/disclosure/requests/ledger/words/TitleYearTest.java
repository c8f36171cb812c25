package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import disclosure.requests.ledger.sheet.Line;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @ValueSource(
      strings = {
        "填报日期：2026年1月5日",
        "填报时间：2026年1月",
        "制表日期|2026年1月",
        "（2026年1月制）",
        "2026年1月5日",
        "2026 年 1 月 5 日更新",
        "截至2026年1月5日",
        "打印时间: 2026年1月5日",
        "报送2026年材料",
        "二〇二六年一月五日"
      })
  void when_a_table_was_made_is_no_year_of_its_title(String said) {
    TitleYear year = new TitleYear("2025年");
    year.add(new Line(1, List.of("青山县教育局2025年度政府信息公开依申请公开登记台账")));
    year.add(new Line(2, List.of(said.split("[|]", -1))));
    assertThat(year.year()).contains(2025);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "某局2025年台账（2026年1月制）",
        "某局2025年台账|填报日期：|2026年1月",
        "某局2025年度台账|2026年",
        "某局二〇二五年台账|编制日期：二〇二六年一月五日",
        "2025年1月1日至2025年12月31日|2026年1月8日"
      })
  void nor_is_it_beside_a_title_without_the_word_annual(String line) {
    assertThat(titled(line.split("[|]", -1)).year()).contains(2025);
  }

  @ParameterizedTest
  @CsvSource({
    "Sheet1, 2024年度和2025年度台账",
    "Sheet1, 2024年度台账（含2025年度）",
    "2024, 2025年度台账",
    "2024年, 2025年台账",
    "Sheet1, 2025年台账 2026年"
  })
  void two_years_of_its_own_remain_a_question(String sheet, String title) {
    TitleYear year = new TitleYear(sheet);
    year.add(new Line(1, List.of(title)));
    assertThat(year.year()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Sheet1", "导出2026-01-05", "台账", "20250301", "近10年", "2024-2025", "1-12"})
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
