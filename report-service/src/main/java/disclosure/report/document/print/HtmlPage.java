package disclosure.report.document.print;

import disclosure.report.document.part.Xml;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.FormTable;
import disclosure.report.form.Paragraph;
import disclosure.report.form.Section;
import disclosure.report.form.SectionContent;
import disclosure.report.form.Signature;
import disclosure.report.form.TitleLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The report as one XHTML page, for browsers and for the PDF. */
final class HtmlPage {

  /**
   * What the ids of the long table's rows begin with, by which it is seen where they come to lie.
   */
  static final String ROW = "row-";

  /** Numbers of telephones and addresses of mail, which nobody breaks or spreads with the line. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "[0-9]{3,4}(?:[-–][0-9]{2,8}){1,3}|[0-9]{7,20}"
              + "|[A-Za-z0-9][A-Za-z0-9._+-]{0,40}@[A-Za-z0-9][A-Za-z0-9.-]{0,40}[A-Za-z0-9]");

  /** Digits of 9 pt that one per cent of the page's width takes. */
  private static final double DIGITS_A_PER_CENT = 0.8;

  private final AnnualReport report;
  private final String styles;
  private final Medium medium;
  private final TableBreak tableBreak;
  private final Xml xml;

  private HtmlPage(AnnualReport report, String styles, Medium medium, TableBreak tableBreak) {
    this.report = report;
    this.styles = styles;
    this.medium = medium;
    this.tableBreak = tableBreak;
    this.xml = new Xml(medium == Medium.FRAGMENT ? "" : "<!DOCTYPE html>\n");
  }

  /** Where it is shown. */
  private enum Medium {
    SCREEN,
    PAPER,
    /** A part of another page, whose policy takes no styles between the text. */
    FRAGMENT
  }

  /** How the table that may not fit on the rest of its page is broken. */
  enum Break {
    /** Wherever a row ends; to see how many rows fit. */
    ANYWHERE,
    /** It begins on a page of its own. */
    BEFORE,
    /** Before a row. */
    AT_ROW
  }

  /**
   * Where it is broken.
   *
   * @param row the first on the next page; 0 when it isn't split
   */
  record TableBreak(Break how, int row) {

    static final TableBreak ANYWHERE = new TableBreak(Break.ANYWHERE, 0);
    static final TableBreak BEFORE = new TableBreak(Break.BEFORE, 0);

    static TableBreak at(int row) {
      return new TableBreak(Break.AT_ROW, row);
    }
  }

  /**
   * The page for a screen.
   *
   * @param styles the style sheet to put into it
   */
  static String ofScreen(AnnualReport report, String styles) {
    return of(new HtmlPage(report, styles, Medium.SCREEN, TableBreak.ANYWHERE));
  }

  /**
   * The page for paper, with the bookmarks that a PDF wants.
   *
   * @param styles the style sheet to put into it
   */
  static String ofPaper(AnnualReport report, String styles, TableBreak tableBreak) {
    return of(new HtmlPage(report, styles, Medium.PAPER, tableBreak));
  }

  /** The report as a part of another page, which has the styles and may be in another language. */
  static String ofFragment(AnnualReport report) {
    HtmlPage page = new HtmlPage(report, "", Medium.FRAGMENT, TableBreak.ANYWHERE);
    page.xml.element("article", page::content, "class", "report", "lang", "zh-CN");
    return page.xml.toString();
  }

  private static String of(HtmlPage page) {
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
    if (isPaper()) {
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
    xml.element("main", this::content);
  }

  private void content() {
    xml.element("h1", this::title);
    paragraphs(report.lead());
    SectionContent.of(report).forEach(this::section);
    xml.element("div", this::signature, "class", "signature");
  }

  private boolean isPaper() {
    return medium == Medium.PAPER;
  }

  /** Styles of a single element; none in a part of another page. */
  private String[] style(String text) {
    return medium == Medium.FRAGMENT ? new String[0] : new String[] {"style", text};
  }

  private void title() {
    List<String> name = isPaper() ? TitleLines.of(report.organName()) : List.of(report.organName());
    name.forEach(line -> xml.text(line).empty("br"));
    xml.text(report.subtitle());
  }

  private void signature() {
    Signature places = Signature.of(report.signedBy(), report.printedDate().orElse(""));
    xml.textElement("p", report.signedBy(), style(right(places.name())));
    report.printedDate().ifPresent(date -> xml.textElement("p", date, style(right(places.date()))));
  }

  private static String right(double characters) {
    return String.format(Locale.ROOT, "padding-right:%.2fem", characters);
  }

  private void section(SectionContent section) {
    heading(section);
    paragraphs(section.paragraphs());
    section.tables().forEach(this::tables);
  }

  private void heading(SectionContent section) {
    boolean begins = tableBreak.how() == Break.BEFORE && section.section() == Section.APPLICATIONS;
    String[] attributes =
        begins
            ? new String[] {"id", id(section), "class", "begins"}
            : new String[] {"id", id(section)};
    xml.textElement("h2", section.section().numbered(), attributes);
  }

  private void paragraphs(List<String> paragraphs) {
    paragraphs.stream().map(Paragraph::of).forEach(this::paragraph);
  }

  private void paragraph(Paragraph paragraph) {
    if (paragraph.isHeading()) {
      xml.textElement("h3", paragraph.heading());
      return;
    }
    xml.element(
        "p",
        () -> {
          if (!paragraph.heading().isEmpty()) {
            xml.textElement("span", paragraph.heading(), "class", "heading-two");
          }
          tokens(paragraph.text());
        });
  }

  private void tokens(String text) {
    Matcher token = TOKEN.matcher(text);
    int from = 0;
    while (token.find()) {
      xml.text(text.substring(from, token.start()));
      xml.textElement("span", token.group(), "class", "token");
      from = token.end();
    }
    xml.text(text.substring(from));
  }

  /** The long one may go on on the next page, below its headings; the others stay whole. */
  private void tables(FormTable table) {
    if (!isPaper() || !table.isLong()) {
      table(table, table.wide() ? "table wide" : "table");
    } else if (tableBreak.how() == Break.AT_ROW) {
      List<FormTable> parts = table.split(tableBreak.row());
      table(parts.get(0), "table wide");
      table(parts.get(1), "table wide continued");
    } else {
      table(table, "table wide loose");
    }
  }

  /** On a narrow screen a table is moved sideways in its own frame, by keyboard too. */
  private void table(FormTable table, String classes) {
    xml.element(
        "div",
        () ->
            xml.element(
                "table",
                () -> {
                  if (!isPaper()) {
                    xml.textElement("caption", table.caption());
                  }
                  xml.element("colgroup", () -> widths(table));
                  xml.element("thead", () -> rows(table, 0, table.headingRows()));
                  xml.element("tbody", () -> rows(table, table.headingRows(), table.rows()));
                }),
        "class",
        classes,
        "role",
        "region",
        "aria-label",
        table.caption(),
        "tabindex",
        "0");
  }

  /** In a part of another page by an attribute, which its policy takes. */
  private void widths(FormTable table) {
    table.widths().stream()
        .map(width -> String.format(Locale.ROOT, "%.2f%%", width))
        .forEach(
            width ->
                xml.empty(
                    "col",
                    medium == Medium.FRAGMENT
                        ? new String[] {"width", width}
                        : style("width:" + width)));
  }

  private void rows(FormTable table, int from, int to) {
    for (int row = from; row < to; row++) {
      List<FormTable.Cell> cells = table.cellsOf(row);
      String[] attributes =
          isPaper() && table.isLong() ? new String[] {"id", ROW + row} : new String[0];
      xml.element("tr", () -> cells.forEach(cell -> cell(cell, table)), attributes);
    }
  }

  private void cell(FormTable.Cell cell, FormTable table) {
    if (cell.kind() == FormTable.CellKind.FIGURE) {
      List<String> attributes = new ArrayList<>();
      if (isLong(cell, table)) {
        attributes.addAll(List.of("class", "long"));
      }
      if (medium == Medium.FRAGMENT && table.wide()) {
        attributes.addAll(List.of("data-of", String.join(" ", table.headsOf(cell))));
      }
      xml.element("td", () -> lines(cell), attributes.toArray(String[]::new));
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
