package disclosure.report.examination.office;

import static java.util.stream.Collectors.toSet;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The text of a WordprocessingML document and its tables. Deleted and hidden text is left out, and
 * so are rows; a table within a cell comes behind the one around it.
 */
public final class DocxReader {

  private static final String DOCUMENT = "word/document.xml";

  /** What a cell may have of a box that hangs in it. */
  private static final int MAX_BOXED = 40;

  /** More cells than any form's row has. */
  private static final int MAX_ROW_CELLS = 1_000;

  /** What is kept of a cell, a row or a paragraph. */
  private static final int KEPT = 50;

  private final XmlPart xml;
  private final Map<String, WordStyle> styles;
  private final Budget budget;
  private final List<Block> blocks = new ArrayList<>();
  private final Deque<Box> boxes = new ArrayDeque<>();
  private Deque<Table> tables = new ArrayDeque<>();
  private StringBuilder text = new StringBuilder();
  private int lines;
  private int grids;
  private boolean raised;
  private Set<String> hidden = Set.of();
  private Set<String> hiddenParagraph = Set.of();
  private boolean ofRow;

  /** A cell before it is known how many rows it covers. */
  private static final class Cell {
    private final int column;
    private int columns = 1;
    private int rows = 1;
    private boolean continues;
    private boolean tabled;
    private boolean deleted;
    private final StringBuilder text = new StringBuilder();

    Cell(int column) {
      this.column = column;
    }
  }

  private record Begun(Cell cell, int row) {}

  private static final class Table {
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Block> within = new ArrayList<>();
    private int column;
    private boolean rowLeftOut;
    private int withinBefore;
  }

  /** What was begun when a box of text began, and what stands in the box. */
  private record Box(
      Deque<Table> tables,
      StringBuilder text,
      boolean raised,
      Set<String> hidden,
      Set<String> hiddenParagraph,
      int blocks) {}

  private DocxReader(XmlPart xml, Map<String, WordStyle> styles, Budget budget) {
    this.xml = xml;
    this.styles = styles;
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
    DocxReader reader = new DocxReader(document.orElseThrow(), WordStyle.of(parts, budget), budget);
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
        case BEGIN -> {
          if (xml.isFormer()) {
            xml.skip();
          } else {
            begin(xml.name());
          }
        }
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
      case "p" -> {
        raised = false;
        hidden = Set.of();
        hiddenParagraph = Set.of();
      }
      case "r" -> {
        raised = false;
        hidden = hiddenParagraph;
      }
      case "pStyle" ->
          hiddenParagraph = styles.getOrDefault(xml.attribute("val"), WordStyle.PLAIN).hidden();
      case "vertAlign" -> raised = !xml.attribute("val").equals("baseline");
      case "position" -> raised |= !xml.attribute("val").matches("|-?0+(?:pt)?");
      case "rStyle" -> {
        WordStyle style = styles.getOrDefault(xml.attribute("val"), WordStyle.PLAIN);
        raised |= style.raised();
        hidden = Stream.concat(hidden.stream(), style.hidden().stream()).collect(toSet());
      }
      case "vanish", "strike", "dstrike" -> hide(name, xml.isOn());
      case "txbxContent" -> beginBox();
      case "footnoteReference", "endnoteReference" ->
          say(Grid.RAISED + xml.attribute("id") + Grid.RAISED_END);
      case "trPr" -> ofRow = true;
      case "hidden" -> leaveRowOut(ofRow && xml.isOn());
      case "cellDel" -> current().ifPresent(cell -> cell.deleted = true);
      case "del" -> {
        leaveRowOut(ofRow);
        xml.skip();
      }
      case "moveFrom", "Fallback", "tabs", "instrText", "delText" -> xml.skip();
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
      case "trPr" -> ofRow = false;
      case "tr" -> endRow();
      case "tc" -> endCell();
      case "tbl" -> endTable();
      case "txbxContent" -> endBox();
      default -> {
        // Nothing ends with it.
      }
    }
  }

  /** What a run says itself counts, whatever its styles say. */
  private void hide(String property, boolean on) {
    Set<String> all = new HashSet<>(hidden);
    if (on) {
      all.add(property);
    } else {
      all.remove(property);
    }
    hidden = all;
  }

  private void beginBox() {
    boxes.push(new Box(tables, text, raised, hidden, hiddenParagraph, blocks.size()));
    tables = new ArrayDeque<>();
    text = new StringBuilder();
    raised = false;
    hidden = Set.of();
    hiddenParagraph = Set.of();
  }

  /** What stands in a box comes before what it hangs in; a cell is told that there is a box. */
  private void endBox() {
    if (boxes.isEmpty()) {
      return;
    }
    endParagraph();
    while (!tables.isEmpty()) {
      endTable();
    }
    Box box = boxes.pop();
    tables = box.tables();
    text = box.text();
    raised = box.raised();
    hidden = box.hidden();
    hiddenParagraph = box.hiddenParagraph();
    if (current().isPresent()) {
      StringBuilder said = new StringBuilder();
      for (Block block : blocks.subList(box.blocks(), blocks.size())) {
        if (block instanceof Paragraph paragraph && said.length() < MAX_BOXED) {
          said.append(paragraph.text().strip()).append(' ');
        }
      }
      if (!said.isEmpty()) {
        String mark = said.substring(0, Math.min(MAX_BOXED, said.length())).strip();
        text.append(Grid.RAISED).append(mark).append(Grid.RAISED_END);
      }
    }
  }

  private void say(String more) {
    if (!hidden.isEmpty()) {
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
    budget.spend(KEPT);
    Optional<Cell> cell = current();
    if (cell.isPresent()) {
      StringBuilder all = cell.get().text;
      all.append(all.isEmpty() ? "" : "\n").append(paragraph.strip());
      return;
    }
    for (String line : paragraph.split("\n")) {
      if (!line.isBlank()) {
        lines++;
        budget.spend(KEPT);
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
      budget.spend(KEPT);
      Table table = tables.peek();
      table.rows.add(new ArrayList<>());
      table.column = 0;
      table.rowLeftOut = false;
      table.withinBefore = table.within.size();
    }
  }

  private void leaveRowOut(boolean out) {
    if (out && !tables.isEmpty()) {
      tables.peek().rowLeftOut = true;
    }
  }

  private void endRow() {
    if (!tables.isEmpty() && tables.peek().rowLeftOut && !tables.peek().rows.isEmpty()) {
      Table table = tables.peek();
      table.rows.remove(table.rows.size() - 1);
      table.within.subList(table.withinBefore, table.within.size()).clear();
      table.rowLeftOut = false;
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
    List<Cell> row = table.rows.get(table.rows.size() - 1);
    budget.spend(KEPT);
    if (row.size() >= MAX_ROW_CELLS) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
    row.add(new Cell(table.column));
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
    current()
        .ifPresent(
            cell -> {
              tables.peek().column = cell.column + cell.columns;
              cell.text.setLength(cell.deleted ? 0 : cell.text.length());
            });
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
    lengthen(table);
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
   * The cell that one continues covers its row, too; one that continues nothing is a cell itself.
   */
  private void lengthen(Table table) {
    Map<Integer, Begun> above = Map.of();
    for (int row = 0; row < table.rows.size(); row++) {
      Map<Integer, Begun> own = new HashMap<>();
      for (Cell cell : table.rows.get(row)) {
        budget.spend(2);
        Begun begun = above.get(cell.column);
        if (cell.continues && begun != null) {
          begun.cell().rows = row - begun.row() + 1;
          own.putIfAbsent(cell.column, begun);
        } else {
          cell.continues = false;
          own.putIfAbsent(cell.column, new Begun(cell, row));
        }
      }
      above = own;
    }
  }
}
