package disclosure.report.examination.office;

import disclosure.report.examination.document.Block;
import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Grid;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.document.Paragraph;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.document.PublishedDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The visible sheets of a workbook, each a grid below its name. */
public final class XlsxReader {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final Pattern NAME = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");
  private static final int MAX_SHEETS = 50;
  private static final int MAX_CELLS = 200_000;
  private static final int MAX_ROW = 100_000;
  private static final int MAX_DIGITS = 40;

  private final ZipParts parts;
  private final Budget budget;
  private final List<String> strings = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private int cells;

  private XlsxReader(ZipParts parts, Budget budget) {
    this.parts = parts;
    this.budget = budget;
  }

  private record Area(int row, int column, int rows, int columns) {}

  private record Sheet(String name, String path) {}

  /** Whether the package is a workbook. */
  public static boolean isOne(ZipParts parts) {
    return parts.has(WORKBOOK);
  }

  /**
   * Reads it.
   *
   * @throws NotReadable when it is broken
   */
  public static PublishedDocument read(ZipParts parts, Budget budget) {
    XlsxReader reader = new XlsxReader(parts, budget);
    Map<String, String> relations = reader.relations();
    reader.strings(relations.getOrDefault("", "xl/sharedStrings.xml"));
    int number = 0;
    for (Sheet sheet : reader.sheets(relations)) {
      number++;
      reader.blocks.add(new Paragraph(sheet.name(), Place.line(0, number)));
      reader.sheet(sheet.path(), number);
    }
    return new PublishedDocument("", reader.blocks);
  }

  private Map<String, String> relations() {
    Map<String, String> relations = new HashMap<>();
    Optional<XmlPart> part = parts.xml(RELATIONS);
    if (part.isPresent()) {
      XmlPart xml = part.get();
      for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
        if (next == XmlPart.Event.BEGIN && xml.name().equals("Relationship")) {
          String target = xml.attribute("Target");
          String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
          relations.put(xml.attribute("Id"), path);
          if (xml.attribute("Type").endsWith("/sharedStrings")) {
            relations.put("", path);
          }
        }
      }
    }
    return relations;
  }

  private List<Sheet> sheets(Map<String, String> relations) {
    List<Sheet> sheets = new ArrayList<>();
    XmlPart xml = parts.xml(WORKBOOK).orElseThrow();
    for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
      if (next == XmlPart.Event.BEGIN && xml.name().equals("sheet")) {
        boolean hidden = xml.attribute("state").toLowerCase(Locale.ROOT).endsWith("hidden");
        String path = relations.getOrDefault(xml.attribute("id"), "");
        if (!hidden && parts.has(path) && sheets.size() < MAX_SHEETS) {
          sheets.add(new Sheet(xml.attribute("name"), path));
        }
      }
    }
    return sheets;
  }

  private void strings(String path) {
    Optional<XmlPart> part = parts.xml(path);
    if (part.isEmpty()) {
      return;
    }
    XmlPart xml = part.get();
    for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
      if (next == XmlPart.Event.BEGIN && xml.name().equals("si")) {
        strings.add(rich(xml, "si"));
        budget.spend(10);
      }
    }
  }

  /** Text in pieces, without what only says how to pronounce it. */
  private static String rich(XmlPart xml, String parent) {
    StringBuilder text = new StringBuilder();
    boolean raised = false;
    boolean struck = false;
    for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
      if (next == XmlPart.Event.END && xml.name().equals(parent)) {
        break;
      }
      if (next == XmlPart.Event.BEGIN) {
        switch (xml.name()) {
          case "r" -> {
            raised = false;
            struck = false;
          }
          case "strike" -> struck = xml.isOn();
          case "vertAlign" -> raised = !xml.attribute("val").equals("baseline");
          case "rPh" -> xml.skip();
          case "t" -> {
            String piece = xml.content();
            text.append(struck ? "" : raised ? Grid.RAISED + piece + Grid.RAISED_END : piece);
          }
          default -> {
            // Says nothing of what is written.
          }
        }
      }
    }
    return text.toString();
  }

  private void sheet(String path, int number) {
    Map<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
    List<Area> merged = new ArrayList<>();
    Set<Integer> hiddenRows = new HashSet<>();
    BitSet hiddenColumns = new BitSet();
    XmlPart xml = parts.xml(path).orElseThrow();
    int row = 0;
    int column = 0;
    for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
      if (next != XmlPart.Event.BEGIN) {
        continue;
      }
      switch (xml.name()) {
        case "row" -> {
          row = xml.number("r", row + 1);
          column = 0;
          if (isHidden(xml, "ht")) {
            hiddenRows.add(row);
          }
        }
        case "col" -> {
          if (isHidden(xml, "width")) {
            int first = Math.min(xml.number("min", 1), Grid.MAX_COLUMNS + 1);
            int last = Math.min(xml.number("max", first), Grid.MAX_COLUMNS + 1);
            hiddenColumns.set(first, Math.max(first, last) + 1);
          }
        }
        case "c" -> {
          Matcher name = NAME.matcher(xml.attribute("r"));
          column = name.matches() ? column(name.group(1)) : column + 1;
          String kind = xml.attribute("t");
          String text = cell(xml, kind);
          if (row <= MAX_ROW && column <= Grid.MAX_COLUMNS) {
            cells++;
            if (cells > MAX_CELLS) {
              throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
            }
            rows.computeIfAbsent(row, unused -> new TreeMap<>()).put(column, text);
          }
        }
        case "mergeCell" -> area(xml.attribute("ref")).ifPresent(merged::add);
        default -> {
          // Says nothing of what is written.
        }
      }
    }
    List<Area> seen =
        merged.stream().map(area -> seen(area, rows, hiddenRows, hiddenColumns)).toList();
    rows.keySet().removeAll(hiddenRows);
    rows.values().forEach(cells -> cells.keySet().removeIf(hiddenColumns::get));
    if (!rows.isEmpty()) {
      blocks.add(grid(rows, seen, number));
    }
  }

  /** Hidden, or of no height or width. */
  private static boolean isHidden(XmlPart xml, String size) {
    return xml.attribute("hidden").matches("1|true") || xml.attribute(size).matches("0(?:\\.0*)?");
  }

  /** A merged cell that begins in hidden rows or columns is seen in the others. */
  private Area seen(
      Area area,
      Map<Integer, TreeMap<Integer, String>> rows,
      Set<Integer> hiddenRows,
      BitSet hiddenColumns) {
    int row = area.row();
    int column = area.column();
    while (row < area.row() + area.rows() - 1 && hiddenRows.contains(row)) {
      row++;
    }
    while (column < area.column() + area.columns() - 1 && hiddenColumns.get(column)) {
      column++;
    }
    budget.spend(1L + row - area.row() + column - area.column());
    if (row == area.row() && column == area.column()) {
      return area;
    }
    String text = rows.getOrDefault(area.row(), new TreeMap<>()).get(area.column());
    if (text != null) {
      rows.computeIfAbsent(row, unused -> new TreeMap<>()).put(column, text);
    }
    return new Area(
        row, column, area.rows() - (row - area.row()), area.columns() - (column - area.column()));
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column;
  }

  private static Optional<Area> area(String reference) {
    String[] corners = reference.split(":");
    if (corners.length != 2) {
      return Optional.empty();
    }
    Matcher first = NAME.matcher(corners[0]);
    Matcher last = NAME.matcher(corners[1]);
    if (!first.matches() || !last.matches()) {
      return Optional.empty();
    }
    int row = Integer.parseInt(first.group(2));
    int column = column(first.group(1));
    return Optional.of(
        new Area(
            row,
            column,
            Integer.parseInt(last.group(2)) - row + 1,
            column(last.group(1)) - column + 1));
  }

  private String cell(XmlPart xml, String kind) {
    String value = "";
    for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
      if (next == XmlPart.Event.END && xml.name().equals("c")) {
        break;
      }
      if (next == XmlPart.Event.BEGIN) {
        switch (xml.name()) {
          case "v" -> value = xml.content();
          case "is" -> value = rich(xml, "is");
          default -> xml.skip();
        }
      }
    }
    return switch (kind) {
      case "s" -> shared(value.strip());
      case "", "n" -> number(value.strip());
      default -> value;
    };
  }

  private String shared(String index) {
    return index.matches("\\d{1,7}") && Integer.parseInt(index) < strings.size()
        ? strings.get(Integer.parseInt(index))
        : "";
  }

  /** As it would be written by hand: 3 and not 3.0, and no power of ten. */
  private static String number(String digits) {
    if (!digits.matches("-?[0-9.]+(?:[eE][-+]?\\d{1,2})?") || digits.length() > MAX_DIGITS) {
      return digits;
    }
    try {
      BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
      return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    } catch (NumberFormatException other) {
      return digits;
    }
  }

  private Grid grid(Map<Integer, TreeMap<Integer, String>> rows, List<Area> merged, int number) {
    Map<Long, Area> begins = new HashMap<>();
    merged.forEach(area -> begins.putIfAbsent(key(area.row(), area.column()), area));
    List<Integer> numbers = new ArrayList<>(rows.keySet());
    List<List<Grid.Cell>> grid = new ArrayList<>();
    for (int row : numbers) {
      List<Area> over = overRow(merged, row);
      List<Grid.Cell> line = new ArrayList<>();
      for (Map.Entry<Integer, String> cell : rows.get(row).entrySet()) {
        int column = cell.getKey();
        Area area = begins.get(key(row, column));
        boolean covered =
            area == null
                && over.stream()
                    .anyMatch(
                        one -> column >= one.column() && column < one.column() + one.columns());
        budget.spend(1L + over.size());
        if (!covered) {
          line.add(
              new Grid.Cell(
                  column - 1,
                  area == null ? 1 : Math.max(1, Math.min(area.columns(), Grid.MAX_COLUMNS)),
                  area == null ? 1 : rowsWithin(numbers, row, area),
                  cell.getValue()));
        }
      }
      grid.add(line);
    }
    return new Grid(grid, 0, number, true);
  }

  private List<Area> overRow(List<Area> merged, int row) {
    budget.spend(merged.size());
    return merged.stream()
        .filter(area -> row >= area.row() && row < area.row() + area.rows())
        .toList();
  }

  /** Rows without cells are no rows of the grid. */
  private static int rowsWithin(List<Integer> numbers, int row, Area area) {
    int first = Collections.binarySearch(numbers, row);
    int last = first;
    while (last + 1 < numbers.size() && numbers.get(last + 1) < row + area.rows()) {
      last++;
    }
    return last - first + 1;
  }

  private static long key(int row, int column) {
    return ((long) row << 16) + column;
  }
}
