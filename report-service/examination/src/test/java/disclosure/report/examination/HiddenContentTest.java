package disclosure.report.examination;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.document.Limits;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Reading;
import disclosure.requests.contract.FormRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody sees who opens a document is no part of it. */
class HiddenContentTest {

  private static final String FIGURE = Drawn.wordParagraph("1021");
  private static final String STYLES =
      "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"z1\"><w:rPr><w:vanish/>"
          + "</w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"z2\"><w:basedOn"
          + " w:val=\"z1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"z3\"><w:basedOn"
          + " w:val=\"z2\"/><w:rPr><w:vanish w:val=\"0\"/></w:rPr></w:style><w:style"
          + " w:type=\"paragraph\" w:styleId=\"z4\"><w:rPr><w:strike/></w:rPr></w:style></w:styles>";

  private final Examiner examiner = new Examiner(Limits.USUAL);

  private Examination read(String from, String to) {
    return examiner.examine(
        Drawn.changed(
            Drawn.docx(Drawn.Report.of(Seed.table(), Seed.columns())),
            parts -> {
              assertThat(parts.get("word/document.xml")).contains(from);
              parts.computeIfPresent("word/document.xml", (name, xml) -> xml.replace(from, to));
              parts.putAll(Map.of("word/styles.xml", STYLES));
            }));
  }

  private static Reading notHeld(Examination read) {
    return read.applications().row(FormRow.NOT_HELD).orElseThrow().cell(Column.NATURAL_PERSON);
  }

  @Test
  void text_that_vanishes_or_was_deleted_is_not_read() {
    String run = "<w:r>%s<w:t>9</w:t></w:r>";
    String kept = FIGURE.replace("</w:p>", "");
    for (String hidden :
        List.of(
            run.formatted("<w:rPr><w:vanish/></w:rPr>"),
            run.formatted("<w:rPr><w:vanish w:val=\"1\"/></w:rPr>"),
            "<w:del w:id=\"1\" w:author=\"a\">"
                + run.formatted("").replace("w:t>", "w:delText>")
                + "</w:del>",
            "<w:del w:id=\"1\">" + run.formatted("") + "</w:del>",
            "<w:moveFrom w:id=\"1\">" + run.formatted("") + "</w:moveFrom>")) {
      assertThat(notHeld(read(kept, kept + hidden)).value().orElseThrow())
          .as(hidden)
          .isEqualByComparingTo("1021");
    }
  }

  @Test
  void a_paragraph_of_a_style_that_vanishes_is_not_read() {
    for (String style : List.of("z1", "z2")) {
      String hidden =
          "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>9</w:t></w:r></w:p>";
      assertThat(notHeld(read(FIGURE, FIGURE + hidden)).value().orElseThrow())
          .as(style)
          .isEqualByComparingTo("1021");
    }
    String shown = "<w:p><w:pPr><w:pStyle w:val=\"none\"/></w:pPr><w:r><w:t>1021</w:t></w:r></w:p>";
    assertThat(notHeld(read(FIGURE, shown)).value().orElseThrow()).isEqualByComparingTo("1021");
  }

  @Test
  void rows_that_are_hidden_or_were_deleted_are_not_read() {
    for (String hidden :
        List.of(
            "<w:hidden/>",
            "<w:del w:id=\"1\" w:author=\"a\"/>",
            "<w:cantSplit/><w:hidden w:val=\"true\"/>")) {
      Examination read = withRow("<w:trPr>" + hidden + "</w:trPr>");
      assertThat(read.applications().row(FormRow.NOT_HELD)).as(hidden).isEmpty();
      assertThat(read.applications().row(FormRow.REQUIRES_CREATION)).isPresent();
    }
    Examination shown = withRow("<w:trPr><w:hidden w:val=\"false\"/></w:trPr>");
    assertThat(notHeld(shown).value().orElseThrow()).isEqualByComparingTo("1021");
  }

  @Test
  void what_is_shown_again_is_read() {
    String run = "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r>%s<w:t>1021</w:t></w:r></w:p>";
    String again = "<w:rPr><w:vanish w:val=\"0\"/></w:rPr>";
    for (String shown : List.of(run.formatted("z1", again), run.formatted("z3", ""))) {
      assertThat(notHeld(read(FIGURE, shown)).value().orElseThrow())
          .as(shown)
          .isEqualByComparingTo("1021");
    }
    assertThat(notHeld(read(FIGURE, run.formatted("z4", again))).value()).isEmpty();
  }

  @Test
  void what_was_so_before_a_tracked_change_says_nothing() {
    String former = "<w:%1$sPrChange w:id=\"1\"><w:%1$sPr>%2$s</w:%1$sPr></w:%1$sPrChange>";
    for (String row : List.of("<w:hidden/>", "<w:del w:id=\"2\"/>")) {
      Examination read = withRow("<w:trPr>" + former.formatted("tr", row) + "</w:trPr>");
      assertThat(notHeld(read).value().orElseThrow()).as(row).isEqualByComparingTo("1021");
    }
    Examination hidden = withRow("<w:trPr>" + former.formatted("tr", "") + "<w:hidden/></w:trPr>");
    assertThat(hidden.applications().row(FormRow.NOT_HELD)).isEmpty();
    String cell = "<w:tcPr></w:tcPr>" + FIGURE;
    for (String property :
        List.of("<w:cellDel w:id=\"2\"/>", "<w:gridSpan w:val=\"3\"/>", "<w:vMerge/>")) {
      String changed =
          cell.replace("></w:tcPr>", ">" + former.formatted("tc", property) + "</w:tcPr>");
      assertThat(changed).contains("tcPrChange");
      assertThat(notHeld(read(cell, changed)).value().orElseThrow())
          .as(property)
          .isEqualByComparingTo("1021");
    }
  }

  /** The row of 1021 with these properties. */
  private Examination withRow(String properties) {
    return examiner.examine(
        Drawn.changed(
            Drawn.docx(Drawn.Report.of(Seed.table(), Seed.columns())),
            parts ->
                parts.computeIfPresent(
                    "word/document.xml",
                    (name, xml) -> {
                      int row = xml.lastIndexOf("<w:tr>", xml.indexOf(FIGURE)) + 6;
                      return xml.substring(0, row) + properties + xml.substring(row);
                    })));
  }

  @Test
  void a_cell_that_was_deleted_is_blank() {
    String cell = "<w:tcPr></w:tcPr>" + FIGURE;
    Examination read = read(cell, "<w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr>" + FIGURE);
    assertThat(notHeld(read).value()).isEmpty();
  }
}
