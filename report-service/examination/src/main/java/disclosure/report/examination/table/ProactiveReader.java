package disclosure.report.examination.table;

import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveFigures;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.label.LabelBook;
import disclosure.report.examination.line.CellText;
import disclosure.report.examination.line.Line;
import disclosure.report.examination.line.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tables of section two, in both editions of the form. */
public final class ProactiveReader {

  private static final LabelBook<ProactiveRow> BOOK =
      new LabelBook<ProactiveRow>()
          .label(ProactiveRow.REGULATIONS, "规章", "政府规章")
          .label(ProactiveRow.NORMATIVE_DOCUMENTS, "行政规范性文件", "规范性文件")
          .label(ProactiveRow.LICENCES, "行政许可")
          .label(ProactiveRow.OTHER_SERVICES, "其他对外管理服务事项")
          .label(ProactiveRow.PENALTIES, "行政处罚")
          .label(ProactiveRow.COERCION, "行政强制")
          .label(ProactiveRow.FEES, "行政事业性收费")
          .label(ProactiveRow.PROCUREMENT, "政府集中采购");

  private static final List<String> FORMER_HEADINGS =
      List.of("新制作数量", "新公开数量", "对外公开总数", "上一年项目数量", "采购项目数量", "采购总金额");

  private static final List<String> HEADINGS = List.of("制发件数", "废止件数", "有效件数", "处理决定数量", "收费金额");

  private static final Pattern UNIT =
      Pattern.compile("单位[:：]?\\s*(万元|元)|(?:金额|收费)\\s*[(（]\\s*(万元|元)");
  private static final int MAX_LABEL = 16;

  /** 规章（县级无此项）. */
  private static final Pattern REMARK = Pattern.compile("[（(][^（()）]{1,20}[)）]");

  private ProactiveReader() {}

  /**
   * What was read.
   *
   * @param figures the tables
   * @param used which lines belong to them
   */
  public record Result(ProactiveFigures figures, Set<Integer> used) {}

  private record Found(ProactiveRow row, Line line, List<Line.Cell> data, Confidence confidence) {

    /** The second of two figures that have a line of their own each. */
    Found with(List<Line.Cell> below) {
      List<Line.Cell> both = new ArrayList<>(data);
      both.addAll(below);
      return new Found(row, line, both, confidence);
    }

    boolean isBare() {
      return data.stream().noneMatch(cell -> cell.said().saysSomething());
    }
  }

  /**
   * Reads the tables from some lines of a document.
   *
   * @param from the first line that may belong to them
   * @param to the line behind the last one
   */
  public static Result read(List<Line> lines, int from, int to) {
    Set<Integer> used = new TreeSet<>();
    Map<ProactiveRow, Found> found = new EnumMap<>(ProactiveRow.class);
    int former = 0;
    int present = 0;
    Optional<String> unit = Optional.empty();
    for (int i = from; i < to; i++) {
      Line line = lines.get(i);
      String words = Words.of(line.text());
      former += count(FORMER_HEADINGS, words, line);
      present += count(HEADINGS, words, line);
      if (unit.isEmpty()) {
        unit = unit(line);
      }
      Optional<Line> above = i > from ? Optional.of(lines.get(i - 1)) : Optional.empty();
      Optional<Found> row = found(line, above);
      if (isLone(line) && i + 1 < to && isLone(lines.get(i + 1))) {
        List<Line.Cell> below = lines.get(i + 1).cells();
        row = row.map(one -> one.with(below));
      }
      if (row.isPresent()) {
        found.merge(row.get().row(), row.get(), (one, other) -> one.isBare() ? other : one);
        used.add(i);
      } else if (line.grid() > 0 || isHead(words)) {
        used.add(i);
      }
    }
    if (found.size() < 3) {
      return new Result(
          new ProactiveFigures(Edition.FORM_2021, Map.of(), Optional.empty()), Set.of());
    }
    boolean formerRows =
        found.containsKey(ProactiveRow.OTHER_SERVICES)
            || found.containsKey(ProactiveRow.PROCUREMENT);
    Edition edition =
        former > present || former == present && formerRows ? Edition.FORM_2019 : Edition.FORM_2021;
    boolean headed = former + present > 0;
    Optional<String> money =
        unit.or(() -> edition == Edition.FORM_2021 ? Optional.of("万元") : Optional.empty());
    Map<ProactiveRow, List<Reading>> rows = new EnumMap<>(ProactiveRow.class);
    found.forEach(
        (row, one) -> {
          List<String> headings = row.headings(edition);
          if (!headings.isEmpty()) {
            rows.put(row, readings(one, headings, headed, money));
          }
        });
    return new Result(new ProactiveFigures(edition, rows, unit), used);
  }

  private static boolean isLone(Line line) {
    return line.grid() == 0
        && line.cells().size() == 1
        && line.cells().get(0).said().saysSomething();
  }

  private static boolean isHead(String words) {
    return words.startsWith("第二十条第") && words.length() < MAX_LABEL || words.startsWith("信息内容");
  }

  private static int count(List<String> headings, String words, Line line) {
    if (line.cells().stream().anyMatch(cell -> cell.said() instanceof CellText.Number)) {
      return 0;
    }
    return (int) headings.stream().filter(words::contains).count();
  }

  private static Optional<String> unit(Line line) {
    Matcher unit = UNIT.matcher(Words.plain(line.text()));
    return unit.find()
        ? Optional.of(unit.group(1) == null ? unit.group(2) : unit.group(1))
        : Optional.empty();
  }

  /** A row; where each cell has a line of its own, the label is in the line above. */
  private static Optional<Found> found(Line line, Optional<Line> above) {
    List<Line.Cell> own = line.cells().stream().filter(cell -> !cell.above()).toList();
    int from = own.size();
    while (from > 0 && own.get(from - 1).said().isFigure()) {
      from--;
    }
    List<Line.Cell> data = own.subList(from, own.size());
    if (from == 0 && !data.isEmpty() && line.grid() == 0 && above.isPresent()) {
      return BOOK.match(label(above.get().text()))
          .map(match -> new Found(match.of(), line, data, Confidence.LIKELY));
    }
    boolean bare = data.stream().noneMatch(cell -> cell.said().saysSomething());
    if (from == 0 || line.grid() > 0 && data.isEmpty()) {
      return Optional.empty();
    }
    for (int label = from - 1; label >= 0; label--) {
      String words = label(own.get(label).text());
      if (words.length() <= MAX_LABEL && (line.grid() > 0 || !bare || isAlone(own, words))) {
        Optional<LabelBook.Match<ProactiveRow>> match = BOOK.match(words);
        if (match.isPresent()) {
          return Optional.of(
              new Found(
                  match.get().of(),
                  line,
                  data,
                  match.get().exact() ? Confidence.SURE : Confidence.LIKELY));
        }
      }
    }
    return Optional.empty();
  }

  private static String label(String text) {
    return Words.of(REMARK.matcher(text).replaceAll(""));
  }

  /** Copied text leaves empty cells out, so that a row's label stands alone. */
  private static boolean isAlone(List<Line.Cell> cells, String words) {
    return cells.stream()
        .allMatch(cell -> cell.text().isBlank() || label(cell.text()).equals(words));
  }

  private static List<Reading> readings(
      Found one, List<String> headings, boolean headed, Optional<String> money) {
    int cells = headings.size();
    List<Line.Cell> data = new ArrayList<>(one.data());
    while (data.size() > cells && data.get(data.size() - 1).said() instanceof CellText.Blank) {
      data.remove(data.size() - 1);
    }
    while (data.size() > cells && data.get(0).said() instanceof CellText.Blank) {
      data.remove(0);
    }
    Confidence confidence = one.confidence().and(headed ? Confidence.SURE : Confidence.LIKELY);
    if (data.size() != cells) {
      List<Line.Cell> apart = Cells.apart(data);
      if (apart.size() == cells) {
        data = apart;
        confidence = confidence.and(Confidence.LIKELY);
      }
    }
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      readings.add(
          data.size() == cells
              ? Cells.reading(
                  headings.get(i).contains("金额") ? inUnit(data.get(i), money) : data.get(i),
                  one.line().place(),
                  confidence)
              : Reading.of(
                  Reading.Kind.UNREAD, one.line().text(), one.line().place(), Confidence.DOUBTFUL));
    }
    return readings;
  }

  /** An amount is a number of its column's unit, or of its own where the column tells none. */
  private static Line.Cell inUnit(Line.Cell cell, Optional<String> money) {
    if (!(cell.said() instanceof CellText.Amount amount) || !amount.isOfMoney(money)) {
      return cell;
    }
    return new Line.Cell(
        cell.column(),
        cell.columns(),
        cell.text(),
        cell.above(),
        new CellText.Number(money.map(amount::in).orElse(amount.value()), false));
  }
}
