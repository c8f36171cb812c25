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
import java.util.Map;
import java.util.Optional;

/**
 * The text of a WordprocessingML document and its tables. Deleted and hidden text is left out, and
 * so are rows; a table within a cell comes behind the one around it.
 */
public final class DocxReader {

  private static final String DOCUMENT = "word/document.xml";

  /** What a cell may have of a box that hangs in it. */
  private static final int MAX_BOXED = 40;

  /** What is kept of a paragraph. */
  private static final int KEPT = 50;

  private final XmlPart xml;
  private final Map<String, WordStyle> styles;
  private final Budget budget;
  private final List<Block> blocks = new ArrayList<>();
  private final Deque<Box> boxes = new ArrayDeque<>();
  private Deque<WordTable> tables = new ArrayDeque<>();
  private StringBuilder text = new StringBuilder();
  private int lines;
  private int grids;
  private RunStyle style = new RunStyle();
  private boolean ofRow;

  /** What was begun when a box of text began, and what stands in the box. */
  private record Box(Deque<WordTable> tables, StringBuilder text, RunStyle style, int blocks) {}

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
      case "p" -> style.beginParagraph();
      case "r" -> style.beginRun();
      case "pStyle" -> style.paragraphIs(named());
      case "rStyle" -> style.runIs(named());
      case "vertAlign" -> style.align(!xml.attribute("val").equals("baseline"));
      case "position" -> style.move(!xml.attribute("val").matches("|-?0+(?:pt)?"));
      case "vanish", "strike", "dstrike" -> style.hide(name, xml.isOn());
      case "txbxContent" -> beginBox();
      case "footnoteReference", "endnoteReference" ->
          say(Grid.RAISED + xml.attribute("id") + Grid.RAISED_END);
      case "trPr" -> ofRow = true;
      case "hidden" -> leaveRowOut(ofRow && xml.isOn());
      case "cellDel" -> current().ifPresent(WordTable.Cell::delete);
      case "del" -> {
        leaveRowOut(ofRow);
        xml.skip();
      }
      case "moveFrom", "Fallback", "tabs", "instrText", "delText" -> xml.skip();
      case "tbl" -> {
        endParagraph();
        tables.push(new WordTable(budget));
      }
      case "tr" -> table().ifPresent(WordTable::beginRow);
      case "gridBefore" -> table().ifPresent(table -> table.skipColumns(xml.number("val", 0)));
      case "tc" -> table().ifPresent(WordTable::beginCell);
      case "gridSpan" -> current().ifPresent(cell -> cell.spans(xml.number("val", 1)));
      case "vMerge" -> current().ifPresent(this::merge);
      default -> {
        // Says nothing of what is written.
      }
    }
  }

  private void end(String name) {
    switch (name) {
      case "p" -> endParagraph();
      case "trPr" -> ofRow = false;
      case "tr" -> table().ifPresent(WordTable::endRow);
      case "tc" -> endCell();
      case "tbl" -> endTable();
      case "txbxContent" -> endBox();
      default -> {
        // Nothing ends with it.
      }
    }
  }

  private void beginBox() {
    boxes.push(new Box(tables, text, style, blocks.size()));
    tables = new ArrayDeque<>();
    text = new StringBuilder();
    style = new RunStyle();
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
    style = box.style();
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
    if (style.isHidden()) {
      return;
    }
    budget.spend(more.length());
    if (style.isRaised() && !more.isBlank()) {
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
    Optional<WordTable.Cell> cell = current();
    if (cell.isPresent()) {
      cell.get().say(paragraph.strip());
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

  private WordStyle named() {
    return styles.getOrDefault(xml.attribute("val"), WordStyle.PLAIN);
  }

  /** The innermost table that is being read. */
  private Optional<WordTable> table() {
    return Optional.ofNullable(tables.peek());
  }

  private Optional<WordTable.Cell> current() {
    return table().flatMap(WordTable::current);
  }

  private void leaveRowOut(boolean out) {
    if (out) {
      table().ifPresent(WordTable::leaveRowOut);
    }
  }

  private void merge(WordTable.Cell cell) {
    cell.continues(!xml.attribute("val").equals("restart"));
  }

  private void endCell() {
    endParagraph();
    table().ifPresent(WordTable::endCell);
  }

  private void endTable() {
    if (tables.isEmpty()) {
      return;
    }
    WordTable table = tables.pop();
    List<Block> all = new ArrayList<>();
    if (table.isLayout()) {
      for (String line : table.lines()) {
        lines++;
        all.add(new Paragraph(line, Place.line(0, lines)));
      }
    } else {
      grids++;
      all.add(table.grid(grids));
    }
    all.addAll(table.within());
    if (tables.isEmpty()) {
      blocks.addAll(all);
    } else {
      tables.peek().hold(all);
    }
  }
}
