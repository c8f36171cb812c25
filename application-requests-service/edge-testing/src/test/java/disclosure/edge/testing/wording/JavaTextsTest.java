package disclosure.edge.testing.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import disclosure.edge.testing.wording.JavaTexts.Found;
import disclosure.edge.testing.wording.JavaTexts.Place;
import org.junit.jupiter.api.Test;

class JavaTextsTest {

  private static final String SOURCE =
      """
      /** "不是文字" */
      enum View {
        TABLE("", "表格"),
        CHARTS("/charts", "图表");
        private static final Map<String, String> NAMES = Map.of("a", "甲", "b", "乙" + "丙");
        String all(boolean some) {
          String bare = "没有" + some; // "也不是"
          char sign = '；';
          String escaped = "\\uFFFD" + "\\\\u4e00" + "\\u4e00";
          return Wording.of(some ? "有" : ("无")) + Wording.of("共%d件"
              + "，办结%d件", count("件"), 2) + other("别的", Wording.of("最后"));
        }
      }
      """;

  @Test
  void each_text_is_found_with_the_place_where_it_stands() {
    assertThat(JavaTexts.of(SOURCE))
        .extracting(Found::text, Found::place)
        .containsExactly(
            tuple("表格", Place.KEPT),
            tuple("图表", Place.KEPT),
            tuple("甲", Place.KEPT),
            tuple("乙丙", Place.KEPT),
            tuple("没有", Place.BARE),
            tuple("\uFFFD\\u4e00一", Place.BARE),
            tuple("有", Place.WORDED),
            tuple("无", Place.WORDED),
            tuple("共%d件，办结%d件", Place.WORDED),
            tuple("件", Place.BARE),
            tuple("别的", Place.BARE),
            tuple("最后", Place.WORDED));
  }
}
