package disclosure.report;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.wording.WordingRules;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the pages say, they say in both languages. */
class WordingTest {

  private static final WordingRules PAGES =
      new WordingRules(
          Path.of(""),
          Set.of("disclosure/report/page", "disclosure/report/workbench"),
          Set.of("错误", "提示"),
          Map.of(
              "政府信息公开工作年度报告", "the feed is in Chinese, whoever reads it",
              "，", "between the form's labels",
              "（", "the feed",
              "）", "the feed",
              "（草稿）.", "what a document is called, which is in Chinese",
              "年政府信息公开工作年度报告（全部文件）.zip", "what documents are called"));

  @Test
  void every_text_has_its_english() {
    assertThat(PAGES.missing()).isEmpty();
  }

  @Test
  void no_english_is_of_nothing() {
    assertThat(PAGES.unused()).isEmpty();
  }

  @Test
  void both_languages_tell_the_same_parts() {
    assertThat(PAGES.unlike()).isEmpty();
  }

  @Test
  void no_text_goes_past_the_catalogue() {
    assertThat(PAGES.bare()).isEmpty();
    assertThat(PAGES.keptForNothing()).isEmpty();
  }

  @Test
  void it_is_found_by_its_order() {
    assertThat(PAGES.disorder()).isEmpty();
  }
}
