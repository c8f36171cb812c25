package disclosure.report.examination.table;

import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.label.LabelBook;
import disclosure.report.examination.line.CellText;
import disclosure.report.examination.line.Line;
import disclosure.report.examination.line.Words;
import disclosure.requests.contract.DisputeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads table four: fifteen figures below three heads, or in several tables. */
public final class DisputesReader {

  private static final int RESULTS = DisputesFigures.RESULTS.size();
  private static final int ALL = RESULTS * DisputeKind.values().length;
  private static final int MIN_HEADINGS = 3;

  private static final LabelBook<Integer> RESULT =
      new LabelBook<Integer>()
          .label(0, "结果维持", "维持")
          .label(1, "结果纠正", "纠正")
          .label(2, "其他结果", "其它结果")
          .label(3, "尚未审结", "未审结")
          .label(4, "总计", "合计");

  private static final LabelBook<DisputeKind> KIND =
      new LabelBook<DisputeKind>()
          .label(DisputeKind.RECONSIDERATION, "行政复议")
          .label(DisputeKind.LITIGATION_DIRECT, "未经复议直接起诉", "直接起诉")
          .label(DisputeKind.LITIGATION_AFTER_RECONSIDERATION, "复议后起诉");

  private final List<Line> lines;
  private final Map<DisputeKind, Reading[]> groups = new EnumMap<>(DisputeKind.class);
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<Integer> used = new TreeSet<>();

  /**
   * What was read.
   *
   * @param figures the table
   * @param remarks what is to be said of the reading
   * @param used which lines belong to it
   */
  public record Result(DisputesFigures figures, List<Remark> remarks, Set<Integer> used) {}

  private DisputesReader(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * Reads the table from some lines of a document.
   *
   * @param from the first line that may belong to it
   * @param to the line behind the last one
   */
  public static Result read(List<Line> lines, int from, int to) {
    DisputesReader reader = new DisputesReader(lines);
    reader.read(from, to);
    Map<DisputeKind, List<Reading>> groups = new EnumMap<>(DisputeKind.class);
    reader.groups.forEach((kind, cells) -> groups.put(kind, List.of(cells)));
    return new Result(new DisputesFigures(groups), reader.remarks, reader.used);
  }

  private void read(int from, int to) {
    int head = -1;
    List<Line.Cell> loose = new ArrayList<>();
    List<Integer> looseLines = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Line line = lines.get(i);
      if (isHead(line)) {
        head = i;
        used.add(i);
        continue;
      }
      List<Line.Cell> data = data(line);
      boolean whole = from > 0 && data.size() == ALL;
      if (head < 0 && !whole || groups.size() == DisputeKind.values().length) {
        continue;
      }
      boolean blank = data.stream().noneMatch(cell -> cell.said().saysSomething());
      if (data.size() < MIN_HEADINGS || blank && (head < 0 || data.size() != ALL)) {
        continue;
      }
      boolean placed = line.grid() > 0 || data.size() > ALL;
      if (placed && byHead(line, data, i, from)) {
        used.add(i);
        continue;
      }
      List<Line.Cell> apart = Cells.apart(data);
      if (apart.size() == RESULTS && head >= 0 && namesItself(i) && loose.isEmpty()) {
        ofKind(ofRow(line).orElseThrow(), line, apart, i);
        continue;
      }
      if (apart.size() == ALL && groups.isEmpty()) {
        inOrder(line, apart, data.size() == ALL ? sureness(head, from) : Confidence.LIKELY);
        used.add(i);
      } else if (apart.size() < ALL) {
        loose.addAll(apart);
        looseLines.add(i);
      }
    }
    if (groups.isEmpty() && loose.size() == ALL) {
      inOrder(lines.get(looseLines.get(0)), loose, Confidence.LIKELY);
      used.addAll(looseLines);
    }
    if (groups.isEmpty() && (head >= 0 || isHeadLineByLine(from, to))) {
      unread(lines.get(Math.max(head, from)));
    }
  }

  /** 行政复议 1 2 0 3 6, in text; the head has the results in the form's order. */
  private void ofKind(DisputeKind kind, Line line, List<Line.Cell> cells, int index) {
    Reading[] group = new Reading[RESULTS];
    for (int result = 0; result < RESULTS; result++) {
      group[result] = Cells.reading(cells.get(result), line.place(), Confidence.LIKELY);
    }
    if (groups.putIfAbsent(kind, group) == null) {
      used.add(index);
    }
  }

  /** Copied text may have each heading on a line of its own, or all in one with the figures. */
  private boolean isHeadLineByLine(int from, int to) {
    StringBuilder words = new StringBuilder();
    if (from > 0) {
      for (Line line : lines.subList(from, to)) {
        String text = Words.of(line.text());
        words.append(RESULT.match(text).isPresent() || text.contains("结果维持") ? text : "");
      }
    }
    return Stream.of("结果维持", "结果纠正", "其他结果", "尚未审结").allMatch(words.toString()::contains);
  }

  /** Where its head stands, the table isn't missing. */
  private void unread(Line head) {
    for (DisputeKind kind : DisputeKind.values()) {
      Reading[] cells = new Reading[RESULTS];
      Arrays.fill(cells, Reading.of(Reading.Kind.UNREAD, "", head.place(), Confidence.DOUBTFUL));
      groups.put(kind, cells);
    }
  }

  private static List<Line.Cell> data(Line line) {
    List<Line.Cell> own =
        line.cells().stream().filter(cell -> !cell.above() && cell.said().isFigure()).toList();
    boolean words =
        line.cells().stream()
            .anyMatch(
                cell ->
                    !cell.above()
                        && cell.said() instanceof CellText.Label
                        && (RESULT.match(cell.words()).isPresent() || cell.text().length() > 20));
    return words ? List.of() : own;
  }

  /** The heads' words one behind the other, also where blanks and line breaks take them apart. */
  private static boolean isHead(Line line) {
    String words = Words.of(line.text());
    int named = 0;
    for (String result : List.of("维持", "纠正", "其他结果", "未审结")) {
      named += words.contains(result) ? 1 : 0;
    }
    return named >= MIN_HEADINGS && line.cells().stream().noneMatch(DisputesReader::isValue);
  }

  private static boolean isValue(Line.Cell cell) {
    return cell.said() instanceof CellText.Number;
  }

  /** Whether the words of the head are those of the form in its order. */
  private Confidence sureness(int head, int from) {
    if (head < 0) {
      return Confidence.LIKELY;
    }
    StringBuilder words = new StringBuilder();
    for (int i = Math.max(from, head - 4); i <= head; i++) {
      words.append(Words.of(lines.get(i).text()));
    }
    String all = words.toString();
    int results = all.split("尚未审结", -1).length - 1;
    boolean ordered =
        all.indexOf("维持") < all.indexOf("纠正") && all.lastIndexOf("尚未审结") < all.lastIndexOf("总计");
    return results == DisputeKind.values().length && ordered ? Confidence.SURE : Confidence.LIKELY;
  }

  private void inOrder(Line line, List<Line.Cell> cells, Confidence confidence) {
    for (int i = 0; i < ALL; i++) {
      DisputeKind kind = DisputeKind.values()[i / RESULTS];
      groups.computeIfAbsent(kind, unused -> new Reading[RESULTS])[i % RESULTS] =
          Cells.reading(cells.get(i), line.place(), confidence);
    }
  }

  /** In a grid, what a figure is of stands above it. */
  private boolean byHead(Line line, List<Line.Cell> data, int index, int from) {
    Map<DisputeKind, Reading[]> read = new EnumMap<>(DisputeKind.class);
    StringBuilder headless = new StringBuilder();
    int ordinal = 0;
    boolean inOrder = true;
    for (Line.Cell cell : data) {
      Optional<Integer> result = Optional.empty();
      Optional<DisputeKind> kind = Optional.empty();
      for (int above = index - 1; above >= from && isHeadOf(above, index); above--) {
        for (Line.Cell head : lines.get(above).cells()) {
          if (covers(lines.get(above), head, cell.column()) && !head.above()) {
            String words = head.words();
            if (line.grid() > 0 || head.column() == cell.column()) {
              result = result.or(() -> RESULT.match(words).map(LabelBook.Match::of));
            }
            kind = kind.or(() -> KIND.match(words).map(LabelBook.Match::of));
          }
        }
      }
      if (result.isEmpty()) {
        if (!(cell.said() instanceof CellText.Blank)) {
          headless.append(headless.isEmpty() ? "" : " ").append(cell.text().strip());
        }
        continue;
      }
      DisputeKind of = kind.or(() -> ofRow(line)).or(() -> named(index, from)).orElse(null);
      if (of == null) {
        return false;
      }
      Reading[] group = read.computeIfAbsent(of, unused -> new Reading[RESULTS]);
      if (group[result.get()] != null) {
        return false;
      }
      inOrder &= of.ordinal() * RESULTS + result.get() >= ordinal;
      ordinal = of.ordinal() * RESULTS + result.get();
      group[result.get()] = Cells.reading(cell, line.place(), Confidence.SURE);
    }
    if (read.isEmpty() || read.keySet().stream().anyMatch(groups::containsKey)) {
      return false;
    }
    if (!headless.isEmpty()) {
      long headed =
          read.values().stream().flatMap(Arrays::stream).filter(one -> one != null).count();
      if (headed < ALL) {
        return false;
      }
      remarks.add(new Remark(Remark.Kind.NO_HEADING, "", line.place(), headless.toString()));
    }
    Confidence most = inOrder && headless.isEmpty() ? Confidence.SURE : Confidence.LIKELY;
    read.forEach(
        (kind, cells) ->
            groups.put(
                kind,
                Arrays.stream(cells)
                    .map(one -> one == null ? Reading.missing(line.place()) : one.atMost(most))
                    .toArray(Reading[]::new)));
    return true;
  }

  private boolean isHeadOf(int above, int index) {
    int grid = lines.get(index).grid();
    return lines.get(above).grid() == grid && (grid > 0 || index - above <= 4);
  }

  /** In text, what follows a heading without one of its own is below it, too. */
  private static boolean covers(Line line, Line.Cell head, int column) {
    if (line.grid() > 0) {
      return head.covers(column);
    }
    int next =
        line.cells().stream()
            .filter(other -> other.column() > head.column() && !other.text().isBlank())
            .mapToInt(Line.Cell::column)
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    return head.column() <= column && column < next;
  }

  /** In a table turned over each row names its kind, whatever their order. */
  private static Optional<DisputeKind> ofRow(Line line) {
    return line.cells().stream()
        .filter(cell -> !cell.above() && cell.said() instanceof CellText.Label)
        .flatMap(cell -> KIND.match(cell.words()).stream())
        .map(LabelBook.Match::of)
        .findFirst();
  }

  private boolean namesItself(int index) {
    Line line = lines.get(index);
    return line.cells().stream().anyMatch(DisputesReader::isValue) && ofRow(line).isPresent();
  }

  /**
   * A table of one group alone is named by the last line above it that names one; not where other
   * rows name what they are of.
   */
  private Optional<DisputeKind> named(int index, int from) {
    int grid = lines.get(index).grid();
    boolean turned =
        IntStream.range(from, lines.size())
            .filter(one -> grid > 0 && lines.get(one).grid() == grid)
            .anyMatch(this::namesItself);
    if (turned) {
      return Optional.empty();
    }
    for (int above = index - 1; above >= Math.max(from, index - 6); above--) {
      Optional<DisputeKind> kind =
          KIND.match(Words.of(lines.get(above).text())).map(LabelBook.Match::of);
      if (kind.isPresent()) {
        return kind;
      }
    }
    return Optional.empty();
  }
}
