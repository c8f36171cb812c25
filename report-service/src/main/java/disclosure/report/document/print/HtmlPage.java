package disclosure.report.document.print;

import disclosure.report.document.part.Xml;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.FormTable;
import disclosure.report.form.SectionContent;
import disclosure.report.form.TitleLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report as one XHTML page, for browsers and for the PDF. */
final class HtmlPage {

  /** Digits of 9 pt that one per cent of the page's width takes. */
  private static final double DIGITS_A_PER_CENT = 0.8;

  private final AnnualReport report;
  private final String styles;
  private final boolean print;
  private final Xml xml = new Xml("<!DOCTYPE html>\n");

  private HtmlPage(AnnualReport report, String styles, boolean print) {
    this.report = report;
    this.styles = styles;
    this.print = print;
  }

  /**
   * The page.
   *
   * @param styles the style sheet to put into it
   * @param print whether it carries the bookmarks that a PDF wants
   */
  static String of(AnnualReport report, String styles, boolean print) {
    HtmlPage page = new HtmlPage(report, styles, print);
    page.write();
    return page.xml.toString();
  }

  private void write() {
    xml.element(
        "html",
        () -> xml.element("head", this::head).element("body", this::body),
        "lang",
        "zh-CN",
        "xml:lang",
        "zh-CN",
        "xmlns",
        "http://www.w3.org/1999/xhtml");
  }

  private void head() {
    xml.empty("meta", "charset", "UTF-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .empty("meta", "name", "description", "content", report.title())
        .textElement("title", report.title())
        .textElement("style", styles);
    if (print) {
      xml.element(
          "bookmarks",
          () ->
              SectionContent.of(report)
                  .forEach(
                      section ->
                          xml.empty(
                              "bookmark",
                              "name",
                              section.section().numbered(),
                              "href",
                              "#" + id(section))));
    }
  }

  private void body() {
    xml.element(
        "main",
        () -> {
          xml.element("h1", this::title);
          paragraphs(report.lead());
          SectionContent.of(report).forEach(this::section);
          xml.element("div", this::signature, "class", "signature");
        });
  }

  private void title() {
    List<String> name = print ? TitleLines.of(report.organName()) : List.of(report.organName());
    name.forEach(line -> xml.text(line).empty("br"));
    xml.text(report.subtitle());
  }

  private void signature() {
    xml.textElement("p", report.signedBy());
    report.printedDate().ifPresent(date -> xml.textElement("p", date));
  }

  /** A heading stays with what follows it, be it a text or tables, which stay together. */
  private void section(SectionContent section) {
    if (section.tables().isEmpty()) {
      heading(section);
      paragraphs(section.paragraphs());
    } else {
      xml.element(
          "div",
          () -> {
            heading(section);
            section.tables().forEach(this::table);
          },
          "class",
          "together");
    }
  }

  private void heading(SectionContent section) {
    xml.textElement("h2", section.section().numbered(), "id", id(section));
  }

  private void paragraphs(List<String> paragraphs) {
    paragraphs.forEach(paragraph -> xml.textElement("p", paragraph));
  }

  /** On a narrow screen a table is moved sideways in its own frame, by keyboard too. */
  private void table(FormTable table) {
    xml.element(
        "div",
        () ->
            xml.element(
                "table",
                () -> {
                  if (!print) {
                    xml.textElement("caption", table.caption());
                  }
                  xml.element("colgroup", () -> widths(table));
                  xml.element("thead", () -> rows(table, 0, table.headingRows()));
                  xml.element("tbody", () -> rows(table, table.headingRows(), table.rows()));
                }),
        "class",
        table.wide() ? "table wide" : "table",
        "role",
        "region",
        "aria-label",
        table.caption(),
        "tabindex",
        "0");
  }

  private void widths(FormTable table) {
    table
        .widths()
        .forEach(
            width -> xml.empty("col", "style", String.format(Locale.ROOT, "width:%.2f%%", width)));
  }

  private void rows(FormTable table, int from, int to) {
    for (int row = from; row < to; row++) {
      List<FormTable.Cell> cells = table.cellsOf(row);
      xml.element("tr", () -> cells.forEach(cell -> cell(cell, table)));
    }
  }

  private void cell(FormTable.Cell cell, FormTable table) {
    if (cell.kind() == FormTable.CellKind.FIGURE) {
      String[] smaller = isLong(cell, table) ? new String[] {"class", "long"} : new String[0];
      xml.element("td", () -> lines(cell), smaller);
      return;
    }
    boolean column = cell.kind() == FormTable.CellKind.HEADING;
    String scope =
        column ? cell.columns() > 1 ? "colgroup" : "col" : cell.rows() > 1 ? "rowgroup" : "row";
    List<String> attributes =
        new ArrayList<>(
            List.of("scope", scope, "class", cell.kind().name().toLowerCase(Locale.ROOT)));
    if (cell.columns() > 1) {
      attributes.addAll(List.of("colspan", Integer.toString(cell.columns())));
    }
    if (cell.rows() > 1) {
      attributes.addAll(List.of("rowspan", Integer.toString(cell.rows())));
    }
    xml.element("th", () -> lines(cell), attributes.toArray(String[]::new));
  }

  /** Whether a figure has more digits than its column takes at the table's size on paper. */
  private static boolean isLong(FormTable.Cell cell, FormTable table) {
    return table.wide()
        && cell.text().length() > DIGITS_A_PER_CENT * table.widths().get(cell.column());
  }

  private void lines(FormTable.Cell cell) {
    xml.text(cell.lines().get(0));
    cell.lines().stream().skip(1).forEach(line -> xml.empty("br").text(line));
  }

  private static String id(SectionContent section) {
    return "section-" + (section.section().ordinal() + 1);
  }
}
