package disclosure.statistics.page;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.look.Wording;
import disclosure.edge.page.PageLanguage;
import disclosure.edge.testing.wording.WordingRules;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.page.wording.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the dashboard says, it says in both languages. */
class EnglishWordingTest {

  private static final String PART = "a part of a label that is told of another period";

  private static final WordingRules DASHBOARD =
      new WordingRules(
          Path.of(""),
          Set.of("disclosure/statistics/page"),
          Set.of("本期新收政府信息公开申请数量", "上期结转政府信息公开申请数量", "结转下期继续办理"),
          Map.of(
              "本年", PART,
              "本期", PART,
              "上年", PART,
              "上期", PART,
              "下年度", PART,
              "下期", PART,
              "三", "a number of the form",
              "（七）", "a number of the form",
              "〇一二三四五六七", "the numerals of the form's numbers",
              "月", "months have names in English"));

  private static final Period HALF =
      new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30));

  @Test
  void the_texts_of_the_pages_are_in_the_catalogue_and_nothing_else_is() {
    assertThat(DASHBOARD.missing()).isEmpty();
    assertThat(DASHBOARD.unused()).isEmpty();
    assertThat(DASHBOARD.unlike()).isEmpty();
    assertThat(DASHBOARD.bare()).isEmpty();
    assertThat(DASHBOARD.keptForNothing()).isEmpty();
    assertThat(DASHBOARD.disorder()).isEmpty();
  }

  @Test
  void what_is_numbered_in_the_form_is_so_in_both_languages() {
    assertThat(Words.numbered("三", "本期办理结果")).isEqualTo("三、本期办理结果");
    assertThat(Words.numbered("（四）", "无法提供")).isEqualTo("（四）无法提供");
    assertThat(Words.numbered("2", "重复申请")).isEqualTo("2.重复申请");
    assertThat(english(() -> Words.numbered("三", "Outcomes"))).isEqualTo("3. Outcomes");
    assertThat(english(() -> Words.numbered("（四）", "Cannot"))).isEqualTo("(4) Cannot");
    assertThat(english(() -> Words.numbered("2", "Again"))).isEqualTo("2. Again");
    assertThat(english(() -> Words.number("三（四）1"))).isEqualTo("3(4)1");
    for (FormRow row : FormRow.values()) {
      assertThat(english(() -> Words.of(row, HALF) + Words.number(row.number()) + Words.of(HALF)))
          .matches("\\p{ASCII}+");
    }
    assertThat(Wording.isEnglish()).isFalse();
  }

  private static String english(java.util.function.Supplier<String> said) {
    return PageLanguage.in(Locale.ENGLISH, said);
  }
}
