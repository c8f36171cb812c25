package disclosure.report.examination.page;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.Paragraph;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on a page as paragraphs. */
class PageLayoutTest {

  private static final String LONG = "全年共收到政府信息公开申请十二件，上年结转一件，办结十一件。";

  /**
   * Behind a line that reaches the right edge; the third begins with a radical, as fonts have it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"二、主动公开情况", "（二）主动公开情况", "\u2F06、主动公开情况"})
  void what_is_numbered_begins_a_paragraph(String heading) {
    assertThat(paragraphs(heading)).containsExactly(LONG, heading.replace('\u2F06', '二'));
  }

  private static List<String> paragraphs(String below) {
    Budget budget = new Budget(Limits.USUAL);
    PageMarks marks = new PageMarks(budget);
    line(marks, LONG, 100);
    line(marks, below, 120);
    PageLayout layout = new PageLayout(budget);
    layout.page(marks);
    return layout.blocks().stream()
        .filter(Paragraph.class::isInstance)
        .map(Paragraph.class::cast)
        .map(Paragraph::text)
        .toList();
  }

  private static void line(PageMarks marks, String text, double y) {
    for (int at = 0; at < text.length(); at++) {
      marks.glyph(text.substring(at, at + 1), 50 + 10 * at, y, 10, 10);
    }
  }
}
