package disclosure.report.document.office;

import disclosure.report.document.part.Xml;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.FormTable;
import disclosure.report.form.Paragraph;
import disclosure.report.form.SectionContent;
import disclosure.report.form.Signature;
import disclosure.report.form.TitleLines;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of a DOCX that depend on the report. Lengths are in twentieths of a point. */
final class DocxBody {

  static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** A character of the text: 16 pt. */
  private static final int CHARACTER = 320;

  private static final Pattern WITHIN_NUMBER = Pattern.compile("(?<=[0-9])-(?=[0-9])");

  /** Of a long table, what doesn't stand on a page by itself. */
  private static final int ROWS_TOGETHER = 4;

  /** The type area's width: 156 mm. */
  private static final int WIDTH = 8844;

  private final AnnualReport report;
  private final Xml xml = new Xml(Xml.DECLARATION);

  private DocxBody(AnnualReport report) {
    this.report = report;
  }

  static String of(AnnualReport report) {
    DocxBody body = new DocxBody(report);
    body.xml.element(
        "w:document",
        () -> body.xml.element("w:body", body::write),
        "xmlns:w",
        NAMESPACE,
        "xmlns:r",
        RELATIONS);
    return body.xml.toString();
  }

  /** The page's number between two dashes, outside: at the right of odd pages, left of even. */
  static String footer(boolean odd) {
    Xml xml = new Xml(Xml.DECLARATION);
    return xml.element(
            "w:ftr",
            () ->
                xml.element(
                    "w:p",
                    () -> {
                      xml.element(
                          "w:pPr",
                          () -> {
                            xml.empty("w:pStyle", "w:val", "PageNumber");
                            xml.empty("w:ind", odd ? "w:right" : "w:left", "280");
                            xml.empty("w:jc", "w:val", odd ? "right" : "left");
                          });
                      run(xml, "— ");
                      xml.element("w:fldSimple", () -> run(xml, "1"), "w:instr", "PAGE");
                      run(xml, " —");
                    }),
            "xmlns:w",
            NAMESPACE)
        .toString();
  }

  private void write() {
    paragraph("Title", TitleLines.of(report.organName()), false);
    paragraph("Title", report.subtitle());
    paragraph("BodyText", "");
    texts(report.lead());
    for (SectionContent section : SectionContent.of(report)) {
      paragraph("Heading1", section.section().numbered());
      texts(section.paragraphs());
      for (FormTable table : section.tables()) {
        table(table);
        paragraph("TableGap", "");
      }
    }
    paragraph("Signature", "", true);
    Signature places = Signature.of(report.signedBy(), report.printedDate().orElse(""));
    signature(report.signedBy(), places.name(), report.signedOn().isPresent());
    report.printedDate().ifPresent(date -> signature(date, places.date(), false));
    xml.element("w:sectPr", () -> page(xml));
  }

  private void signature(String text, double right, boolean withNext) {
    signature(xml, text, right, withNext);
  }

  /** A line of the signature, so many characters from the right edge. */
  static void signature(Xml xml, String text, double right, boolean withNext) {
    String indent = Long.toString(Math.round(right * CHARACTER));
    xml.element(
        "w:p",
        () -> {
          xml.element(
              "w:pPr",
              () -> {
                xml.empty("w:pStyle", "w:val", "Signature");
                if (withNext) {
                  xml.empty("w:keepNext");
                }
                xml.empty("w:ind", "w:right", indent);
              });
          run(xml, text);
        });
  }

  private void texts(List<String> paragraphs) {
    paragraphs.stream().map(Paragraph::of).forEach(this::text);
  }

  private void text(Paragraph paragraph) {
    if (paragraph.isHeading()) {
      paragraph("Heading2", paragraph.heading());
      return;
    }
    xml.element(
        "w:p",
        () -> {
          xml.element("w:pPr", () -> xml.empty("w:pStyle", "w:val", "BodyText"));
          if (!paragraph.heading().isEmpty()) {
            xml.element(
                "w:r",
                () -> {
                  xml.element("w:rPr", () -> xml.empty("w:rStyle", "w:val", "HeadingTwo"));
                  content(xml, paragraph.heading());
                });
          }
          run(xml, paragraph.text());
        });
  }

  static void page(Xml xml) {
    xml.empty("w:footerReference", "w:type", "default", "r:id", "rId3")
        .empty("w:footerReference", "w:type", "even", "r:id", "rId4")
        .empty("w:pgSz", "w:w", "11906", "w:h", "16838")
        .empty(
            "w:pgMar",
            "w:top",
            "2098",
            "w:right",
            "1474",
            "w:bottom",
            "1984",
            "w:left",
            "1588",
            "w:header",
            "851",
            "w:footer",
            "1588",
            "w:gutter",
            "0")
        .empty("w:docGrid", "w:type", "lines", "w:linePitch", "579");
  }

  private void paragraph(String style, String text) {
    paragraph(style, text, false);
  }

  private void paragraph(String style, String text, boolean withNext) {
    paragraph(style, text.isEmpty() ? List.of() : List.of(text), withNext);
  }

  private void paragraph(String style, List<String> lines, boolean withNext) {
    paragraph(xml, style, lines, withNext);
  }

  /**
   * A paragraph.
   *
   * @param lines its text, broken where it must be
   * @param withNext whether it stays on the page of the next paragraph
   */
  static void paragraph(Xml xml, String style, List<String> lines, boolean withNext) {
    xml.element(
        "w:p",
        () -> {
          xml.element(
              "w:pPr",
              () -> {
                xml.empty("w:pStyle", "w:val", style);
                if (withNext) {
                  xml.empty("w:keepNext");
                }
              });
          for (int line = 0; line < lines.size(); line++) {
            if (line > 0) {
              xml.element("w:r", () -> xml.empty("w:br"));
            }
            run(xml, lines.get(line));
          }
        });
  }

  private static void run(Xml xml, String text) {
    xml.element("w:r", () -> content(xml, text));
  }

  /** A hyphen between digits is no place to break a line: 0358-4422134. */
  private static void content(Xml xml, String text) {
    String[] parts = WITHIN_NUMBER.split(text, -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        xml.empty("w:noBreakHyphen");
      }
      xml.textElement("w:t", parts[i], "xml:space", "preserve");
    }
  }

  private void table(FormTable table) {
    xml.element(
        "w:tbl",
        () -> {
          xml.element(
              "w:tblPr",
              () ->
                  xml.empty("w:tblStyle", "w:val", "FormTable")
                      .empty("w:tblW", "w:w", Integer.toString(WIDTH), "w:type", "dxa")
                      .empty("w:tblLayout", "w:type", "fixed")
                      .empty("w:tblCaption", "w:val", table.caption()));
          xml.element(
              "w:tblGrid",
              () -> {
                for (int column = 0; column < table.columns(); column++) {
                  xml.empty("w:gridCol", "w:w", Integer.toString(width(table, column, 1)));
                }
              });
          for (int row = 0; row < table.rows(); row++) {
            int at = row;
            xml.element("w:tr", () -> row(table, at));
          }
        });
  }

  private void row(FormTable table, int row) {
    xml.element(
        "w:trPr",
        () -> {
          xml.empty("w:cantSplit");
          if (row < table.headingRows()) {
            xml.empty("w:tblHeader");
          }
        });
    for (int column = 0; column < table.columns(); ) {
      FormTable.Cell cell = table.at(row, column);
      int at = column;
      xml.element("w:tc", () -> cell(table, cell, row, at));
      column += cell.columns();
    }
  }

  /**
   * A cell that spans rows stands in each of them; only the first has its text. Rows that stay with
   * the next keep a table on one page; of a long one, its beginning and its end.
   */
  private void cell(FormTable table, FormTable.Cell cell, int row, int column) {
    boolean first = row == cell.row();
    xml.element(
        "w:tcPr",
        () -> {
          xml.empty(
              "w:tcW",
              "w:w",
              Integer.toString(width(table, column, cell.columns())),
              "w:type",
              "dxa");
          if (cell.columns() > 1) {
            xml.empty("w:gridSpan", "w:val", Integer.toString(cell.columns()));
          }
          if (cell.rows() > 1) {
            xml.empty("w:vMerge", "w:val", first ? "restart" : "continue");
          }
          xml.empty("w:vAlign", "w:val", "center");
        });
    paragraph(style(table, cell), first ? cell.lines() : List.of(), staysWithNext(table, row));
  }

  private static boolean staysWithNext(FormTable table, int row) {
    boolean isInside =
        table.isLong()
            && row >= table.headingRows() + ROWS_TOGETHER
            && row < table.rows() - ROWS_TOGETHER;
    return row < table.rows() - 1 && !isInside;
  }

  private static String style(FormTable table, FormTable.Cell cell) {
    if (!table.wide()) {
      return "TableText";
    }
    return cell.kind() == FormTable.CellKind.LABEL ? "TableLabel" : "TableCell";
  }

  private static int width(FormTable table, int column, int columns) {
    List<Double> widths = table.widths();
    return (int)
        Math.round(
            widths.subList(column, column + columns).stream().mapToDouble(width -> width).sum()
                / 100
                * WIDTH);
  }
}
