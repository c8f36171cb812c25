package disclosure.report.examination.format;

import disclosure.report.examination.document.Block;
import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Grid;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.document.Paragraph;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.document.PublishedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * A web page. Scripts and what is hidden are left out, tables that only lay out the page are taken
 * apart, nothing is fetched.
 */
final class HtmlReader {

  /** What is kept of an element, and of those that one of them brings along. */
  private static final int TAG = 50;

  private static final int MAX_DEPTH = 2_000;

  /** Rows of more cells than that are figures, and no layout. */
  private static final int MAX_LAYOUT_CELLS = 5;

  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "title",
          "iframe",
          "object",
          "svg",
          "select",
          "button",
          "textarea",
          "video",
          "audio",
          "del",
          "s",
          "strike");

  private static final Set<String> RAISED = Set.of("sup", "sub");

  private static final Set<String> BREAKING =
      Set.of(
          "p",
          "div",
          "br",
          "li",
          "ul",
          "ol",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "table",
          "tr",
          "section",
          "article",
          "header",
          "footer",
          "dl",
          "dt",
          "dd",
          "hr",
          "caption",
          "pre",
          "blockquote",
          "center",
          "form",
          "main",
          "nav",
          "aside",
          "fieldset",
          "tbody",
          "thead");

  private static final Pattern HIDDEN =
      Pattern.compile(
          "display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)|mso-hide\\s*:\\s*all"
              + "|text-decoration(?:-line)?\\s*:(?:(?!text-decoration|line-through)[^;])*+line-through");

  private static final Pattern RAISED_BY_STYLE =
      Pattern.compile(
          "vertical-align\\s*:\\s*(?:super|sub|text-top|text-bottom|[-+]?[0-9.]*[1-9])"
              + "|mso-text-raise\\s*:\\s*[-+]?[0-9.]*[1-9]");

  private final Budget budget;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int lines;
  private int grids;

  private HtmlReader(Budget budget) {
    this.budget = budget;
  }

  static PublishedDocument read(String html, Budget budget) {
    budget.spend(html.length() + TAG * html.chars().filter(one -> one == '<').count());
    Document page = Parser.htmlParser().parseInput(new CountedText(html, budget), "");
    HtmlReader reader = new HtmlReader(budget);
    reader.flow(page.body());
    reader.endLine();
    return new PublishedDocument(page.title(), reader.blocks);
  }

  private void flow(Element within) {
    within.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            budget.spend(1);
            requireShallow(depth);
            if (node instanceof TextNode text) {
              append(line, text);
              return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
              return FilterResult.SKIP_ENTIRELY;
            }
            if (isSilent(element)) {
              return FilterResult.SKIP_ENTIRELY;
            }
            String name = element.normalName();
            if (BREAKING.contains(name)) {
              endLine();
            }
            if (name.equals("table") && !isLayout(element)) {
              grid(element);
              return FilterResult.SKIP_ENTIRELY;
            }
            if (name.equals("td") || name.equals("th")) {
              endLine();
            } else if (isRaised(element)) {
              line.append(Grid.RAISED);
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && isRaised(element)) {
              line.append(Grid.RAISED_END);
            }
            if (node instanceof Element element
                && (BREAKING.contains(element.normalName())
                    || element.normalName().equals("td")
                    || element.normalName().equals("th"))) {
              endLine();
            }
            return FilterResult.CONTINUE;
          }
        });
  }

  private static void requireShallow(int depth) {
    if (depth > MAX_DEPTH) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  private boolean isSilent(Element element) {
    return SILENT.contains(element.normalName())
        || element.hasAttr("hidden")
        || element.hasAttr("style")
            && HIDDEN.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
  }

  /** Blocks and cells are placed as a whole. */
  private static boolean isRaised(Element element) {
    String name = element.normalName();
    return RAISED.contains(name)
        || element.hasAttr("style")
            && !BREAKING.contains(name)
            && !name.equals("td")
            && !name.equals("th")
            && RAISED_BY_STYLE.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
  }

  private void endLine() {
    String text = line.toString().strip();
    line.setLength(0);
    if (!text.isEmpty()) {
      lines++;
      budget.spend(Budget.LINE);
      blocks.add(new Paragraph(text, Place.line(0, lines)));
    }
  }

  /** Runs of white space are one space; those of a preformatted text are kept. */
  private void append(StringBuilder to, TextNode node) {
    String text = node.getWholeText();
    budget.spend(text.length());
    if (isPreformatted(node)) {
      if (to == line) {
        String[] parts = text.split("\\R", -1);
        for (int i = 0; i < parts.length; i++) {
          if (i > 0) {
            endLine();
          }
          to.append(parts[i]);
        }
      } else {
        to.append(text);
      }
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == ' ' || one == '\t' || one == '\n' || one == '\r' || one == '\f') {
        if (!to.isEmpty() && to.charAt(to.length() - 1) != ' ') {
          to.append(' ');
        }
      } else if (one == '\u00A0') {
        to.append(' ');
      } else {
        to.append(one);
      }
    }
  }

  private static boolean isPreformatted(TextNode node) {
    return node.parent() instanceof Element parent && parent.normalName().equals("pre");
  }

  /** A table around other tables lays out the page, unless it has rows of many cells itself. */
  private boolean isLayout(Element table) {
    boolean nested = table.selectFirst("td table, th table") != null;
    if (!nested) {
      return false;
    }
    int full = 0;
    for (Element row : rows(table)) {
      long plain =
          row.children().stream().filter(cell -> cell.selectFirst("table") == null).count();
      full += plain > MAX_LAYOUT_CELLS ? 1 : 0;
    }
    budget.spend(100);
    return full < 2;
  }

  private static List<Element> rows(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element child : table.children()) {
      switch (child.normalName()) {
        case "tr" -> rows.add(child);
        case "thead", "tbody", "tfoot" ->
            child.children().stream()
                .filter(row -> row.normalName().equals("tr"))
                .forEach(rows::add);
        default -> {
          // Captions and columns have no cells.
        }
      }
    }
    return rows;
  }

  private void grid(Element table) {
    Grid.Builder grid = new Grid.Builder(budget);
    List<Element> rows = rows(table);
    for (int row = 0; row < rows.size(); row++) {
      if (isSilent(rows.get(row))) {
        continue;
      }
      grid.row();
      for (Element cell : rows.get(row).children()) {
        String name = cell.normalName();
        if ((name.equals("td") || name.equals("th")) && !isSilent(cell)) {
          int rest = rows.size() - row;
          int spanned = span(cell, "rowspan");
          grid.cell(
              Math.max(1, span(cell, "colspan")),
              spanned == 0 ? rest : Math.min(spanned, rest),
              text(cell));
        }
      }
    }
    for (Element child : table.children()) {
      if (child.normalName().equals("caption")) {
        line.append(text(child));
        endLine();
      }
    }
    if (grid.size() > 0) {
      grids++;
      blocks.add(grid.build(0, grids));
    }
  }

  private static int span(Element cell, String name) {
    String value = cell.attr(name).strip();
    return value.matches("\\d{1,5}") ? Integer.parseInt(value) : 1;
  }

  /** A cell's text, with a line feed where a line is broken; what is raised is set apart. */
  private String text(Element cell) {
    StringBuilder text = new StringBuilder();
    cell.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            budget.spend(1);
            requireShallow(depth);
            if (node instanceof TextNode one) {
              append(text, one);
            } else if (node instanceof Element element && depth > 0) {
              if (isSilent(element)) {
                return FilterResult.SKIP_ENTIRELY;
              }
              if (BREAKING.contains(element.normalName())) {
                breakLine(text);
              } else if (isRaised(element)) {
                text.append(Grid.RAISED);
              }
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && depth > 0) {
              if (BREAKING.contains(element.normalName())) {
                breakLine(text);
              } else if (isRaised(element)) {
                text.append(Grid.RAISED_END);
              }
            }
            return FilterResult.CONTINUE;
          }
        });
    return text.toString().strip();
  }

  private static void breakLine(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }
}
