package disclosure.report.examination.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.document.Place;
import disclosure.report.examination.text.Section;
import disclosure.report.examination.text.SectionTexts;
import disclosure.report.text.Paragraph;
import disclosure.report.text.Quote;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Paragraphs as they are read. */
class ReadTextsTest {

  private static SectionTexts.Text text(int page, int line, String text) {
    return new SectionTexts.Text(text, Place.line(page, line));
  }

  private static ReadTexts read(SectionTexts.Text... texts) {
    return ReadTexts.of(new SectionTexts(List.of(), Map.of(Section.OVERVIEW, List.of(texts))));
  }

  @Test
  void a_paragraph_that_a_page_parts_is_put_together() {
    ReadTexts read = read(text(1, 1, "全年收到申请1"), text(2, 2, "2件。"), text(2, 3, "办结12件。"));
    assertThat(read.paragraphs())
        .extracting(Paragraph::text)
        .containsExactly("全年收到申请12件。", "办结12件。");
    assertThat(read.place(new Quote(disclosure.report.text.Section.OVERVIEW, "全年收到申请12件", "收到")))
        .isEqualTo(Place.line(1, 1));
  }

  @Test
  void paragraphs_that_end_or_stand_on_one_page_stay_apart() {
    assertThat(read(text(1, 1, "第一段。"), text(2, 2, "第二段。")).paragraphs()).hasSize(2);
    assertThat(read(text(1, 1, "（一）标题"), text(1, 2, "第二段。")).paragraphs()).hasSize(2);
    assertThat(read(text(0, 1, "标题"), text(0, 2, "第二段。")).paragraphs()).hasSize(2);
  }

  @Test
  void what_is_longer_than_any_report_is_left_out() {
    assertThat(read(text(0, 1, "字".repeat(2_000))).isWhole()).isTrue();
    ReadTexts read = read(text(0, 1, "字".repeat(2_001)), text(0, 2, "短。"));
    assertThat(read.isWhole()).isFalse();
    assertThat(read.paragraphs()).extracting(Paragraph::text).containsExactly("短。");
    SectionTexts.Text[] many = new SectionTexts.Text[25];
    for (int i = 0; i < many.length; i++) {
      many[i] = text(0, i, "字".repeat(1_999));
    }
    assertThat(read(many).length()).isLessThanOrEqualTo(40_000);
    assertThat(read(many).isWhole()).isFalse();
  }
}
