package disclosure.report.examination.office;

import disclosure.report.examination.document.Block;
import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Grid;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.document.Paragraph;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.document.PublishedDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The text of a WordprocessingML document and its tables. Deleted and hidden text is left out; a
 * table within a cell comes behind the one around it.
 */
public final class DocxReader {

  private static final String DOCUMENT = "word/document.xml";

  private final XmlPart xml;
  private final Budget budget;
  private final List<Block> blocks = new ArrayList<>();
  private final Deque<Table> tables = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private int lines;
  private int grids;
  private boolean raised;
  private boolean hidden;

  /** A cell before it is known how many rows it covers. */
  private static final class Cell {
    private final int column;
    private int columns = 1;
    private int rows = 1;
    private boolean continues;
    private boolean tabled;
    private final StringBuilder text = new StringBuilder();

    Cell(int column) {
      this.column = column;
    }
  }

  private static final class Table {
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Block> within = new ArrayList<>();
    private int column;
  }

  private DocxReader(XmlPart xml, Budget budget) {
    this.xml = xml;
    this.budget = budget;
  }

  /** Whether the package is such a document. */
  public static boolean isOne(ZipParts parts) {
    return parts.has(DOCUMENT);
  }

  /**
   * Reads it.
   *
   * @throws NotReadable when it is broken
   */
  public static PublishedDocument read(ZipParts parts, Budget budget) {
    Optional<XmlPart> document = parts.xml(DOCUMENT);
    DocxReader reader = new DocxReader(document.orElseThrow(), budget);
    reader.read();
    return new PublishedDocument(title(parts), reader.blocks);
  }

  private static String title(ZipParts parts) {
    Optional<XmlPart> properties = parts.xml("docProps/core.xml");
    if (properties.isPresent()) {
      XmlPart xml = properties.get();
      for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
        if (next == XmlPart.Event.BEGIN && xml.name().equals("title")) {
          return xml.content();
        }
      }
    }
    return "";
  }

  private void read() {
    for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
      switch (next) {
        case BEGIN -> begin(xml.name());
        case END -> end(xml.name());
        case TEXT, DONE -> {
          // Text stands within elements of its own.
        }
      }
    }
    endParagraph();
  }

  private void begin(String name) {
    switch (name) {
      case "t" -> say(xml.content());
      case "tab" -> say("\t");
      case "br", "cr" -> say("\n");
      case "noBreakHyphen" -> say("-");
      case "p", "r" -> {
        raised = false;
        hidden = false;
      }
      case "vertAlign" -> raised = !xml.attribute("val").equals("baseline");
      case "vanish" -> hidden = !xml.attribute("val").matches("0|false|off");
      case "footnoteReference", "endnoteReference" ->
          say(Grid.RAISED + xml.attribute("id") + Grid.RAISED_END);
      case "del",
          "moveFrom",
          "Fallback",
          "tabs",
          "instrText",
          "delText",
          "rPrChange",
          "pPrChange" ->
          xml.skip();
      case "tbl" -> {
        endParagraph();
        tables.push(new Table());
      }
      case "tr" -> row();
      case "gridBefore" -> skipColumns();
      case "tc" -> cell();
      case "gridSpan" -> span();
      case "vMerge" -> merge();
      default -> {
        // Says nothing of what is written.
      }
    }
  }

  private void end(String name) {
    switch (name) {
      case "p" -> endParagraph();
      case "tc" -> endCell();
      case "tbl" -> endTable();
      default -> {
        // Nothing ends with it.
      }
    }
  }

  private void say(String more) {
    if (hidden) {
      return;
    }
    budget.spend(more.length());
    if (raised && !more.isBlank()) {
      text.append(Grid.RAISED).append(more).append(Grid.RAISED_END);
    } else {
      text.append(more);
    }
  }

  private void endParagraph() {
    String paragraph = text.toString();
    text.setLength(0);
    if (paragraph.isBlank()) {
      return;
    }
    Optional<Cell> cell = current();
    if (cell.isPresent()) {
      StringBuilder all = cell.get().text;
      all.append(all.isEmpty() ? "" : "\n").append(paragraph.strip());
      return;
    }
    for (String line : paragraph.split("\n")) {
      if (!line.isBlank()) {
        lines++;
        blocks.add(new Paragraph(line, Place.line(0, lines)));
      }
    }
  }

  private Optional<Cell> current() {
    if (tables.isEmpty() || tables.peek().rows.isEmpty()) {
      return Optional.empty();
    }
    List<Cell> row = tables.peek().rows.get(tables.peek().rows.size() - 1);
    return row.isEmpty() ? Optional.empty() : Optional.of(row.get(row.size() - 1));
  }

  private void row() {
    if (!tables.isEmpty()) {
      tables.peek().rows.add(new ArrayList<>());
      tables.peek().column = 0;
    }
  }

  private void skipColumns() {
    if (!tables.isEmpty()) {
      tables.peek().column += xml.number("val", 0);
    }
  }

  private void cell() {
    if (tables.isEmpty() || tables.peek().rows.isEmpty()) {
      return;
    }
    Table table = tables.peek();
    table.rows.get(table.rows.size() - 1).add(new Cell(table.column));
  }

  private void span() {
    current().ifPresent(cell -> cell.columns = Math.max(1, xml.number("val", 1)));
  }

  private void merge() {
    boolean restart = xml.attribute("val").equals("restart");
    current().ifPresent(cell -> cell.continues = !restart);
  }

  private void endCell() {
    endParagraph();
    current().ifPresent(cell -> tables.peek().column = cell.column + cell.columns);
  }

  private void endTable() {
    if (tables.isEmpty()) {
      return;
    }
    Table table = tables.pop();
    List<Block> all = new ArrayList<>();
    boolean layout = isLayout(table);
    if (layout) {
      table.rows.stream()
          .flatMap(List::stream)
          .flatMap(cell -> cell.text.toString().lines())
          .filter(line -> !line.isBlank())
          .forEach(
              line -> {
                lines++;
                all.add(new Paragraph(line, Place.line(0, lines)));
              });
    } else {
      grids++;
      all.add(grid(table));
    }
    all.addAll(table.within);
    if (tables.isEmpty()) {
      blocks.addAll(all);
    } else {
      tables.peek().within.addAll(all);
      current().ifPresent(cell -> cell.tabled = true);
    }
  }

  private static boolean isLayout(Table table) {
    return table.rows.stream().flatMap(List::stream).anyMatch(cell -> cell.tabled)
        && table.rows.stream().allMatch(row -> row.size() <= 3);
  }

  private Grid grid(Table table) {
    budget.spend(table.rows.size());
    for (int row = 1; row < table.rows.size(); row++) {
      for (Cell cell : table.rows.get(row)) {
        if (cell.continues) {
          lengthen(table, row, cell);
        }
      }
    }
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (List<Cell> row : table.rows) {
      List<Grid.Cell> cells = new ArrayList<>();
      for (Cell cell : row) {
        if (!cell.continues && cell.column < Grid.MAX_COLUMNS) {
          cells.add(
              new Grid.Cell(
                  cell.column,
                  Math.min(cell.columns, Grid.MAX_COLUMNS - cell.column),
                  cell.rows,
                  cell.text.toString()));
        }
      }
      rows.add(cells);
    }
    return new Grid(rows, 0, grids, true);
  }

  /**
   * The cell that it continues covers its row, too; one that continues nothing is a cell itself.
   */
  private void lengthen(Table table, int row, Cell cell) {
    for (int above = row - 1; above >= 0; above--) {
      budget.spend(1);
      for (Cell other : table.rows.get(above)) {
        if (other.column == cell.column) {
          if (!other.continues) {
            other.rows = row - above + 1;
            return;
          }
        }
      }
      if (table.rows.get(above).stream().noneMatch(one -> one.column == cell.column)) {
        break;
      }
    }
    cell.continues = false;
  }
}
