package disclosure.report.document;

import disclosure.report.form.AnnualReport;
import disclosure.report.form.FormTable;
import disclosure.report.form.SectionContent;
import java.util.List;
import java.util.Locale;

/** The report as one XHTML page, for browsers and for the PDF. */
final class Page {

  private static final int FEW_COLUMNS = 4;

  private final AnnualReport report;
  private final String styles;
  private final boolean print;
  private final Xml xml = new Xml("<!DOCTYPE html>\n");

  private Page(AnnualReport report, String styles, boolean print) {
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
    Page page = new Page(report, styles, print);
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
          xml.element("h1", () -> xml.text(report.organName()).empty("br").text(report.subtitle()));
          paragraphs(report.lead());
          SectionContent.of(report).forEach(this::section);
          xml.textElement("p", report.signedBy(), "class", "signature");
          report.printedDate().ifPresent(date -> xml.textElement("p", date, "class", "signature"));
        });
  }

  private void section(SectionContent section) {
    if (section.tables().isEmpty()) {
      heading(section);
      paragraphs(section.paragraphs());
    } else {
      xml.element(
          "div",
          () -> {
            heading(section);
            paragraphs(section.paragraphs());
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
        table.widths().size() > FEW_COLUMNS ? "table wide" : "table",
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
      xml.element("tr", () -> cells.forEach(this::cell));
    }
  }

  private void cell(FormTable.Cell cell) {
    if (cell.kind() == FormTable.Kind.FIGURE) {
      xml.textElement("td", cell.text());
      return;
    }
    boolean column = cell.kind() == FormTable.Kind.HEADING;
    String scope =
        column ? cell.columns() > 1 ? "colgroup" : "col" : cell.rows() > 1 ? "rowgroup" : "row";
    java.util.List<String> attributes =
        new java.util.ArrayList<>(
            List.of("scope", scope, "class", cell.kind().name().toLowerCase(Locale.ROOT)));
    if (cell.columns() > 1) {
      attributes.addAll(List.of("colspan", Integer.toString(cell.columns())));
    }
    if (cell.rows() > 1) {
      attributes.addAll(List.of("rowspan", Integer.toString(cell.rows())));
    }
    xml.textElement("th", cell.text(), attributes.toArray(String[]::new));
  }

  private static String id(SectionContent section) {
    return "section-" + (section.section().ordinal() + 1);
  }
}
