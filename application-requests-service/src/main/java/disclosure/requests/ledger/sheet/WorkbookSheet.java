package disclosure.requests.ledger.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** The rows of a worksheet, one after the other. */
final class WorkbookSheet implements AutoCloseable {

  /** More of them are never written out in full. */
  private static final int MAX_DIGITS_SHOWN = 20;

  private final WorkbookParts workbook;
  private final Merges merges = new Merges();
  private final InputStream content;
  private final Xml xml;
  private int row;

  WorkbookSheet(WorkbookParts workbook, String path) throws IOException, XMLStreamException {
    this.workbook = workbook;
    try (InputStream first = workbook.open(path)) {
      readMerges(new Xml(first));
    }
    this.content = workbook.open(path);
    this.xml = new Xml(content);
  }

  /** Which cells are merged stands behind the rows. */
  private void readMerges(Xml part) throws XMLStreamException {
    while (part.begin()) {
      if (part.name().equals("mergeCell")) {
        merges.add(part.attribute("ref"));
      }
    }
    merges.sort();
  }

  /** The next one, hidden or not: a filter that somebody left on takes no application away. */
  Optional<Line> next() throws XMLStreamException {
    while (xml.begin()) {
      if (xml.name().equals("row")) {
        String number = xml.attribute("r");
        row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
        return Optional.of(line());
      }
    }
    return Optional.empty();
  }

  private Line line() throws XMLStreamException {
    List<String> cells = new ArrayList<>();
    Map<Integer, Flaw> flaws = new HashMap<>();
    int column = -1;
    while (xml.beginWithin("row")) {
      if (xml.name().equals("c")) {
        String name = xml.attribute("r");
        column = name.isEmpty() ? column + 1 : CellName.column(name);
        CellText cell = cell();
        if (column >= 0 && column < LedgerFile.MAX_COLUMNS) {
          while (cells.size() <= column) {
            cells.add("");
          }
          cells.set(column, cell.text());
          if (cell.flaw().isPresent()) {
            flaws.put(column, cell.flaw().get());
          }
        }
      }
    }
    merges.fill(row, cells, flaws);
    return new Line(row, cells, flaws);
  }

  private record CellText(String text, Optional<Flaw> flaw) {
    static CellText sound(String text) {
      return new CellText(text, Optional.empty());
    }

    static CellText flawed(String text, Flaw flaw) {
      return new CellText(text, Optional.of(flaw));
    }
  }

  private CellText cell() throws XMLStreamException {
    CellKind kind = CellKind.of(xml.attribute("t"));
    NumberFormat format = workbook.format(xml.attribute("s"));
    boolean formula = false;
    String value = "";
    while (xml.beginWithin("c")) {
      switch (xml.name()) {
        case "v", "is" -> value = xml.text();
        case "f" -> {
          formula = true;
          xml.text();
        }
        default -> {
          // Says nothing of what is shown.
        }
      }
    }
    if (value.isEmpty()) {
      return formula && kind != CellKind.TEXT
          ? CellText.flawed("#", Flaw.NOT_CALCULATED)
          : CellText.sound("");
    }
    return switch (kind) {
      case SHARED_STRING -> CellText.sound(workbook.string(Integer.parseInt(value.strip())));
      case TEXT -> CellText.sound(value);
      case BOOLEAN -> CellText.sound(value.equals("1") || value.equals("true") ? "TRUE" : "FALSE");
      case ERROR -> CellText.flawed(value, Flaw.ERROR);
      case DAY -> CellText.sound(value.replaceFirst("T00:00:00(\\.0+)?Z?$", ""));
      case NUMBER -> number(value.strip(), format);
    };
  }

  private CellText number(String digits, NumberFormat format) {
    if (digits.length() > CellKind.MAX_CHARACTERS_OF_NUMBER) {
      throw LedgerFile.unreadable();
    }
    BigDecimal number;
    try {
      number = new BigDecimal(digits);
    } catch (NumberFormatException none) {
      // NaN, as some programs write a formula that failed, or beyond all numbers.
      return CellText.flawed("#", Flaw.ERROR);
    }
    if (!NumberFormat.isCutOff(number)) {
      return CellText.sound(format.text(number, workbook.isFrom1904()));
    }
    boolean modest = number.precision() - (long) number.scale() <= MAX_DIGITS_SHOWN;
    return CellText.flawed(modest ? number.toBigInteger().toString() : "#", Flaw.CUT_OFF);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
